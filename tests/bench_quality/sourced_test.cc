// Pairs of source and content, counted by hand.
#include "quality/scores/sourced.h"

#include <gtest/gtest.h>

#include "quality/scores/pairing.h"

namespace sitrep::quality {
namespace {

TEST(Sourced, AskForSourceAndContentOfOnePair) {
    const std::vector<Sourced> gold = {{Extent{0, 2}, {{4, 10}}}, {Extent{20, 22}, {{24, 30}}}};
    EXPECT_EQ(compare(gold, gold), (Counts{2, 2, 2}));
    // The first one's source with the second one's content.
    EXPECT_EQ(compare({{Extent{0, 2}, {{24, 30}}}}, gold), (Counts{0, 1, 2}));
    // Half of the longer source, two thirds of the longer content.
    EXPECT_EQ(compare({{Extent{1, 2}, {{4, 8}}}}, gold), (Counts{1, 1, 2}));
    EXPECT_EQ(compare({{Extent{0, 2}, {{9, 14}}}}, gold), (Counts{0, 1, 2}));
}

TEST(Sourced, NobodyEqualsNobodyAlone) {
    const std::vector<Sourced> nobody = {{std::nullopt, {{4, 10}}}};
    const std::vector<Sourced> somebody = {{Extent{0, 2}, {{4, 10}}}};
    EXPECT_EQ(compare(nobody, nobody), (Counts{1, 1, 1}));
    EXPECT_EQ(compare(somebody, nobody), (Counts{0, 1, 1}));
    EXPECT_EQ(compare(nobody, somebody), (Counts{0, 1, 1}));
}

TEST(Sourced, AnyContentOfAPairWillDo) {
    const std::vector<Sourced> gold = {{Extent{0, 2}, {{4, 10}, {12, 18}}}};
    EXPECT_EQ(compare({{Extent{0, 2}, {{12, 18}}}}, gold), (Counts{1, 1, 1}));
    // One to one: the second finds none left.
    EXPECT_EQ(compare({{Extent{0, 2}, {{4, 10}}}, {Extent{0, 2}, {{12, 18}}}}, gold),
              (Counts{1, 2, 1}));
}

TEST(Sourced, DoublesCountOnceAndPairsWithoutContentNot) {
    const std::vector<Sourced> gold = {{Extent{0, 2}, {{4, 10}}}};
    EXPECT_EQ(compare({gold[0], gold[0], {Extent{0, 2}, {}}}, gold), (Counts{1, 1, 1}));
}

TEST(Pairing, MovesAnEarlierPairAsideForALaterOne) {
    // The first fits both, the second the first alone.
    const auto fits = [](std::size_t left, std::size_t right) { return left == 0 || right == 0; };
    EXPECT_EQ(most_pairs(2, 2, fits), 2U);
    EXPECT_EQ(most_pairs(3, 2, fits), 2U);
    EXPECT_EQ(most_pairs(0, 2, fits), 0U);
}

}  // namespace
}  // namespace sitrep::quality
