// Options of a reading: what the user says of the reports, and when to stop.
#pragma once

#include <optional>

#include "values/report.h"

namespace sitrep::read {

struct Options {
    std::optional<values::Publication> published;  // of the one report that is read
    std::optional<int> year;                       // where a report's own words leave it open
    bool strict = false;                           // stop at the first input that cannot be read
};

}  // namespace sitrep::read
