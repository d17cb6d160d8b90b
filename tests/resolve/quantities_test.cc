#include "resolve/quantities.h"

#include <gtest/gtest.h>

#include <chrono>

#include "cases.h"
#include "resolve/toy_marks.h"

namespace sitrep::resolve {
namespace {

const NumbersKnown& english() {
    static const NumbersKnown known = [] {
        auto read = NumbersKnown::open(std::string(SITREP_ROOT) + "/lexicon/en/numbers");
        return std::move(read.value());
    }();
    return known;
}

std::vector<values::Decision<values::Quantity>> read(const tests::Toy& toy) {
    values::Report report;
    report.text = toy.text;
    return quantities(report, toy.marks, english());
}

// "VALUE (rule); VALUE (rule)"; a number that is no quantity is "- (why)".
std::string told(const std::string& marked) {
    std::string out;
    for (const auto& one : read(tests::toy_marks(marked))) {
        out += out.empty() ? "" : "; ";
        const std::string line = one.choice ? one.choice->print() : "-";
        const auto span = line.find(" @");
        out += line.substr(0, span) + " (" + one.reason.rule + ")";
    }
    return out.empty() ? "nothing" : out;
}

TEST(Quantities, FollowTheirCases) {
    tests::run_cases("tests/resolve/quantities.cases",
                     [](const std::string& input, const auto&) { return told(input); });
}

TEST(Quantities, EveryChoiceReadsBackFromItsNotation) {
    const auto toy = tests::toy_marks("at least 40 men crossed 3.5 km and paid $2.5m, up 4%.");
    std::size_t choices = 0;
    for (const auto& one : read(toy)) {
        if (!one.choice) continue;
        ++choices;
        auto same = values::Quantity::parse(one.choice->print());
        ASSERT_TRUE(same) << one.choice->print();
        same->nouns = one.choice->nouns;
        EXPECT_EQ(*same, *one.choice);
        EXPECT_FALSE(one.reason.evidence.empty());
    }
    EXPECT_EQ(choices, 4U);
}

TEST(Quantities, ParagraphInFrontMovesSpansOnly) {
    const std::string line = "between 40 and 60 soldiers fled, and one died/V.";
    const auto alone = read(tests::toy_marks(line));
    const std::string front = "Rain fell. ";
    auto toy = tests::toy_marks(line);
    toy.text = front + toy.text;
    const auto moved = [&](values::Span span) {
        return values::Span::in(toy.text, span.begin() + front.size(), span.end() + front.size());
    };
    for (auto& sentence : toy.marks.sentences) {
        sentence.span = moved(sentence.span);
        for (auto& word : sentence.words) word.span = moved(word.span);
    }
    const auto behind = read(toy);
    ASSERT_EQ(behind.size(), alone.size());
    for (std::size_t i = 0; i < alone.size(); ++i) {
        if (!alone[i].choice) continue;
        auto expected = *alone[i].choice;
        expected.span = moved(expected.span);
        for (auto& noun : expected.nouns) noun = moved(noun);
        EXPECT_EQ(*behind[i].choice, expected);
    }
}

TEST(Quantities, HugeNumbersAreRefusedAtOnce) {
    constexpr std::size_t digits = 100'000;
    const auto start = std::chrono::steady_clock::now();
    EXPECT_EQ(told(std::string(digits, '9') + " men"), "- (apart:too-long)");
    std::string grouped = "1";
    for (std::size_t i = 0; i < digits / 3; ++i) grouped += ",000";
    EXPECT_EQ(told(grouped + " men"), "- (apart:too-long)");
    std::string words = "one";
    for (std::size_t i = 0; i < digits / 10; ++i) words += " hundred and one";
    EXPECT_FALSE(told(words).empty());
    const auto took = std::chrono::steady_clock::now() - start;
    EXPECT_LT(std::chrono::duration<double>(took).count(), 20) << "linear, even under sanitizers";
}

TEST(Quantities, WholeNumbersAreExactTo2To53) {
    const auto read_one = read(tests::toy_marks("9,007,199,254,740,991 grains fell."));
    ASSERT_EQ(read_one.size(), 1U);
    EXPECT_EQ(read_one[0].choice->low, 9007199254740991.0);
    EXPECT_EQ(read_one[0].choice->print().substr(0, 22), "count 9007199254740991");
}

TEST(NumbersKnown, RefusesARowThatIsNone) {
    const auto folder = std::string(SITREP_ROOT) + "/lexicon/en/numbers/";
    NumberTables tables{
        *lookup::table(folder + "words.tsv"),  *lookup::table(folder + "vague.tsv"),
        *lookup::table(folder + "units.tsv"),  *lookup::table(folder + "currencies.tsv"),
        *lookup::table(folder + "bounds.tsv"), *lookup::table(folder + "changes.tsv"),
        *lookup::table(folder + "context.tsv")};
    tables.vague.rows.front().cells[2] = "many";
    const auto read_one = NumbersKnown::from(tables);
    ASSERT_FALSE(read_one);
    EXPECT_NE(read_one.error().message().find("vague.tsv:"), std::string::npos);
}

// Each row's example holds its words as they stand in a text, and a number word reads as its value.
TEST(NumbersKnown, HoldItsRowsExamples) {
    const auto folder = std::string(SITREP_ROOT) + "/lexicon/en/numbers/";
    for (const auto* name :
         {"words", "vague", "units", "currencies", "bounds", "changes", "context"}) {
        const auto table = lookup::table(folder + name + ".tsv");
        ASSERT_TRUE(table);
        for (const auto& row : table->rows) {
            EXPECT_NE(row.cells.back().find(row.cells[1]), std::string::npos)
                << name << ".tsv:" << row.line;
        }
    }
    const auto units = lookup::table(folder + "units.tsv");
    for (const auto& row : units->rows) {
        const std::string example = row.cells.back().substr(1, row.cells.back().size() - 2);
        const auto found = told(example);
        EXPECT_NE(found.find("\"" + row.cells[2] + "\""), std::string::npos)
            << "units.tsv:" << row.line << ": " << example << " gives " << found;
    }
}

}  // namespace
}  // namespace sitrep::resolve
