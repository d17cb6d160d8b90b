#include "lookup/imports.h"

#include <gtest/gtest.h>

#include "made.h"

namespace sitrep::lookup {
namespace {

using tests::Folder;
using tests::opened;

Drafts imported(const std::string& text, const Gazetteer& below = {}) {
    Drafts drafts;
    const auto form = form_of(text);
    EXPECT_TRUE(form) << text.substr(0, 80);
    if (form) import(*form, text, {tests::place_tables().features, below}, drafts);
    return drafts;
}

std::string faults(const Drafts& drafts) {
    std::string out;
    for (const auto& fault : drafts.faults) {
        out += std::to_string(fault.line) + ": " + fault.what + "\n";
    }
    return out;
}

// A row of a GeoNames dump.
std::string geonames(const std::string& id, const std::string& name, const std::string& code,
                     const std::string& admin1, const std::string& admin2,
                     const std::string& latitude = "10.1", const std::string& names = "",
                     const std::string& people = "0") {
    return id + "\t" + name + "\t" + name + "\t" + names + "\t" + latitude + "\t20.1\t" +
           code.substr(0, 1) + "\t" + code + "\tXV\t\t" + admin1 + "\t" + admin2 + "\t\t\t" +
           people + "\t\t300\tEtc/UTC\t2024-01-01\n";
}

TEST(Imports, AGeoNamesDumpHangsTogether) {
    const Folder folder;
    auto drafts = imported(
        geonames("1", "Velia", "PCLI", "00", "") + geonames("2", "Naran", "ADM1", "01", "") +
        geonames("3", "Korda", "ADM2", "01", "0101") +
        geonames("4", "Ghar", "PPLA2", "01", "0101", "10.1", "Gar,Ghor,") +
        geonames("5", "Kedra", "PPL", "01", "0102") +
        geonames("6", "Ostra", "PPL", "02", "", "10.1", "", "250000") +
        geonames("7", "Old Ostra", "PPLH", "02", "") + geonames("8", "Ilmen", "STM", "", ""));
    EXPECT_EQ(faults(drafts), "");
    const auto velia = opened({folder.layer("velia", drafts)});
    EXPECT_EQ(velia.place(*velia.find("geonames:4")).print(),
              "geonames:4 town \"Ghar\" 10.1,20.1 XV 0 < geonames:3 district \"Korda\" < "
              "geonames:2 province \"Naran\" < geonames:1 country \"Velia\"");
    EXPECT_EQ(velia.id(velia.candidates("Gar").front().place), "geonames:4");
    EXPECT_EQ(velia.id(*velia.parent(*velia.find("geonames:5"))), "geonames:2");
    EXPECT_EQ(velia.kind(*velia.find("geonames:5")), values::PlaceKind::Village);
    EXPECT_EQ(velia.kind(*velia.find("geonames:6")), values::PlaceKind::Town);
    EXPECT_EQ(velia.kind(*velia.find("geonames:8")), values::PlaceKind::River);
    EXPECT_FALSE(velia.find("geonames:7"));
    EXPECT_EQ(velia.find("iso:XV"), velia.find("geonames:1"));
}

TEST(Imports, AlternateNamesJoinTheDumpReadBefore) {
    auto drafts = imported(geonames("4", "Ghar", "PPL", "01", ""));
    const std::string names =
        "1\t4\ten\tKhwaja Ghar\t1\t\t\t\t\t\n2\t4\tlink\thttps://example.org\t\t\t\t\t\t\n"
        "3\t9\ten\tElsewhere\t\t\t\t\t\t\n4\t4\tabb\tGhr.\t\t\t\t\t\t\n5\t4\n";
    import(*form_of(names), names, {tests::place_tables().features, {}}, drafts);
    ASSERT_EQ(drafts.places.size(), 1U);
    ASSERT_EQ(drafts.places[0].names.size(), 2U);
    EXPECT_EQ(drafts.places[0].names[0].text, "Khwaja Ghar");
    EXPECT_EQ(drafts.places[0].names[1].kind, NameKind::Abbreviation);
    EXPECT_EQ(faults(drafts), "5: 2 cells where 8 or 10 are; left out\n");
}

TEST(Imports, WhosOnFirstAsATable) {
    const Folder folder;
    auto drafts = imported(
        "country\twof_id\tgeonameid\twikidata\tplacetype\tgn_fcode\tname\tlat\tlon\tadmin1_wof\t"
        "admin2_wof\tpopulation\tdeprecated\taltnames\n"
        "XV\t1\t\t\tcountry\t\tVelia\t10\t20\t\t\t\t0\t\n"
        "XV\t2\t22\tQ2\tregion\t\tNaran\t10\t20\t2\t\t\t0\teng:Naran Province|und:Naraan\n"
        "XV\t3\t\t\tcounty\t\tKorda\t10\t20\t2\t3\t\t0\t\n"
        "XV\t4\t\t\tlocality\tPPLA2\tGhar\t10\t20\t2\t3\t\t0\tund:Gar\n"
        "XV\t5\t\t\tlocality\tPPL\tGone\t10\t20\t2\t3\t\t1\t\n"
        "XV\t6\t\t\tlocality\tPPL\tKedra\t10\t20\t2\t77\t\t0\t\n"
        "XV\tsix\t\t\tlocality\tPPL\tOddity\t10\t20\t2\t3\t\t0\t\n");
    EXPECT_EQ(faults(drafts), "8: no wof_id; left out\n");
    const auto velia = opened({folder.layer("velia", drafts)});
    EXPECT_EQ(velia.size(), 5U);
    EXPECT_EQ(velia.seat(*velia.find("wof:4")), Seat::OfDistrict);
    EXPECT_EQ(velia.find("geonames:22"), velia.find("wof:2"));
    EXPECT_EQ(velia.parents(*velia.find("wof:4")).size(), 3U);
    EXPECT_EQ(velia.id(*velia.parent(*velia.find("wof:6"))), "wof:2");  // no district 77
}

TEST(Imports, WhosOnFirstAsAFeature) {
    const auto drafts = imported(
        R"({"type":"Feature","properties":{"wof:id":4,"wof:name":"Ghar","wof:placetype":"locality",)"
        R"("wof:country":"XV","geom:latitude":10.0,"geom:longitude":20.0,"gn:fcode":"PPLA2",)"
        R"("wof:concordances":{"gn:id":44,"wd:id":"Q4"},"name:eng_x_preferred":["Ghar"],)"
        R"("name:und_x_variant":["Gar","Ghor"],"wof:hierarchy":[{"region_id":2,"county_id":3}]}})");
    EXPECT_EQ(faults(drafts), "");
    ASSERT_EQ(drafts.places.size(), 1U);
    const Draft& ghar = drafts.places[0];
    EXPECT_EQ(ghar.id, "wof:4");
    EXPECT_EQ(ghar.also, (std::vector<std::string>{"geonames:44", "wikidata:Q4"}));
    EXPECT_EQ(ghar.parents, (std::vector<std::string>{"wof:3", "wof:2", "iso:XV"}));
    EXPECT_EQ(ghar.names.size(), 2U);
    EXPECT_EQ(faults(imported("{\"type\":")), "1: no JSON object with properties; left out\n");
    EXPECT_EQ(faults(imported("{\"properties\":{}}")), "1: no wof:id; left out\n");
}

TEST(Imports, ATableMayNameProvincesOfTheLayersBelow) {
    const Folder folder;
    const auto world = opened({folder.layer_of_table("velia", tests::velia())});
    const auto drafts = imported(
        "# our own\nname\tkind\tcountry\tprovince\tdistrict\n"
        "Kedra\tpost\tXV\tNaran\tKorda\nLissa\t\tXV\tNaran\tMorda\nNila\thamlet\tXV\t\t\n"
        "Nila\t\tVelia\t\t\nNila\t\tXV\t\t\nNila\t\tXV\t\t\n",
        world);
    EXPECT_EQ(faults(drafts),
              "5: \"hamlet\" is no kind of place; left out\n"
              "6: \"Velia\" is no country by two capitals; kept without\n"
              "4: its district \"Morda\" is not known; kept under what is\n");
    ASSERT_EQ(drafts.places.size(), 5U);
    EXPECT_EQ(drafts.places[0].parents, std::vector<std::string>{"v:korda"});
    EXPECT_EQ(drafts.places[0].id, "own:XV/kedra");
    EXPECT_EQ(drafts.places[1].parents, std::vector<std::string>{"v:naran"});
    EXPECT_EQ(drafts.places[4].id, "own:XV/nila~2");
}

TEST(Imports, BrokenRowsAreNamedAndTheRestIsRead) {
    std::string table = "name\tlatitude\tlongitude\r\n";
    table += "Naro\t10\t20\r\n";
    table += "Out\t91\t20\r\n";
    table += "Nan\tnan\tnorth\r\n";
    table += "Short\t10\r\n";
    table += "Latin\xE9\t10\t20\r\n";
    table += std::string("Nul\0l", 5) + "\t10\t20\r\n";
    table += std::string(import_line_bytes_max + 1, 'x') + "\r\n\r\n";
    table += "Last\t10\t20";
    const auto drafts = imported(table);
    EXPECT_EQ(faults(drafts),
              "3: \"91\", \"20\" is no point; kept without\n"
              "4: \"nan\", \"north\" is no point; kept without\n"
              "5: 2 cells where 3 are named; left out\n"
              "6: not UTF-8; left out\n"
              "7: not UTF-8; left out\n"
              "8: a line longer than 1 MiB; left out\n");
    ASSERT_EQ(drafts.places.size(), 4U);
    EXPECT_EQ(drafts.places.back().name, "Last");
}

TEST(Imports, FaultsBeyondTheLimitAreCounted) {
    std::string table = "name\tkind\n";
    for (std::size_t i = 0; i < import_faults_kept_max + 5; ++i) table += "Naro\thamlet\n";
    const auto drafts = imported(table);
    EXPECT_EQ(drafts.faults.size(), import_faults_kept_max);
    EXPECT_EQ(drafts.faults_dropped, 5U);
}

TEST(Imports, AFileOfNoFormIsRefused) {
    EXPECT_FALSE(form_of(""));
    EXPECT_FALSE(form_of("Dear all,\nhere are the places.\n"));
    EXPECT_FALSE(form_of("1\t2\t3\n"));
    EXPECT_NE(form_of("\xFF\xFEn").error().message().find("UTF-16"), std::string::npos);
    EXPECT_EQ(*form_of("\xEF\xBB\xBFname\n"), Form::Table);
}

TEST(Mend, DoublesRingsAndOrphansAreNamed) {
    Drafts drafts;
    const auto add = [&](std::string id, std::string name, std::string parent) {
        Draft draft;
        draft.id = std::move(id);
        draft.name = std::move(name);
        if (!parent.empty()) draft.parents = {std::move(parent)};
        draft.line = drafts.places.size() + 1;
        drafts.places.push_back(draft);
    };
    add("a", "Naro", "b");
    add("b", "Nila", "c");
    add("c", "Lissa", "a");
    add("a", "Naro again", "");
    add("d", "Kedra", "nowhere");
    add("e", "東京", "");
    add("", "Nameless", "");
    add("f", "Morda", "f");
    mend(drafts, {});
    EXPECT_EQ(faults(drafts),
              "3: lies in itself by way of a; kept without parent\n"
              "4: the id a a second time; left out\n"
              "5: its parent nowhere is not known; kept without\n"
              "6: no name in a script that is read; left out\n"
              "7: no id; left out\n"
              "8: its parent f is not known; kept without\n");
    EXPECT_EQ(drafts.places.size(), 5U);
}

// The same places in another order are the same answers.
TEST(Imports, TheOrderOfRowsChangesNoAnswer) {
    const Folder folder;
    const auto forth = geonames("2", "Naran", "ADM1", "01", "") +
                       geonames("4", "Ghar", "PPLA2", "01", "", "10.1", "Gar");
    const auto back = geonames("4", "Ghar", "PPLA2", "01", "", "10.1", "Gar") +
                      geonames("2", "Naran", "ADM1", "01", "");
    const auto one = opened({folder.layer("one", imported(forth))});
    const auto two = opened({folder.layer("two", imported(back))});
    for (const auto* name : {"Gar", "Ghar", "Naran", "Gor"}) {
        const auto first = one.candidates(name);
        const auto second = two.candidates(name);
        ASSERT_EQ(first.size(), second.size()) << name;
        for (std::size_t i = 0; i < first.size(); ++i) {
            EXPECT_EQ(one.place(first[i].place), two.place(second[i].place));
            EXPECT_EQ(first[i].cost, second[i].cost);
        }
    }
}

}  // namespace
}  // namespace sitrep::lookup
