#include "annotate/lemmas.h"

#include <gtest/gtest.h>

#include "cases.h"

namespace sitrep::annotate {
namespace {

TEST(Lemmas, FollowTheirCases) {
    tests::run_cases("tests/annotate/lemmas.cases", [](const std::string& input, const auto&) {
        const auto tab = input.find('\t');
        return lemma(input.substr(0, tab), input.substr(tab + 1));
    });
}

// Scores of the scripts in falling order.
std::string chosen(const std::vector<std::string>& best_first, const std::string& form,
                   const std::string& part) {
    static const auto table =
        *nn::LemmaTable::from("fled\tVERB\tflee\nindia\tPROPN\tIndia\npolice\tNOUN\tpolice\n");
    static const auto pieces = *nn::Pieces::from("[UNK]\n[CLS]\n[SEP]\nsteal\nclash\nfir\nfire\n");
    std::vector<float> scores;
    for (std::size_t i = 0; i < best_first.size(); ++i) scores.push_back(-static_cast<float>(i));
    return lemma(scores, best_first, form, part, {table, pieces});
}

TEST(ChosenLemma, IsTheTablesWhereItHasOne) {
    EXPECT_EQ(chosen({"l;2;"}, "Fled", "VERB"), "flee");
    EXPECT_EQ(chosen({"l;1;"}, "police", "NOUN"), "police");
    EXPECT_EQ(chosen({"l;0;"}, "india", "PROPN"), "India");
    EXPECT_EQ(chosen({"k;0;"}, "INDIA", "PROPN"), "INDIA") << "a name as it is written";
}

TEST(ChosenLemma, IsAKnownWordAmongTheNextBest) {
    EXPECT_EQ(chosen({"l;1;", "l;2;"}, "clashes", "NOUN"), "clash");
    EXPECT_EQ(chosen({"l;2;", "=be", "l;3;"}, "firing", "VERB"), "fir");
    EXPECT_EQ(chosen({"l;1;", "l;2;"}, "Tamms", "NOUN"), "tamm") << "a plain plural needs none";
    EXPECT_EQ(chosen({"l;1;", "l;2;"}, "bivvies", "NOUN"), "bivvy");
    EXPECT_EQ(chosen({"l;0;", "l;1;"}, "affliction", "NOUN"), "affliction");
    EXPECT_EQ(chosen({"l;0;"}, "Kesh", "PROPN"), "Kesh");
}

TEST(ChosenLemma, IsRegularWhereNoWordIsKnown) {
    EXPECT_EQ(chosen({"l;3;"}, "mopping", "VERB"), "mop");
    EXPECT_EQ(chosen({"l;2;"}, "overstated", "VERB"), "overstate");
    EXPECT_EQ(chosen({"l;3;"}, "waived", "VERB"), "waive");
    EXPECT_EQ(chosen({"l;2;"}, "mimicked", "VERB"), "mimic");
    EXPECT_EQ(chosen({"l;2;"}, "festered", "VERB"), "fester");
    EXPECT_EQ(chosen({"l;3;"}, "during", "ADP"), "dur") << "no verb, no rule";
}

}  // namespace
}  // namespace sitrep::annotate
