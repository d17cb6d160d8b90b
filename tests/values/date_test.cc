#include "values/date.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace sitrep::values {
namespace {

TEST(Date, HoldsOnlyDaysThatExist) {
    EXPECT_TRUE(Date::of(2024, 2, 29));
    EXPECT_FALSE(Date::of(2023, 2, 29));
    EXPECT_FALSE(Date::of(1900, 2, 29));
    EXPECT_TRUE(Date::of(2000, 2, 29));
    EXPECT_FALSE(Date::of(2024, 13, 1));
    EXPECT_FALSE(Date::of(2024, 4, 31));
    EXPECT_FALSE(Date::of(10000, 1, 1));
}

TEST(Date, KnowsItsWeekday) {
    EXPECT_EQ(Date::of(1970, 1, 1)->weekday(), Weekday::Thursday);
    EXPECT_EQ(Date::of(2024, 3, 5)->weekday(), Weekday::Tuesday);
    EXPECT_EQ(Date::of(1900, 1, 1)->weekday(), Weekday::Monday);
}

TEST(Date, ShiftsThereAndBack) {
    EXPECT_TRUE(rc::check("shift and unshift", [] {
        const auto start = Date::of(2000, 3, 1)->shifted(*rc::gen::inRange(-700000, 2900000));
        RC_ASSERT(start.has_value());
        const auto days = *rc::gen::inRange(-400, 400);
        const auto there = start->shifted(days);
        if (!there) return;
        RC_ASSERT(there->day_number() - start->day_number() == days);
        RC_ASSERT(there->shifted(-days) == start);
        RC_ASSERT(Date::parse(there->print()) == there);
    }));
    EXPECT_EQ(Date::of(9999, 12, 31)->shifted(1), std::nullopt);
    EXPECT_EQ(Date::of(1, 1, 1)->shifted(-1), std::nullopt);
}

TEST(PartialDate, IsReadBackFromItsNotation) {
    for (const char* good : {"2024-02-29", "2024-02", "2024", "\?\?\?\?-06-23",
                             "\?\?\?\?-06-23/wed", "\?\?\?\?-\?\?-\?\?/thu"}) {
        const auto date = PartialDate::parse(good);
        ASSERT_TRUE(date) << good;
        EXPECT_EQ(date->print(), good);
    }
    for (const char* bad :
         {"", "24", "2024-2", "2023-02-29", "2024-13", "2024-02-30/xyz", "2024/02"}) {
        EXPECT_EQ(PartialDate::parse(bad), std::nullopt) << bad;
    }
}

TEST(PartialDate, ProposesTheYearsInWhichTheWeekdayFits) {
    const auto date = PartialDate::parse("\?\?\?\?-06-23/wed");
    EXPECT_EQ(date->years_proposed(2008, 2030), (std::vector<int>{2010, 2021, 2027}));
    EXPECT_TRUE(PartialDate::parse("\?\?\?\?-06-23")->years_proposed(2000, 2030).empty());
}

}  // namespace
}  // namespace sitrep::values
