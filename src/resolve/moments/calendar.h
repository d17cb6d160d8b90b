// Calendar: weeks, months, quarters, seasons and named days as runs of days.
//
// Units   day numbers as values::Date has them; weeks begin on Monday (ISO 8601)
// Source  Easter: Meeus/Jones/Butcher; tabular Islamic calendar: Dershowitz and Reingold,
//         "Calendrical Calculations"
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "values/date.h"

namespace sitrep::resolve {

struct Days {
    std::int32_t first = 0;
    std::int32_t last = 0;

    friend bool operator==(const Days&, const Days&) = default;
};

// Empty where it leaves the years 1 to 9999.
std::optional<values::Date> date_of(std::int32_t day);
int year_of(std::int32_t day);
int month_of(std::int32_t day);
int weekday_of(std::int32_t day);  // Monday is 0

std::optional<std::int32_t> day_of(int year, int month, int day);
Days month_days(int year, int month);
Days year_days(int year);
Days quarter_days(int year, int quarter);
Days half_days(int year, int half);
Days season_days(int year, std::string_view season);  // northern; winter begins in its year
Days week_days(std::int32_t day);                     // the week that holds it

struct IsoWeek {
    int year = 0;
    int week = 0;
};
IsoWeek iso_week(std::int32_t day);

// That many months on, the day kept where the month has it.
std::int32_t months_on(std::int32_t day, int months);

struct NamedDays {
    Days days;
    bool about = false;  // the sighting of a moon may move it
};
// A rule of holidays.tsv in that year; empty where the rule is none.
std::optional<NamedDays> holiday(std::string_view rule, int year);

}  // namespace sitrep::resolve
