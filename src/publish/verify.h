// verify: the proof of a printed brief against its reports.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "values/report.h"

namespace sitrep::publish {

struct Verified {
    std::size_t lines = 0;            // quoted words checked
    std::vector<std::string> broken;  // place in the brief, what does not fit, next step
};

// Holds every quoted line of a JSON brief against the reports: each span must slice its report and
// give the line's own words, and no act or claim may lack words.
// Errors  the brief is no JSON of this schema
base::Result<Verified> verify(std::string_view brief_json,
                              const std::vector<values::Report>& reports);

}  // namespace sitrep::publish
