#include "resolve/moments.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <sstream>

#include "cases.h"

namespace sitrep::resolve {
namespace {

using values::TimeExpression;

TimeKnown known() {
    const std::string folder = std::string(SITREP_ROOT) + "/lexicon/en/time/";
    const auto words = lookup::table(folder + "words.tsv");
    const auto holidays = lookup::table(folder + "holidays.tsv");
    return std::move(TimeKnown::from(*words, *holidays).value());
}

// What stands behind form and part: "|Tense=Past|VerbForm=Fin".
std::string features(const std::vector<std::string>& cells) {
    std::string out;
    for (std::size_t i = 2; i < cells.size(); ++i) out += "|" + cells[i];
    return out;
}

// Words parted by blanks as a flat sentence: the first verb given as "form|VERB|features" is the
// root, or else the first word; all others hang on it. A word may be "form|PART".
values::NotedMarks flat(const std::string& line) {
    std::istringstream in(line);
    std::vector<std::vector<std::string>> words;
    std::size_t root = 0;
    for (std::string word; in >> word;) {
        std::vector<std::string> cells;
        std::istringstream parts(word);
        for (std::string cell; std::getline(parts, cell, '|');) cells.push_back(cell);
        if (cells.size() > 2 && cells[1] == "VERB" && root == 0) root = words.size() + 1;
        words.push_back(cells);
    }
    if (root == 0) root = 1;
    std::string notation;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const auto& cells = words[i];
        const std::string part = cells.size() > 1 ? cells[1] : "X";
        const bool aux = part == "AUX";
        notation += (i > 0 ? " " : "") + cells[0] + "|" + cells[0] + "|" + part + "|" +
                    (i + 1 == root ? "0|root" : std::to_string(root) + (aux ? "|aux" : "|obl")) +
                    features(cells);
    }
    return *values::marks_from(notation);
}

values::Report report(const std::string& text, const std::string& published) {
    values::Report report;
    report.text = text;
    report.published = *values::Publication::parse(published);
    return report;
}

std::vector<TimeExpression> times(const std::string& line, const std::string& published) {
    static const TimeKnown words = known();
    const auto noted = flat(line);
    return moments(report(noted.text, published), noted.marks, words);
}

// "TYPE value moment rule", one for each expression, parted by " + ".
std::string told(const std::string& line, const std::string& published) {
    std::string out;
    const auto noted = flat(line);
    for (const auto& time : times(line, published)) {
        out += (out.empty() ? "" : " + ") + std::string(time.span.of(noted.text)) + ": " +
               std::string(values::name(time.type)) + " " + time.value + " " +
               (time.moment.choice ? time.moment.choice->print() : "unknown") +
               (time.mod.empty() ? "" : " " + time.mod) +
               (time.zone.empty() ? "" : " zone " + time.zone);
    }
    return out.empty() ? "none" : out;
}

TEST(Moments, FollowTheirCases) {
    tests::run_cases("tests/resolve/moments.cases",
                     [](const std::string& input, const tests::Settings& settings) {
                         return told(input, settings.at("published"));
                     });
}

TEST(Moments, EveryRowsExampleIsRead) {
    const std::string path = std::string(SITREP_ROOT) + "/lexicon/en/time/holidays.tsv";
    const auto holidays = lookup::table(path);
    ASSERT_TRUE(holidays);
    for (const auto& row : holidays->rows) {
        std::string example = row.cells[2].substr(1, row.cells[2].size() - 2);
        for (auto at = example.find("'"); at != std::string::npos; at = example.find("'", at + 2)) {
            if (example.compare(at, 2, "'s") == 0 &&
                row.cells[0].find(" 's") != std::string::npos) {
                example.insert(at++, " ");
            }
        }
        EXPECT_NE(told(example, "2024-03-05"), "none") << example;
    }
}

// The law: a week later, what hangs on publication is a week later.
RC_GTEST_PROP(Moments, MoveWithPublication, ()) {
    const auto days = *rc::gen::inRange(10000, 22000);
    const auto published = *values::Date::of(1970, 1, 1)->shifted(days);
    const auto later = *published.shifted(7);
    for (const std::string line : {"It fell Tuesday", "It fell yesterday", "It fell last week",
                                   "It fell two days ago", "It fell on Friday night"}) {
        const auto now = times(line, published.print());
        const auto then = times(line, later.print());
        RC_ASSERT(now.size() == 1U && then.size() == 1U);
        RC_ASSERT(*now[0].moment.choice->first + 7 == *then[0].moment.choice->first);
    }
}

TEST(Moments, StayWhereWordsStandBeforeThem) {
    const auto alone = times("It fell last Tuesday", "2024-03-05");
    const auto behind = times("Some words before . It fell last Tuesday", "2024-03-05");
    ASSERT_EQ(alone.size(), 1U);
    ASSERT_EQ(behind.size(), 1U);
    EXPECT_EQ(alone[0].value, behind[0].value);
    EXPECT_EQ(alone[0].span.begin() + 20, behind[0].span.begin());
}

std::string chosen(const std::string& notation, std::uint32_t word) {
    static const TimeKnown words = known();
    const auto noted = *values::marks_from(notation);
    const auto all = moments(report(noted.text, "2024-05-13"), noted.marks, words);
    const auto decision = moment_of(noted.marks, {0, word}, all);
    return decision.choice
               ? std::string(decision.choice->span.of(noted.text)) + " " + decision.reason.rule
               : "none";
}

TEST(MomentOf, TakesWhatHangsOnTheVerbBeforeWhatIsNear) {
    const std::string line =
        "Rebels|rebel|NOUN|2|nsubj said|say|VERB|0|root Monday|Monday|PROPN|2|obl:tmod "
        "they|they|PRON|5|nsubj seized|seize|VERB|2|ccomp Osk|Osk|PROPN|5|obj "
        "on|on|ADP|8|case Sunday|Sunday|PROPN|5|obl";
    EXPECT_EQ(chosen(line, 4), "Sunday hangs-on-it");
    EXPECT_EQ(chosen(line, 1), "Monday hangs-on-it");
    EXPECT_EQ(chosen(line, 5), "Sunday hangs-on-its-verb") << "a noun of that clause";
}

TEST(MomentOf, LeavesAnotherVerbsTimeToIt) {
    const std::string line =
        "Osk|Osk|PROPN|2|nsubj fell|fall|VERB|0|root after|after|SCONJ|5|mark "
        "troops|troops|NOUN|5|nsubj left|leave|VERB|2|advcl on|on|ADP|7|case "
        "Sunday|Sunday|PROPN|5|obl";
    EXPECT_EQ(chosen(line, 1), "none");
    EXPECT_EQ(chosen(line, 4), "Sunday hangs-on-it");
}

}  // namespace
}  // namespace sitrep::resolve
