// Moment: an interval of time with the grain it was told in; TimeExpression: the words that tell
// it, as TIMEX3 has them.
//
// Units      days as Date has them, both ends included; minutes of the day, 0..1440
// Invariant  first <= last where both are given; an end that is not given is open
// Scale      Calendar: days of the calendar. YearOpen: month and day are known, the year is not
//            (the days stand in a year chosen for reckoning). FromPublication: days counted from an
//            unknown day of publication
// Notation   2024-02-27/day  2024-02/month  2021-06-24../day  ..2021-09-11/day
// 2024-02-20..2024-03-05/week
//            2024-02-27T14:05/minute  2024-02-27T18:00-24:00/part  ????-06-22/day  pub-3/day  ~ at
//            the end where it is about
// Source     TimeML 1.2.1, ISO 24617-1
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "values/date.h"
#include "values/decision.h"
#include "values/span.h"

namespace sitrep::values {

enum class Grain : std::uint8_t {
    Minute,
    Hour,
    Part,  // of a day: morning, night
    Day,
    Weekend,
    Week,
    Month,
    Quarter,
    Season,
    Half,  // of a year
    Year,
    Decade,
    Century,
};
std::string_view name(Grain grain);  // "day"

enum class Scale : std::uint8_t { Calendar, YearOpen, FromPublication };

struct Moment {
    std::optional<std::int32_t> first;  // day number, or days from publication
    std::optional<std::int32_t> last;
    std::optional<std::int16_t> from_minute;  // of a time within one day
    std::optional<std::int16_t> to_minute;    // at the end of the interval
    Grain grain = Grain::Day;
    Scale scale = Scale::Calendar;
    bool about = false;  // approximate or vague

    std::string print() const;
    static std::optional<Moment> parse(std::string_view notation);

    friend bool operator==(const Moment&, const Moment&) = default;
};

enum class TimeType : std::uint8_t { Date, Time, Duration, Set };
std::string_view name(TimeType type);  // "DATE"

struct TimeExpression {
    Span span;
    TimeType type = TimeType::Date;
    std::string value;  // TIMEX3's: "2021-06-22", "P10D", "PAST_REF"
    std::string mod;    // TIMEX3's: "APPROX", "MORE_THAN", "START", or empty
    std::string zone;   // of a clock time, as told: "+00:00", "local"; empty where none is
    std::uint32_t sentence = 0;
    std::uint32_t first_word = 0;
    std::uint32_t last_word = 0;
    Decision<Moment> moment;

    friend bool operator==(const TimeExpression&, const TimeExpression&) = default;
};

}  // namespace sitrep::values
