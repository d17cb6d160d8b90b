#include "quality/scores/trees.h"

#include <gtest/gtest.h>

namespace sitrep::quality {
namespace {

// "The bridge was taken"
const std::vector<TreeWord> gold = {{"the", "DET", 1, "det"},
                                    {"bridge", "NOUN", 3, "nsubj:pass"},
                                    {"be", "AUX", 3, "aux:pass"},
                                    {"take", "VERB", -1, "root"}};

TEST(TreeScore, OfTheSameTreeIsWhole) {
    EXPECT_EQ(compare(gold, gold), (TreeScore{4, 4, 4, 4, 4, 4}));
}

TEST(TreeScore, TakesARelationWithoutItsSubtype) {
    auto ours = gold;
    ours[1].relation = "nsubj";
    ours[2].relation = "cop";
    EXPECT_EQ(compare(ours, gold), (TreeScore{4, 4, 4, 4, 3, 2}));
}

TEST(TreeScore, WantsTheHeadForARelation) {
    auto ours = gold;
    ours[0].head = 3;
    EXPECT_EQ(compare(ours, gold), (TreeScore{4, 4, 4, 3, 3, 3}));
    ours[3].head = 0;  // the root is a head like others
    EXPECT_EQ(compare(ours, gold), (TreeScore{4, 4, 4, 2, 2, 2}));
}

TEST(TreeScore, TakesAnyLemmaWhereNoneIsGiven) {
    auto expected = gold;
    expected[0].lemma = "_";
    auto ours = gold;
    ours[0].lemma = "tea";
    ours[1].lemma = "Bridge";
    ours[3].part = "NOUN";
    EXPECT_EQ(compare(ours, expected), (TreeScore{4, 3, 3, 4, 4, 4}));
}

TEST(TreeScore, Adds) {
    TreeScore sum = compare(gold, gold);
    sum += compare({gold[3]}, {gold[3]});
    EXPECT_EQ(sum, (TreeScore{5, 5, 5, 5, 5, 5}));
}

TEST(TreeScoreDeathTest, WantsTheSameWords) { EXPECT_DEATH(compare({}, gold), "CHECK"); }

}  // namespace
}  // namespace sitrep::quality
