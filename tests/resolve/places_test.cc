#include "resolve/places.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <sstream>
#include <string>
#include <vector>

#include "base/file.h"
#include "cases.h"
#include "lookup/imports.h"
#include "lookup/layer.h"
#include "lookup/layers.h"

namespace sitrep {
namespace {

lookup::Draft place(const std::string& id, values::PlaceKind kind, const std::string& name,
                    double latitude, double longitude, const std::string& parent,
                    std::uint64_t population = 0) {
    lookup::Draft draft;
    draft.id = id;
    draft.kind = kind;
    draft.name = name;
    draft.point = values::point(latitude, longitude);
    draft.country = id.substr(2, 2);
    draft.population = population;
    if (!parent.empty()) draft.parents = {parent};
    return draft;
}

// Two invented countries side by side; Karsk stands in both of Velia's provinces and in Norland.
std::vector<lookup::Draft> invented() {
    using values::PlaceKind;
    std::vector<lookup::Draft> all = {
        place("t:VE", PlaceKind::Country, "Velia", 10, 10, ""),
        place("t:NO", PlaceKind::Country, "Norland", 20, 10, ""),
        place("t:VE.naro", PlaceKind::Province, "Naro", 10, 10, "t:VE"),
        place("t:VE.ilmen", PlaceKind::Province, "Ilmen", 14, 14, "t:VE"),
        place("t:VE.naro.karsk", PlaceKind::Town, "Karsk", 10.1, 10.1, "t:VE.naro", 9000),
        place("t:VE.ilmen.karsk", PlaceKind::Town, "Karsk", 14.1, 14.1, "t:VE.ilmen", 8000),
        place("t:NO.karsk", PlaceKind::Town, "Karsk", 20.1, 10.1, "t:NO", 900000),
        place("t:VE.naro.osh", PlaceKind::District, "Oshta", 10.2, 10.2, "t:VE.naro"),
        place("t:VE.naro.county", PlaceKind::District, "Ilmen County", 10.4, 10.4, "t:VE.naro"),
        place("t:VE.capital", PlaceKind::Town, "Velgrad", 10.3, 10.3, "t:VE.naro", 2000000)};
    all[0].names = {{"Velian", lookup::NameKind::Adjective}, {"Velians", lookup::NameKind::People}};
    all[1].names = {{"Norlandic", lookup::NameKind::Adjective}};
    return all;
}

lookup::Gazetteer gazetteer() {
    auto with = lookup::place_tables(std::string(SITREP_ROOT) + "/lexicon/en/places");
    EXPECT_TRUE(with);
    lookup::Drafts drafts;
    drafts.places = invented();
    const lookup::Gazetteer nothing;
    lookup::mend(drafts, nothing);
    const auto path =
        (std::filesystem::temp_directory_path() / ("sitrep-places-" + std::to_string(getpid())))
            .string();
    EXPECT_TRUE(base::write_file(
        path, lookup::layer_bytes(drafts.places, {"made", "", with->kinds, with->spelling})));
    auto opened = lookup::Gazetteer::open({path});
    EXPECT_TRUE(opened);
    std::error_code none;
    std::filesystem::remove(path, none);
    return *std::move(opened);
}

std::string part_of(const std::string& word) {
    if (word == "," || word == "." || word == "-") return "PUNCT";
    if (word == "the" || word == "a") return "DET";
    if (word == "of" || word == "in" || word == "between") return "ADP";
    if (word == "and") return "CCONJ";
    return word[0] >= 'A' && word[0] <= 'Z' ? "PROPN" : "NOUN";
}

// "Rebels hold Karsk/GPE": words with the type of their entity; the second is the verb, the first
// its subject, the rest hang on it.
std::string notation_of(const std::string& line) {
    std::istringstream in(line);
    std::string notation;
    std::string entities;
    int at = 0;
    for (std::string word; in >> word;) {
        ++at;
        if (const auto slash = word.find('/'); slash != std::string::npos) {
            const std::string number = std::to_string(at);
            entities += " [" + word.substr(slash + 1) + " " + number + "]";
            word.resize(slash);
        }
        const bool verb = at == 2;
        notation += (notation.empty() ? "" : " ") + word + "|" + word + "|" +
                    (verb ? "VERB" : part_of(word)) + "|" +
                    (verb      ? "0|root"
                     : at == 1 ? "2|nsubj"
                               : "2|dep") +
                    "|";
    }
    return notation + entities;
}

// A sentence a line.
values::NotedMarks marked(const std::string& lines) {
    std::istringstream in(lines);
    std::string notation;
    for (std::string line; std::getline(in, line);) {
        notation += (notation.empty() ? "" : "\n") + notation_of(line);
    }
    const auto noted = values::marks_from(notation);
    EXPECT_TRUE(noted) << notation;
    return noted.value_or(values::NotedMarks{});
}

resolve::PlacesKnown known() {
    const auto table = lookup::table(std::string(SITREP_ROOT) + "/lexicon/en/places/beside.tsv");
    EXPECT_TRUE(table);
    auto words = resolve::PlacesKnown::from(*table);
    EXPECT_TRUE(words);
    return *std::move(words);
}

values::Places placed(const values::NotedMarks& noted) {
    values::Report report;
    report.text = noted.text;
    return resolve::places(report, noted.marks, gazetteer(), known());
}

TEST(PlacesKnown, NounsTellKindsInSingularAndPlural) {
    const auto words = known();
    EXPECT_NE(words.kinds("districts") & resolve::kind_bit(values::PlaceKind::District), 0U);
    EXPECT_NE(words.kinds("counties") & resolve::kind_bit(values::PlaceKind::District), 0U);
    EXPECT_NE(words.kinds("Border Crossing") & resolve::kind_bit(values::PlaceKind::Crossing), 0U);
    EXPECT_EQ(words.kinds("minister"), 0U);
    EXPECT_TRUE(words.line("borders"));
    EXPECT_FALSE(words.line("order"));
}

TEST(PlacesKnown, RowsOfNoRoleAreRefused) {
    const auto table = lookup::table_of("# columns: role word kind example\nplace\tx\t-\ty\n", "t");
    ASSERT_TRUE(table);
    EXPECT_FALSE(resolve::PlacesKnown::from(*table));
    const auto kindless =
        lookup::table_of("# columns: role word kind example\nkind\tx\tship\ty\n", "t");
    ASSERT_TRUE(kindless);
    EXPECT_FALSE(resolve::PlacesKnown::from(*kindless));
}

std::string judged(const std::string& line, const tests::Settings&) {
    const auto noted = marked(line);
    const auto found = placed(noted);
    std::string out;
    for (const auto& mention : found.mentions) {
        out += (out.empty() ? "" : "; ") + std::string(values::code(mention.use)) + " " +
               std::string(mention.span.of(noted.text)) + " = ";
        const auto& choice = mention.place.choice;
        if (!choice) {
            out += "unknown";
        } else if (choice->unplaced()) {
            out += "unplaced < " + choice->parents.front().id;
        } else {
            out += choice->id;
        }
    }
    for (const auto& border : found.borders) {
        out += "; border " + std::string(border.span.of(noted.text));
    }
    return out.empty() ? "none" : out;
}

TEST(Places, Cases) { tests::run_cases("tests/resolve/places.cases", judged); }

TEST(Places, AParagraphInFrontShiftsSpansOnly) {
    const auto alone = placed(marked("Rebels hold Karsk/GPE in Naro/GPE ."));
    const auto two = placed(marked("Rain fell .\nRebels hold Karsk/GPE in Naro/GPE ."));
    ASSERT_EQ(alone.mentions.size(), 2U);
    for (std::size_t i = 0; i < std::min(alone.mentions.size(), two.mentions.size()); ++i) {
        EXPECT_EQ(alone.mentions[i].place.choice, two.mentions[i].place.choice);
    }
}

TEST(Places, NoGazetteerPlacesNothing) {
    const auto noted = marked("Rebels hold Karsk/GPE .");
    values::Report report;
    report.text = noted.text;
    const auto found = resolve::places(report, noted.marks, lookup::Gazetteer(), known());
    ASSERT_EQ(found.mentions.size(), 1U);
    EXPECT_FALSE(found.mentions[0].place.choice);
}

}  // namespace
}  // namespace sitrep
