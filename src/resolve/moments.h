// moments: the times that a report tells, each with what it stands for.
//
// TIMEX3's dates, times, durations and sets. What depends on the day of publication hangs on it:
// where the year is open it stays open, where nothing is known days are counted from publication.
// A bare weekday is the latest such day on or before publication, unless its verb is about the
// future (right 91 % of the time in TimeBank).
// Source  TimeML 1.2.1 (TIMEX3); docs/decisions/0005-moments.md
#pragma once

#include <memory>
#include <vector>

#include "base/result.h"
#include "lookup/table.h"
#include "values/marks.h"
#include "values/moment.h"
#include "values/report.h"

namespace sitrep::resolve {

struct TimeWords;

// The words of lexicon/en/time.
class TimeKnown {
public:
    static base::Result<TimeKnown> from(const lookup::Table& words, const lookup::Table& holidays);

    TimeKnown(TimeKnown&&) noexcept;
    TimeKnown& operator=(TimeKnown&&) noexcept;
    ~TimeKnown();

    const TimeWords& words() const { return *words_; }

private:
    explicit TimeKnown(std::unique_ptr<const TimeWords> words);
    std::unique_ptr<const TimeWords> words_;
};

// In text order; no two share a word.
std::vector<values::TimeExpression> moments(const values::Report& report,
                                            const values::Marks& marks, const TimeKnown& known);

// When what that word tells happened: the time expression that its syntax gives it, else the
// nearest one of its sentence that no other verb claims; an empty choice where there is none.
// times: as moments() gave them.
values::Decision<values::TimeExpression> moment_of(
    const values::Marks& marks, values::WordAt trigger,
    const std::vector<values::TimeExpression>& times);

}  // namespace sitrep::resolve
