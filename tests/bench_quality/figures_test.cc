#include "quality/scores/figures.h"

#include <gtest/gtest.h>

#include <limits>

namespace sitrep::quality {
namespace {

ToldFigure one(double value, const std::string& change = "=", const std::string& unit = "man") {
    return {value, value, false, change, unit};
}

TEST(Figures, MatchOneToOne) {
    EXPECT_EQ(compare({one(3), one(3), one(4)}, {one(3), one(5)}, Asked::Value), (Counts{1, 3, 2}));
    EXPECT_EQ(compare({}, {one(5)}, Asked::Value), (Counts{0, 0, 1}));
}

TEST(Figures, AgreeInTheFieldAskedFor) {
    EXPECT_EQ(compare({one(3, ">")}, {one(3)}, Asked::Value).right, 1U);
    EXPECT_EQ(compare({one(3, ">")}, {one(3)}, Asked::Change).right, 0U);
    EXPECT_EQ(compare({one(3, ">", "Man")}, {one(3)}, Asked::Unit).right, 1U);
    EXPECT_EQ(compare({one(3, "=", "dog")}, {one(3)}, Asked::Unit).right, 0U);
}

TEST(Figures, NeedBothEndsOfARange) {
    const ToldFigure range{3, 5, true, "=", "man"};
    EXPECT_EQ(compare({one(3)}, {range}, Asked::Value).right, 0U);
    EXPECT_EQ(compare({{3, 6, true, "=", "man"}}, {range}, Asked::Value).right, 0U);
    EXPECT_EQ(compare({range}, {range}, Asked::Value).right, 1U);
}

TEST(Figures, AreTheSameNumbersAsOften) {
    constexpr double open = std::numeric_limits<double>::infinity();
    EXPECT_TRUE(same({2, 1}, {1, 2}));
    EXPECT_FALSE(same({1, 1}, {1, 2}));
    EXPECT_FALSE(same({1}, {1, 1}));
    EXPECT_TRUE(same({1.0 / 3}, {0.333333333333333}));
    EXPECT_TRUE(same({-open, 3}, {3, -open}));
    EXPECT_FALSE(same({open}, {-open}));
}

}  // namespace
}  // namespace sitrep::quality
