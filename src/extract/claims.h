// claims: who says what in a report, one claim for each attribution of its marks.
#pragma once

#include <vector>

#include "values/digest.h"
#include "values/marks.h"
#include "values/report.h"

namespace sitrep::extract {

std::vector<values::Claim> claims(const values::Report& report, const values::Marks& marks);

}  // namespace sitrep::extract
