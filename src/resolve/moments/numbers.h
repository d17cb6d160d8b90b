// Numbers as time expressions need them: counts, days of a month, dates in figures, clock times.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "resolve/moments/words.h"

namespace sitrep::resolve {

// Digits alone, with a sign before them or none; empty where they are more than a day number
// needs.
std::optional<int> whole_number(std::string_view digits);
// "3", "3rd", 1 to 31.
std::optional<int> day_number(std::string_view word);

struct NumericDate {
    int year = 0;
    int month = 0;
    int day = 0;
};
// "2021-06-23", "06/23/2021", "23.06.2021", "6/23/98"; American order where both are possible.
std::optional<NumericDate> numeric_date(std::string_view word);

struct Number {
    std::size_t length = 0;       // in words; 0: none
    std::optional<double> value;  // none: an open number ("several")
};
Number number_at(const TimeLine& line, std::size_t at);

struct ClockTime {
    std::size_t length = 0;
    int minute = 0;         // of the day
    std::string_view zone;  // its offset; empty where none is told
};
std::optional<ClockTime> clock_time(const TimeLine& line, std::size_t at);

}  // namespace sitrep::resolve
