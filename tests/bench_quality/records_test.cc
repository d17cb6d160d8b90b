#include "quality/scores/records.h"

#include <gtest/gtest.h>

namespace sitrep::quality {
namespace {

TEST(Records, AreRightByTypeThenByCountries) {
    const GoldRecord gold{"AID", {"KEN"}, {"UGA"}};
    const Exported right{"AID", {"KEN"}, {"UGA"}};
    const Exported half{"AID", {"KEN"}, {}};
    const Exported other{"CONSULT", {"KEN"}, {"UGA"}};
    EXPECT_EQ(score({right}, gold), (RecordScore{true, true, 0, 0}));
    EXPECT_EQ(score({half, right}, gold), (RecordScore{true, true, 1, 0}));
    // The countries are asked of the event with the right type.
    EXPECT_EQ(score({half, other}, gold), (RecordScore{true, false, 1, 1}));
    EXPECT_EQ(score({other}, gold), (RecordScore{false, true, 1, 1}));
    EXPECT_EQ(score({}, gold), (RecordScore{false, false, 0, 0}));
}

TEST(Records, CompareEachSideThatTheyName) {
    EXPECT_TRUE(countries_right({"", {"JPN", "UNO"}, {"KEN"}}, {"", {"IGO", "JAP"}, {"KEN"}}));
    EXPECT_TRUE(countries_right({"", {"KEN"}, {"UGA"}}, {"", {}, {"UGA"}}));
    EXPECT_FALSE(countries_right({"", {"KEN", "TZA"}, {"UGA"}}, {"", {"KEN"}, {"UGA"}}));
    // "A and B agreed" has both on one side.
    EXPECT_TRUE(countries_right({"", {"KEN"}, {"UGA"}}, {"", {"UGA", "KEN"}, {}}));
    EXPECT_FALSE(countries_right({"", {"KEN"}, {}}, {"", {"UGA", "KEN"}, {}}));
    // Of one country alone, the other side is not judged.
    EXPECT_TRUE(countries_right({"", {"KEN"}, {"UGA"}}, {"", {"KEN"}, {}}));
}

}  // namespace
}  // namespace sitrep::quality
