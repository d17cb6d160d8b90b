// years: an open year, given by the dates of reports read beside.
//
// A report with month and day but no year takes the year that puts it nearest to a sibling whose
// date is whole: the weekday, where known, must agree, the sibling lie within half a year, and no
// other year do as well. Else the year stays open. The rule becomes "sibling"; evidence and the
// way it came to be known stay. Dates that were fixed here date no others, so that the order of the
// reports changes nothing.
#pragma once

#include <vector>

#include "values/report.h"

namespace sitrep::link {

void years(std::vector<values::Report>& reports);

}  // namespace sitrep::link
