// dated: Duckling's examples of times, a phrase each with what it stands for.
//
// Units   days as values::Moment has them; a phrase is read on 12 February 2013
// Errors  a row that is no row: path, line and next step
// Source  data/time/duckling-time-en/README.md
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "values/moment.h"

namespace sitrep::quality {

struct DatedPhrase {
    std::size_t number = 0;  // from 1, in the file
    std::string phrase;
    std::optional<values::Moment> told;  // empty where no moment says it: years before 1
};

// "datetime (2013, 2, 15, 0, 0, 0) Day", "datetimeInterval ((…), (…)) Hour",
// "datetimeOpenInterval After (…) Hour", each also with the name of a holiday behind it. A point of
// time of the day is a moment of that minute.
std::optional<values::Moment> moment_told(std::string_view words);

base::Result<std::vector<DatedPhrase>> dated_file(const std::string& path);

}  // namespace sitrep::quality
