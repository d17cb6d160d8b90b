// Cases of times beside TimeML's: weekdays in wire sentences of our own, Duckling's phrases.
#pragma once

#include <string>

#include "base/result.h"
#include "quality/outcome.h"
#include "quality/predictions.h"
#include "quality/system.h"

namespace sitrep::quality {

// Reads one text, published that day, to its times.
struct TimesReader {
    const Split& split;
    const Annotate& annotate;
    const Moments& moments;

    std::vector<values::TimeExpression> read(const std::string& text, std::string_view published,
                                             const std::string& id) const;
};

// cases: bench/quality/cases/weekdays.tsv. Right where the expression found on those words has that
// day for its value; a part of the day beside it is no fault.
base::Result<base::Done> weekday_cases(const std::string& cases, const TimesReader& reader,
                                       Predictions& predictions, Outcome& outcome);

// scope: bench/quality/scope/times.tsv, the cases that are out, with why. The names of days, months
// and holidays in words, lexicon/en/time, are read with the capitals that news gives them. Right
// where the phrase holds one time and this is the moment told.
base::Result<base::Done> duckling_times(const std::string& data, const std::string& scope,
                                        const std::string& words, const TimesReader& reader,
                                        Predictions& predictions, Outcome& outcome);

}  // namespace sitrep::quality
