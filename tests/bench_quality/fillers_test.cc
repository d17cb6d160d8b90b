#include "quality/scores/fillers.h"

#include <gtest/gtest.h>

namespace sitrep::quality {
namespace {

using Entities = std::vector<Entity>;

TEST(Fillers, AreComparedWithoutCasePunctuationAndArticles) {
    EXPECT_EQ(normalised("The \"Naro\" Bridge,  an A-frame"), "naro bridge aframe");
    EXPECT_EQ(normalised("THEATRE"), "theatre");
    EXPECT_EQ(normalised(" the "), "");
}

TEST(Fillers, AreAlikeWhereEveryMentionIsAGoldOne) {
    const Entities gold{{"Naro Front", "NF"}, {"two men"}};
    EXPECT_EQ(ceaf_ree({{"the NF"}, {"Two Men"}}, gold), (Counts{2, 2, 2}));
    EXPECT_EQ(ceaf_ree({{"NF", "Naro Front"}}, gold), (Counts{1, 1, 2}));
    EXPECT_EQ(ceaf_ree({{"NF", "the rebels"}}, gold), (Counts{0, 1, 2}));
    EXPECT_EQ(ceaf_ree({{"men"}}, gold), (Counts{0, 1, 2}));
    EXPECT_EQ(ceaf_ree({}, gold), (Counts{0, 0, 2}));
    EXPECT_EQ(ceaf_ree({{"NF"}}, {}), (Counts{0, 1, 0}));
}

TEST(Fillers, ArePairedOneToOneAndBest) {
    // Both fit the first gold entity; only one of them may have it.
    EXPECT_EQ(ceaf_ree({{"NF"}, {"Naro Front"}}, {{"Naro Front", "NF"}}), (Counts{1, 2, 1}));
    // The first fits both, the second the first alone: taking the first in order would lose one.
    EXPECT_EQ(ceaf_ree({{"men"}, {"two men"}}, {{"two men", "men"}, {"men"}}), (Counts{2, 2, 2}));
}

TEST(Fillers, OfSeveralTemplatesAreMergedWhereOneHoldsTheOther) {
    Entities gold;
    merge_gold({"Naro Front", "NF"}, gold);
    merge_gold({"NF"}, gold);
    merge_gold({"NARO FRONT", "NF", "the Front"}, gold);
    merge_gold({"the Front", "NF"}, gold);
    EXPECT_EQ(gold, (Entities{{"naro front", "nf"}, {"the front", "nf"}}));
}

TEST(Fillers, ThatTheTextHasNotAreLeftOut) {
    EXPECT_EQ(found_in("THE NARO\nFRONT struck.", {{"naro front", "nf"}, {"men"}}),
              (Entities{{"naro front"}}));
}

}  // namespace
}  // namespace sitrep::quality
