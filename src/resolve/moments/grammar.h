// TimePhrase: words that tell a time, taken apart but not yet set against a calendar.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "resolve/moments/words.h"

namespace sitrep::resolve {

enum class TimeForm : std::uint8_t {
    Date,      // month and day, perhaps a year; or the day alone: "the 14th"
    Month,     // perhaps with a year or a shift
    Year,      // or "'98"
    Decade,    // year is its first
    Weekday,   // perhaps shifted
    DayShift,  // "yesterday", "tonight"
    Shift,     // of one unit: "last week", "the following day"
    From,      // so many units from publication or another time: "two years ago"
    Duration,  // so many units
    Span,      // of so many units up to or from publication: "the past two months"
    Part,      // quarter (Q) or half (B) of a year, by `order`
    Season,
    Nth,     // day, weekday or week of a month: "the first Monday of May"; order -1 is the last
    OfWeek,  // "Monday of next week"
    Holiday,
    Ref,
    Set,
    Clock,
};

struct TimePhrase {
    std::size_t first = 0;  // words
    std::size_t last = 0;
    TimeForm form = TimeForm::Ref;
    std::optional<int> year;
    std::optional<int> month;
    std::optional<int> day;
    std::optional<int> last_day;  // "between 3 and 5 May"
    std::optional<int> weekday;   // Monday is 0
    std::optional<int> minute;    // of the day
    std::optional<int> order;
    char unit = 0;                // as words.tsv has it
    std::optional<double> count;  // none: an open number
    std::optional<int> shift;
    std::optional<int> year_shift;  // "April next year"
    bool bare = false;              // "the quarter": which one, the text alone says
    bool from_text = false;         // from a time of the text, not from publication
    std::string part;               // of the day: "MO"
    std::string value;              // of Ref and Set; season; rule of a holiday
    std::string mod;
    std::string zone;
};

// In order; no two share a word.
std::vector<TimePhrase> time_phrases(const TimeLine& line);

}  // namespace sitrep::resolve
