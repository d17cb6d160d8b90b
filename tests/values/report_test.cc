#include "values/report.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace sitrep::values {
namespace {

TEST(Publication, IsReadBackFromItsNotation) {
    for (const char* good :
         {"2021-06-23", "2021-06-23T14:05+05:00", "2021-06-23T14:05", "2021-06-23-03:30", "2021-06",
          "\?\?\?\?-06-23/wed", "\?\?\?\?-\?\?-\?\?/thuT23:59-11:00", "unknown"}) {
        const auto published = Publication::parse(good);
        ASSERT_TRUE(published) << good;
        EXPECT_EQ(published->print(), good);
    }
    EXPECT_EQ(Publication::parse("2024-03-05T10:00Z")->print(), "2024-03-05T10:00+00:00");
    EXPECT_EQ(Publication::parse("unknown")->known, Known::Unknown);
    EXPECT_EQ(Publication::parse("2021-06-23")->known, Known::Given);
}

TEST(Publication, RefusesWhatIsNone) {
    for (const char* bad : {"", "\?\?\?\?", "T10:00", "2021-06-23T", "2021-06-23T24:00",
                            "2021-06-23T10:60", "2021-06-23T10:00+19:00", "2021-06-23T1:00",
                            "2021-02-30", "2021-06-23T10:00+5:00", "Z", "2021-06-23 10:00"}) {
        EXPECT_EQ(Publication::parse(bad), std::nullopt) << bad;
    }
}

TEST(Publication, ReadsBackEveryMinuteAndZone) {
    EXPECT_TRUE(rc::check("print and parse", [] {
        Publication published;
        published.known = Known::Given;
        published.date.month = *rc::gen::inRange(1, 13);
        if (*rc::gen::arbitrary<bool>()) published.date.year = *rc::gen::inRange(1, 10000);
        if (*rc::gen::arbitrary<bool>()) published.date.day = *rc::gen::inRange(1, 29);
        if (*rc::gen::arbitrary<bool>()) {
            published.date.weekday = static_cast<Weekday>(*rc::gen::inRange(0, 7));
        }
        if (*rc::gen::arbitrary<bool>()) {
            published.minute_of_day = static_cast<std::int16_t>(*rc::gen::inRange(0, 1440));
        }
        if (*rc::gen::arbitrary<bool>()) {
            published.zone_offset_minutes = static_cast<std::int16_t>(*rc::gen::inRange(-720, 841));
        }
        RC_ASSERT(Publication::parse(published.print()) == published);
    }));
}

}  // namespace
}  // namespace sitrep::values
