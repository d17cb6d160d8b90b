#include "lookup/gazetteer.h"

#include <gtest/gtest.h>

#include <fstream>

#include "lookup/layer/format.h"
#include "made.h"

namespace sitrep::lookup {
namespace {

using tests::Folder;
using tests::opened;

std::string ids(const Gazetteer& gazetteer, const std::string& name, const Wanted& wanted = {}) {
    std::string out;
    for (const auto& found : gazetteer.candidates(name, wanted)) {
        out += (out.empty() ? "" : " ") + std::string(gazetteer.id(found.place)) + ":" +
               std::string(code(found.met));
    }
    return out;
}

TEST(Gazetteer, MeetsANameByEachOfItsKeys) {
    const Folder folder;
    const auto velia = opened({folder.layer_of_table("velia", tests::velia())});
    EXPECT_EQ(ids(velia, "KHWAJA GHAR"), "v:ghar:folded");
    EXPECT_EQ(ids(velia, "Khwajaghar"), "v:ghar:glued");
    EXPECT_EQ(ids(velia, "Khodjaghar"), "");  // a d too many: another skeleton
    EXPECT_EQ(ids(velia, "Khoja Ghar"), "v:ghar:skeleton");
    EXPECT_EQ(ids(velia, "Sherkhan-Bandar"), "v:bandar:skeleton");
    EXPECT_EQ(ids(velia, "Naran"), "v:naran:bare");
    EXPECT_EQ(ids(velia, "Ilmen province"), "v:ilmen:bare");
    EXPECT_EQ(ids(velia, "the Ilmen"), "v:ilmen:bare v:ilmenriver:bare");
    EXPECT_EQ(ids(velia, "Kedra"), "");
    EXPECT_EQ(ids(velia, ""), "");
    EXPECT_EQ(ids(velia, std::string(1000, 'a')), "");
}

TEST(Gazetteer, WithoutVariantsOnlyTheVeryName) {
    const Folder folder;
    const auto velia = opened({folder.layer_of_table("velia", tests::velia())});
    Wanted wanted;
    wanted.variants = false;
    EXPECT_EQ(ids(velia, "Khoja Ghar", wanted), "");
    EXPECT_EQ(ids(velia, "Khajaghar", wanted), "v:ghar:folded");
}

TEST(Gazetteer, TheWeightierNamesakeStandsFirstAndWithinLeavesTheOther) {
    const Folder folder;
    const auto velia = opened({folder.layer_of_table("velia", tests::velia())});
    EXPECT_EQ(ids(velia, "Ostra"), "v:ostra:folded v:ostra2:folded");
    Wanted wanted;
    wanted.within = velia.find("v:naran");
    EXPECT_EQ(ids(velia, "Ostra", wanted), "v:ostra2:folded");
    wanted = {};
    wanted.count_max = 1;
    EXPECT_EQ(ids(velia, "Ostra", wanted), "v:ostra:folded");
}

TEST(Gazetteer, AnAbbreviationIsMetAsItIsWritten) {
    const Folder folder;
    Drafts drafts;
    Draft draft;
    draft.id = "v:1";
    draft.name = "Velia";
    draft.names = {{"Ve.", NameKind::Abbreviation}, {"Velian", NameKind::Adjective}};
    drafts.places.push_back(draft);
    const auto velia = opened({folder.layer("velia", drafts)});
    for (const auto* name : {"Ve.", "Ve", "VE", "V.E."}) EXPECT_EQ(ids(velia, name), "v:1:folded");
    EXPECT_EQ(ids(velia, "ve"), "");
    EXPECT_EQ(velia.candidates("Velian").front().kind, NameKind::Adjective);
}

TEST(Gazetteer, TellsAPlaceWithItsParents) {
    const Folder folder;
    const auto velia = opened({folder.layer_of_table("velia", tests::velia())});
    const auto ghar = *velia.find("v:ghar");
    EXPECT_EQ(velia.place(ghar).print(),
              "v:ghar town \"Khwaja Ghar\" 10.1,20.1 XV 8000 < v:korda district \"Korda\" < "
              "v:naran province \"Naran Province\" < iso:XV country \"Velia\"");
    EXPECT_EQ(velia.seat(ghar), Seat::OfDistrict);
    EXPECT_TRUE(velia.contains(*velia.find("iso:XV"), ghar));
    EXPECT_TRUE(velia.contains(ghar, ghar));
    EXPECT_FALSE(velia.contains(*velia.find("v:ilmen"), ghar));
    EXPECT_FALSE(velia.find("v:nowhere"));
}

// What has no point lies in the middle of what lies in it.
TEST(Gazetteer, AProvinceLiesAmongItsTowns) {
    const Folder folder;
    const auto velia = opened({folder.layer_of_table("velia", tests::velia())});
    const auto middle = velia.point(*velia.find("v:naran"));
    ASSERT_TRUE(middle);
    EXPECT_LT(values::kilometres(*middle, {10.1, 20.1}), 15);
    EXPECT_EQ(velia.point(*velia.find("iso:XV")), (values::Point{10.5, 20.5}));
}

TEST(Gazetteer, FindsWhatIsNear) {
    const Folder folder;
    const auto velia = opened({folder.layer_of_table("velia", tests::velia())});
    const auto near = velia.near({10.3, 20.3}, 20);
    ASSERT_GE(near.size(), 2U);
    EXPECT_EQ(velia.id(near[0].place), "v:bandar");
    EXPECT_EQ(near[0].kilometres, 0);
    for (const auto& found : near) EXPECT_LE(found.kilometres, 20);
    EXPECT_EQ(velia.near({10.3, 20.3}, 20, 1).size(), 1U);
    EXPECT_TRUE(velia.near({-80, 0}, 100).empty());
    EXPECT_EQ(velia.near({0, 0}, 30'000, 1000).size(), velia.size());
}

TEST(Gazetteer, NearReachesAcrossTheDateLine) {
    const Folder folder;
    const auto islands = opened({folder.layer_of_table(
        "islands", "name\tlatitude\tlongitude\nWest\t-17\t179.9\nEast\t-17\t-179.9\n")});
    EXPECT_EQ(islands.near({-17, 180}, 30).size(), 2U);
    EXPECT_EQ(islands.near({-17, -180}, 30).size(), 2U);
}

TEST(Gazetteer, AnUpperRowStandsForTheLowerAndTakesWhatItLacks) {
    const Folder folder;
    const auto world = folder.layer_of_table("world", tests::velia());
    const auto theatre =
        folder.layer_of_table("theatre",
                              "name\tid\tkind\tlatitude\tlongitude\tcountry\tprovince\taliases\n"
                              "Khwajah Ghar\tt:1\ttown\t10.11\t20.11\tXV\tNaran\tKhwaja-i-Ghar\n"
                              "Kedra\tt:2\tvillage\t10.4\t20.2\tXV\tNaran\t\n",
                              {world});
    const auto both = opened({world, theatre});
    EXPECT_EQ(ids(both, "Khwaja Ghar"), "t:1:folded");
    EXPECT_EQ(ids(both, "Khajaghar"), "t:1:folded");
    const auto ghar = *both.find("v:ghar");
    EXPECT_EQ(both.id(ghar), "t:1");
    EXPECT_EQ(both.population(ghar), 8000U);
    EXPECT_EQ(both.seat(ghar), Seat::OfDistrict);
    EXPECT_EQ(both.layer(ghar), "theatre");
    EXPECT_EQ(both.ids(ghar), (std::vector<std::string_view>{"t:1", "v:ghar"}));
    EXPECT_TRUE(both.conflicts(ghar).empty());
    const auto kedra = both.place(*both.find("t:2"));
    ASSERT_EQ(kedra.parents.size(), 2U);
    EXPECT_EQ(kedra.parents[0].id, "v:naran");
    std::vector<std::string_view> around;  // it is met once, at its upper point
    for (const auto& near : both.near({10.11, 20.11}, 0.1)) around.push_back(both.id(near.place));
    EXPECT_EQ(around, std::vector<std::string_view>{"t:1"});
    for (const auto& near : both.near({10.1, 20.1}, 50)) EXPECT_NE(both.id(near.place), "v:ghar");
}

TEST(Gazetteer, LayersThatDisagreeAreShown) {
    const Folder folder;
    const auto world = folder.layer_of_table("world", tests::velia());
    Drafts drafts;
    Draft draft;
    draft.id = "t:1";
    draft.also = {"v:ghar"};
    draft.name = "Khwaja Ghar";
    draft.kind = values::PlaceKind::Crossing;
    draft.country = "XW";
    draft.point = values::Point{10.5, 20.1};
    drafts.places.push_back(draft);
    const auto both = opened({world, folder.layer("theatre", drafts, {world})});
    const auto conflicts = both.conflicts(*both.find("t:1"));
    ASSERT_EQ(conflicts.size(), 3U);
    EXPECT_EQ(conflicts[0].what, "crossing or town");
    EXPECT_EQ(conflicts[1].what, "in XW or XV");
    EXPECT_EQ(conflicts[2].what, "44 km apart");
}

TEST(Gazetteer, NamesakesFarApartAreNotJoined) {
    const Folder folder;
    const auto world = folder.layer_of_table("world", tests::velia());
    const auto theatre = folder.layer_of_table(
        "theatre",
        "name\tid\tkind\tlatitude\tlongitude\tcountry\nOstra\tt:1\ttown\t11.9\t21.9\tXV\n",
        {world});
    EXPECT_EQ(ids(opened({world, theatre}), "Ostra"), "v:ostra:folded t:1:folded v:ostra2:folded");
}

TEST(Gazetteer, NoLayerKnowsNothing) {
    const Gazetteer nothing;
    EXPECT_EQ(nothing.size(), 0U);
    EXPECT_TRUE(nothing.candidates("Ostra").empty());
    EXPECT_FALSE(nothing.find("v:ostra"));
    EXPECT_TRUE(nothing.near({0, 0}, 100).empty());
}

TEST(Gazetteer, ADamagedLayerIsRefused) {
    const Folder folder;
    const auto path = folder.layer_of_table("velia", tests::velia());
    const auto whole = *base::read_file(path, 1U << 20U);
    const auto refused = [&](std::string bytes, const std::string& because) {
        ASSERT_TRUE(base::write_file(path, bytes));
        const auto gazetteer = Gazetteer::open({path});
        ASSERT_FALSE(gazetteer);
        EXPECT_NE(gazetteer.error().message().find(because), std::string::npos)
            << gazetteer.error().message();
    };
    refused("", "");
    refused("sitrep", "too short");
    refused(whole.substr(0, whole.size() - 1), "cut short");
    auto bent = whole;
    bent[whole.size() / 2] = static_cast<char>(bent[whole.size() / 2] ^ 1);
    refused(bent, "checksum");
    auto other = whole;
    other[14] = '9';
    refused(other, "another version");
}

// Known answers of the specification's reference implementation.
TEST(Checksum, IsXxh64) {
    EXPECT_EQ(layer::checksum(""), 0xEF46DB3751D8E999U);
    EXPECT_EQ(layer::checksum("a"), 0xD24EC4F1A98C6E5BU);
    EXPECT_EQ(layer::checksum("abc"), 0x44BC2CF5AD770999U);
}

}  // namespace
}  // namespace sitrep::lookup
