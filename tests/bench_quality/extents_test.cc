#include "quality/scores/extents.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace sitrep::quality {
namespace {

std::vector<Extent> arbitrary_extents() {
    const auto one = rc::gen::map(rc::gen::pair(rc::gen::inRange<std::uint32_t>(0, 30),
                                                rc::gen::inRange<std::uint32_t>(1, 8)),
                                  [](const std::pair<std::uint32_t, std::uint32_t>& ends) {
                                      return Extent{ends.first, ends.first + ends.second};
                                  });
    return *rc::gen::container<std::vector<Extent>>(one);
}

TEST(Counts, GiveRates) {
    const Counts counts{3, 4, 6};
    EXPECT_DOUBLE_EQ(counts.precision(), 0.75);
    EXPECT_DOUBLE_EQ(counts.recall(), 0.5);
    EXPECT_DOUBLE_EQ(counts.f1(), 0.6);
}

TEST(Counts, OfNothingAreZero) {
    EXPECT_EQ(Counts{}.f1(), 0.0);
    EXPECT_EQ((Counts{0, 0, 5}).precision(), 0.0);
    EXPECT_EQ((Counts{0, 5, 0}).recall(), 0.0);
}

TEST(Exact, WantsBothEnds) {
    EXPECT_EQ(exact({{0, 2}, {3, 5}}, {{0, 2}, {3, 6}, {7, 8}}), (Counts{1, 2, 3}));
}

TEST(Exact, CountsDoublesOnce) {
    EXPECT_EQ(exact({{0, 2}, {0, 2}}, {{0, 2}, {0, 2}, {4, 5}}), (Counts{1, 1, 2}));
}

TEST(Overlap, BeginsAtHalfOfTheLonger) {
    EXPECT_TRUE(overlap_by_half({0, 4}, {2, 6}));   // 2 of 4
    EXPECT_FALSE(overlap_by_half({0, 4}, {2, 7}));  // 2 of 5
    EXPECT_TRUE(overlap_by_half({0, 1}, {0, 2}));   // 1 of 2
    EXPECT_FALSE(overlap_by_half({0, 1}, {1, 2}));
    EXPECT_FALSE(overlap_by_half({0, 3}, {1, 1}));  // an empty one shares nothing
}

TEST(Overlap, PairsOneToOne) {
    // Both halves lie in the whole; only one of them may be paired with it.
    EXPECT_EQ(overlap({{0, 4}, {4, 8}}, {{0, 8}}), (Counts{1, 2, 1}));
}

TEST(Overlap, FindsTheMostPairs) {
    // The first expected one suits both predicted ones, the second only the first predicted.
    EXPECT_EQ(overlap({{0, 4}, {1, 6}}, {{0, 5}, {0, 3}}), (Counts{2, 2, 2}));
}

TEST(Overlap, HoldsWhateverIsExact) {
    EXPECT_TRUE(rc::check("exact pairs are pairs", [] {
        const auto ours = arbitrary_extents();
        const auto gold = arbitrary_extents();
        const Counts strict = exact(ours, gold);
        const Counts loose = overlap(ours, gold);
        RC_ASSERT(strict.right <= loose.right);
        RC_ASSERT(loose.right <= std::min(loose.predicted, loose.expected));
        RC_ASSERT(strict.predicted == loose.predicted);
    }));
}

TEST(Overlap, IsTheSameFromBothSides) {
    EXPECT_TRUE(rc::check("symmetry", [] {
        const auto ours = arbitrary_extents();
        const auto gold = arbitrary_extents();
        RC_ASSERT(overlap(ours, gold).right == overlap(gold, ours).right);
        RC_ASSERT(overlap(gold, gold).f1() == (gold.empty() ? 0.0 : 1.0));
    }));
}

}  // namespace
}  // namespace sitrep::quality
