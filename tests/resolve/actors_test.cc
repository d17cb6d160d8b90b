#include "resolve/actors.h"

#include <gtest/gtest.h>

#include "cases.h"

namespace sitrep::resolve {
namespace {

const ActorsKnown& known() {
    static const auto all = [] {
        auto opened = ActorsKnown::open(std::string(SITREP_ROOT) + "/lexicon/actors");
        EXPECT_TRUE(opened) << opened.error().message();
        return std::move(*opened);
    }();
    return all;
}

std::string shown(const values::Decision<values::Affiliation>& decision) {
    return decision.choice ? decision.choice->print() + "  " + decision.reason.rule : "untold";
}

TEST(Actors, FollowTheirCases) {
    tests::run_cases("tests/resolve/actors.cases",
                     [](const std::string& input, const tests::Settings& settings) {
                         const auto day = values::Date::parse(settings.at("day"));
                         return shown(affiliation(input, known(), day));
                     });
}

// The report of marks in their notation, published on a day.
struct Told {
    values::Report report;
    values::Marks marks;
};
Told told(const std::string& notation, const std::string& day = "2021-06-23") {
    auto noted = values::marks_from(notation);
    EXPECT_TRUE(noted) << notation;
    Told out;
    out.report.text = noted->text;
    out.report.published = *values::Publication::parse(day);
    out.marks = noted->marks;
    return out;
}

std::vector<std::string> found(const Told& told, const std::vector<Chain>& chains = {}) {
    std::vector<std::string> lines;
    for (const auto& actor : actors(told.report, told.marks, chains, known())) {
        std::string words;
        for (const auto& mention : actor.mentions) {
            words += (words.empty() ? "" : ", ") +
                     std::string(told.marks.span(mention).of(told.report.text));
        }
        lines.push_back(words + " = " +
                        (actor.actor.choice ? actor.actor.choice->print() : "unknown"));
    }
    return lines;
}

using Lines = std::vector<std::string>;

const std::string minister =
    "Russian|Russian|ADJ|4|amod Deputy|deputy|NOUN|4|compound Foreign|foreign|ADJ|4|amod "
    "Minister|minister|PROPN|7|nsubj Andrey|Andrey|PROPN|4|flat Rudenko|Rudenko|PROPN|4|flat "
    "met|meet|VERB|0|root Taliban|Taliban|PROPN|9|compound envoys|envoy|NOUN|7|obj "
    "in|in|ADP|11|case Moscow|Moscow|PROPN|7|obl .|.|PUNCT|7|punct "
    "[NORP 1] [PER 5-6] [GRP 8] [GPE 11]";

TEST(ActorsOfAReport, AreItsRoleNounsAndNames) {
    EXPECT_EQ(found(told(minister)),
              (Lines{"Russian Deputy Foreign Minister Andrey Rudenko = person \"Andrey Rudenko\" "
                     "RUS GOV \"deputy foreign minister\"",
                     "Taliban envoys = collective \"\" AFG REB \"envoys\" of \"Taliban\" "
                     "..2021-08-14"}));
}

TEST(ActorsOfAReport, LeaveOutATownThatIsAPlace) {
    const auto met = told(
        "Moscow|Moscow|PROPN|2|nsubj said|say|VERB|0|root talks|talk|NOUN|5|nsubj "
        "in|in|ADP|5|case Moscow|Moscow|PROPN|2|obl ended|end|VERB|2|ccomp [GPE 1] [GPE 5]");
    EXPECT_EQ(found(met), (Lines{"Moscow = state \"Russia\" RUS GOV"}));
}

TEST(ActorsOfAReport, AreOneForEachChain) {
    const auto both =
        told(minister + "\n" +
             "The|the|DET|2|det diplomat|diplomat|NOUN|3|nsubj left|leave|VERB|0|root");
    const Chain chain{{{0, 0}, {0, 5}}, {{1, 0}, {1, 1}}};
    EXPECT_EQ(found(both, {chain}).front(),
              "Russian Deputy Foreign Minister Andrey Rudenko, The diplomat = person \"Andrey "
              "Rudenko\" RUS GOV \"deputy foreign minister\"");
}

TEST(ActorsOfAReport, MeetByFamilyName) {
    const auto both =
        told(minister + "\n" + "Rudenko|Rudenko|PROPN|2|nsubj left|leave|VERB|0|root [PER 1]");
    EXPECT_EQ(found(both).size(), 2U);
    const auto other = told(minister + "\n" +
                            "Olga|Olga|PROPN|3|nsubj Rudenko|Rudenko|PROPN|1|flat "
                            "left|leave|VERB|0|root [PER 1-2]");
    EXPECT_EQ(found(other).size(), 3U);
}

// A paragraph in front moves spans and positions; what is told stays.
TEST(ActorsOfAReport, StayWhenAParagraphStandsInFront) {
    const auto alone = told(minister);
    const auto after = told("It|it|PRON|2|nsubj rained|rain|VERB|0|root <end>\n" + minister);
    EXPECT_EQ(found(alone), found(after));
    const auto first = actors(after.report, after.marks, {}, known()).front();
    EXPECT_EQ(first.mentions.front().first, (values::WordAt{1, 0}));
    for (const auto& span : first.actor.reason.evidence) {
        EXPECT_FALSE(span.of(after.report.text).empty());
        EXPECT_GE(span.begin(), 10U);
    }
}

// The day moves, and with it who holds an office.
TEST(ActorsOfAReport, HoldOnTheDayOfPublication) {
    const std::string words =
        "The|the|DET|3|det French|French|ADJ|3|amod president|president|NOUN|4|nsubj "
        "spoke|speak|VERB|0|root [NORP 2]";
    EXPECT_EQ(found(told(words, "2016-01-01")).front(),
              "The French president = person \"Francois Hollande\" FRA GOV \"president\" "
              "2012-05..2017-05");
    EXPECT_EQ(found(told(words, "2018-01-01")).front(),
              "The French president = person \"Emmanuel Macron\" FRA GOV \"president\" 2017-05..");
    EXPECT_EQ(found(told(words, "2017-05-10")).front(),
              "The French president = person \"\" FRA GOV \"president\"")
        << "either, that May: nobody is named";
    EXPECT_EQ(found(told(words, "unknown")).front(),
              "The French president = person \"\" FRA GOV \"president\"");
}

TEST(ActorsOfAReport, AreNoneWhereNothingIsRead) {
    EXPECT_TRUE(actors({}, {}, {}, known()).empty());
    const auto pronoun = told("He|he|PRON|2|nsubj left|leave|VERB|0|root");
    EXPECT_TRUE(found(pronoun).empty());
    EXPECT_EQ(found(pronoun, {{{{0, 0}, {0, 0}}}}), (Lines{"He = unknown"}));
}

TEST(Affiliation, OfMarkedWordsEndsWhereTheTreeSays) {
    const auto words = told(
        "guards|guard|NOUN|4|nsubj watching|watch|VERB|1|acl Kenya|Kenya|PROPN|2|obj "
        "fled|flee|VERB|0|root [GPE 3]");
    const auto got = affiliation(words.report, words.marks, {{0, 0}, {0, 2}}, known());
    EXPECT_EQ(got.choice ? got.choice->countries : std::vector<std::string>{"none"},
              std::vector<std::string>{});
}

std::string error_of(const std::string& text) {
    ActorsKnown fresh;
    const auto added = fresh.add(*lookup::table_of(text, "own.tsv"));
    return added ? "" : added.error().message();
}

TEST(ActorsKnown, NamesTheRowThatIsWrong) {
    const std::string names = "# columns: part codes sectors during names\n";
    EXPECT_EQ(error_of(names + "group\tVEL\tREB\t-\tNaro Front\n"), "");
    EXPECT_EQ(error_of(names + "band\tVEL\tREB\t-\tNaro Front\n"),
              "own.tsv:2: \"band\" is no part of a table of names; mend the row");
    EXPECT_EQ(error_of(names + "group\tVelia\tREB\t-\tNaro Front\n"),
              "own.tsv:2: \"Velia\" is no code of three capitals, nor several joined by +");
    EXPECT_EQ(error_of(names + "group\tVEL\tREB\tsoon\tNaro Front\n"),
              "own.tsv:2: \"soon\" is no time; write 1999-12..2000-05, 1999.. or -");
    EXPECT_EQ(error_of("# columns: a b\nx\ty\n"),
              "own.tsv: its columns are those of no table of actors; compare lexicon/actors/");
}

// A user's own row works as the shipped ones do.
TEST(ActorsKnown, TakesRowsOfItsUser) {
    ActorsKnown own = known();
    const auto added = own.add(*lookup::table_of(
        "# columns: part codes sectors during names\ngroup\tVEL\tREB\t-\tNaro Front|NF\n", "own"));
    ASSERT_TRUE(added);
    EXPECT_EQ(shown(affiliation("a Naro Front commander", own, {})),
              "VEL REB \"commander\" of \"Naro Front\"  named+role-of");
}

// Every name of every table of names tells its own row's country and sector.
TEST(ActorsKnown, TellsEachRowByEachOfItsNames) {
    for (const std::string name : {"groups", "bodies", "parties", "outlets", "places"}) {
        const std::string path = std::string(SITREP_ROOT) + "/lexicon/actors/" + name + ".tsv";
        const auto table = lookup::table(path);
        ASSERT_TRUE(table);
        for (const auto& row : table->rows) {
            const auto lasting = *values::Lasting::parse(row.cells[3] == "-" ? "" : row.cells[3]);
            std::optional<values::Date> day;
            if (lasting.from) day = values::Date::of(*lasting.from->year + 1, 1, 1);
            if (lasting.to) day = values::Date::of(*lasting.to->year - 1, 1, 1);
            std::string cell = row.cells[4];
            for (std::size_t at = 0; at <= cell.size();) {
                const auto end = std::min(cell.find('|', at), cell.size());
                const std::string word = cell.substr(at, end - at);
                at = end + 1;
                const auto got = affiliation(word, known(), day);
                const auto codes = got.choice.value_or(values::Affiliation{});
                values::Affiliation wanted;
                EXPECT_TRUE(got.choice.has_value()) << path << ":" << row.line << " " << word;
                std::string joined;
                for (const auto& code : codes.countries)
                    joined += (joined.empty() ? "" : "+") + code;
                EXPECT_EQ(joined, row.cells[1]) << path << ":" << row.line << " " << word;
            }
        }
    }
}

// What a person is called whom the registry takes for Jimmy Carter, and whom a report names so.
std::string kept(const std::string& naming, const std::string& role) {
    values::Actor actor{values::ActorKind::Person, "Jimmy Carter", {}};
    actor.affiliation.role = role;
    return kept_to_report({actor, {"office-holder", {}, 1}, {}}, naming).choice->name;
}

TEST(Actors, GiveWayToTheReportsOwnGivenName) {
    EXPECT_EQ(kept("Defense Secretary Ash Carter", "defense secretary"),
              "Defense Secretary Ash Carter");
    EXPECT_EQ(kept("President Carter", "president"), "Jimmy Carter") << "a role is no given name";
    EXPECT_EQ(kept("Carter", ""), "Jimmy Carter");
    EXPECT_EQ(kept("James (Jimmy) Carter", ""), "Jimmy Carter");
    EXPECT_EQ(kept("the president", "president"), "Jimmy Carter");
}

TEST(Actors, KeepTheRegistrysNameOfABody) {
    const values::Actor body{values::ActorKind::Body, "United Nations", {}};
    EXPECT_EQ(kept_to_report({body, {"named", {}, 1}, {}}, "the Old Nations").choice->name,
              "United Nations");
}

}  // namespace
}  // namespace sitrep::resolve
