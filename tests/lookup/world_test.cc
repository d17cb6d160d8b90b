#include "lookup/world.h"

#include <gtest/gtest.h>

#include <cstring>

#include "lookup/world/sources.h"
#include "made.h"

namespace sitrep::lookup {
namespace {

using tests::Folder;
using tests::opened;

const std::string own_tables = std::string(SITREP_ROOT) + "/lexicon/en/places";

// One (sssssssudd) as GVariant lays it out at an 8-byte edge.
std::string town(const std::string& number, const std::string& name, const std::string& country,
                 std::uint32_t people, double latitude, double longitude) {
    std::string item;
    for (const auto& text : {number, name, std::string("26"), std::string("Takhar"), country,
                             std::string("Somewhere"), std::string("Etc/UTC")}) {
        item += text + '\0';
    }
    const auto put = [&](const auto& value) {
        item.resize((item.size() + sizeof value - 1) / sizeof value * sizeof value);
        const auto at = item.size();
        item.resize(at + sizeof value);
        std::memcpy(item.data() + at, &value, sizeof value);
    };
    put(people);
    put(latitude);
    put(longitude);
    return item + "\7\6\5\4\3\2\1";  // where its strings end; not needed to read it
}

std::string towns(const std::vector<std::string>& items) {
    std::string bytes;
    std::vector<std::uint32_t> ends;
    for (const auto& item : items) {
        bytes.resize((bytes.size() + 7) / 8 * 8);
        bytes += item;
        ends.push_back(static_cast<std::uint32_t>(bytes.size()));
    }
    for (const auto end : ends) {
        bytes.append(reinterpret_cast<const char*>(&end), sizeof end);
    }
    return bytes;
}

Gazetteer made(const Folder& folder, const WorldSources& sources) {
    auto built = world(sources);
    EXPECT_TRUE(built) << (built ? "" : built.error().message());
    if (!built) return {};
    return opened({folder.layer("world", {std::move(built->places), {}, 0})});
}

std::string first(const Gazetteer& gazetteer, const std::string& name) {
    const auto found = gazetteer.candidates(name);
    return found.empty() ? "" : std::string(gazetteer.id(found.front().place));
}

TEST(World, TheLexiconAloneKnowsEachCountryByAllItsWords) {
    const Folder folder;
    const auto gazetteer = made(folder, {own_tables, "", "", "", ""});
    const auto countries = *table(own_tables + "/countries.tsv");
    for (const auto& row : countries.rows) {
        const std::string id = "iso:" + row.cells[0];
        const auto place = gazetteer.find(id);
        ASSERT_TRUE(place) << id;
        EXPECT_TRUE(gazetteer.point(*place)) << id;
        for (const auto& name : gazetteer.names(*place)) {
            Wanted wanted;
            wanted.variants = false;
            bool met = false;
            for (const auto& found : gazetteer.candidates(name.text, wanted)) {
                met = met || found.place == *place;
            }
            EXPECT_TRUE(met) << id << " " << name.text;
        }
    }
}

TEST(World, NewsNamesOfCountriesProvincesAndRegions) {
    const Folder folder;
    const auto gazetteer = made(folder, {own_tables, "", "", "", ""});
    EXPECT_EQ(first(gazetteer, "Tajik"), "iso:TJ");
    EXPECT_EQ(first(gazetteer, "Afghans"), "iso:AF");
    EXPECT_EQ(first(gazetteer, "U.S."), "iso:US");
    EXPECT_EQ(first(gazetteer, "Burma"), "iso:MM");
    EXPECT_EQ(first(gazetteer, "the Netherlands"), "iso:NL");
    EXPECT_EQ(first(gazetteer, "Va."), "adm1:US.VA");
    EXPECT_EQ(first(gazetteer, "Calif."), "adm1:US.CA");
    EXPECT_EQ(first(gazetteer, "Ont."), "adm1:CA.08");
    EXPECT_EQ(first(gazetteer, "Scottish"), "adm1:GB.SCT");
    EXPECT_EQ(first(gazetteer, "Middle East"), "own:region/middle-east");
    EXPECT_EQ(first(gazetteer, "Black Sea"), "own:water/black-sea");
    EXPECT_EQ(first(gazetteer, "va"), "");
    EXPECT_NE(first(gazetteer, "us"), "iso:US");
    EXPECT_EQ(gazetteer.country(*gazetteer.find("adm1:US.VA")), "US");
}

TEST(World, TownsOfTwoSourcesAreOne) {
    const Folder folder;
    const auto put = [&](const char* name, const std::string& text) {
        ASSERT_TRUE(base::write_file(folder.path(name), text));
    };
    put("admin1.json", R"([{"code":"AF.26","name":"Naran"},{"code":"AF.27","name":"Ilmen"}])");
    put("admin2.json", R"([{"code":"AF.26.01","name":"Korda"}])");
    put("cities.json",
        R"([{"name":"Khwājah Ghār","lat":"37.1","lng":"69.4","country":"AF","admin1":"26","admin2":"01"},)"
        R"({"name":"Kābul","lat":"34.5","lng":"69.2","country":"AF","admin1":"27","admin2":"99"},)"
        R"({"name":"Bad","lat":"x","lng":"69.2","country":"AF","admin1":"27","admin2":""}])");
    put("towns", towns({town("7", "Khwajah Ghar", "AF", 8000, 37.1001, 69.4),
                        town("8", "Kabul", "AF", 4000000, 34.52, 69.18),
                        town("9", "Nila", "AF", 20000, 36, 69)}));
    const auto gazetteer =
        made(folder, {own_tables, folder.path(""), folder.path("towns"), "", ""});
    EXPECT_EQ(gazetteer.place(*gazetteer.find("geonames:7")).print(),
              "geonames:7 town \"Khwājah Ghār\" 37.1,69.4 AF 8000 < adm2:AF.26.01 district "
              "\"Korda\" < adm1:AF.26 province \"Naran\" < iso:AF country \"Afghanistan\"");
    EXPECT_EQ(gazetteer.find("cities:AF.26/khwajah-ghar"), gazetteer.find("geonames:7"));
    EXPECT_EQ(gazetteer.seat(*gazetteer.find("geonames:8")), Seat::OfCountry);
    EXPECT_EQ(gazetteer.id(*gazetteer.parent(*gazetteer.find("geonames:8"))), "adm1:AF.27");
    EXPECT_EQ(gazetteer.id(*gazetteer.parent(*gazetteer.find("geonames:9"))), "adm1:AF.26");
    EXPECT_EQ(first(gazetteer, "Bad"), "");
}

TEST(World, WithoutNpmTheDebianTownsBringTheirProvinces) {
    const Folder folder;
    ASSERT_TRUE(
        base::write_file(folder.path("towns"), towns({town("9", "Nila", "AF", 20000, 36, 69)})));
    const auto gazetteer = made(folder, {own_tables, "", folder.path("towns"), "", ""});
    EXPECT_EQ(gazetteer.place(*gazetteer.find("geonames:9")).print(),
              "geonames:9 town \"Nila\" 36,69 AF 20000 < adm1:AF.26 province \"Takhar\" < iso:AF "
              "country \"Afghanistan\"");
}

TEST(World, BrokenSourcesAreNamed) {
    const Folder folder;
    const auto broken = [&](const std::string& bytes) {
        EXPECT_TRUE(base::write_file(folder.path("towns"), bytes));
        const auto built = world({own_tables, "", folder.path("towns"), "", ""});
        ASSERT_FALSE(built);
        EXPECT_EQ(built.error().place(), folder.path("towns"));
    };
    const auto whole = towns({town("9", "Nila", "AF", 20000, 36, 69)});
    broken("");
    broken("\xFF\xFF\xFF\xFF");
    for (const std::size_t bytes : {5U, 20U, 60U}) broken(whole.substr(bytes));
    EXPECT_FALSE(world({own_tables, folder.path("absent"), "", "", ""}));
    EXPECT_FALSE(sources::names_of("no catalogue"));
    EXPECT_FALSE(sources::names_of(
        std::string("\xDE\x12\x04\x95\0\0\0\0\xFF\0\0\0\x1C\0\0\0\x1C\0\0\0", 20)));
}

}  // namespace
}  // namespace sitrep::lookup
