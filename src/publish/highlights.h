// highlights: the few acts of a brief that a reader should see first.
//
// Chosen   who holds a place, harm and movement with counts, hazards; told as done, not as wished
// Passed   acts of titles, the second of one sentence, acts that say in much the same words what
// was chosen before
#pragma once

#include <vector>

#include "values/brief.h"

namespace sitrep::publish {

constexpr std::size_t highlights_max = 7;

std::vector<values::Highlight> highlights(const std::vector<values::ReportPart>& reports);

// Does that line only repeat the title of its report?
bool in_title(const values::ReportPart& part, const values::Quoted& line);

}  // namespace sitrep::publish
