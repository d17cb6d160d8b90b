// TimeReader: takes phrases of a report in text order and sets them against the calendar.
//
// It remembers what "later", "that day" and "a year earlier" count from: the last day told, and the
// last quarter.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "resolve/moments/calendar.h"
#include "resolve/moments/grammar.h"
#include "values/moment.h"
#include "values/report.h"

namespace sitrep::resolve {

// What the verb of a phrase says of its time.
enum class Tense : std::uint8_t { Open, Past, Present, Future };

class TimeReader {
public:
    explicit TimeReader(const values::Publication& published);

    // span and word numbers are the caller's to fill in.
    values::TimeExpression read(const TimePhrase& phrase, Tense tense);

private:
    struct Read {
        std::string value;
        std::optional<Days> days;
        values::Grain grain = values::Grain::Day;
        bool about = false;
        bool hangs_on_publication = true;  // false: told in full
        std::string_view rule;
    };

    Read date(const TimePhrase& phrase, Tense tense) const;
    Read month(const TimePhrase& phrase, Tense tense) const;
    Read weekday(const TimePhrase& phrase, Tense tense) const;
    Read day_shift(const TimePhrase& phrase) const;
    Read shift(const TimePhrase& phrase) const;
    Read from(const TimePhrase& phrase) const;
    Read duration(const TimePhrase& phrase) const;
    Read span(const TimePhrase& phrase) const;
    Read part(const TimePhrase& phrase, Tense tense) const;
    Read season(const TimePhrase& phrase, Tense tense) const;
    Read nth(const TimePhrase& phrase, Tense tense) const;
    Read of_week(const TimePhrase& phrase) const;
    Read named_day(const TimePhrase& phrase, Tense tense) const;
    Read set(const TimePhrase& phrase) const;
    Read clock(const TimePhrase& phrase) const;
    Read read_form(const TimePhrase& phrase, Tense tense) const;

    bool placed(const TimePhrase& phrase) const;

    Read unit_at(char unit, std::int32_t day, std::string_view rule) const;
    Read lone_day(std::int32_t day, std::string_view rule) const;
    std::int32_t start(const TimePhrase& phrase) const;  // publication or the text's own time
    void remember(const TimePhrase& phrase, const Read& read);
    void set_times(const TimePhrase& phrase, values::TimeExpression& out) const;

    std::int32_t published_ = 0;  // a day for reckoning where it is not known
    bool year_known_ = false;
    bool day_known_ = false;
    bool weekday_known_ = false;
    std::optional<std::int32_t> told_day_;   // or the first of a month or year told
    std::optional<std::int32_t> told_date_;  // a day itself
    std::optional<Days> told_quarter_;
};

}  // namespace sitrep::resolve
