// quantities: the figures of a report, as intervals with their unit, bound and what is counted.
//
// One decision for each number in the text, in order of its words. Where a number is no quantity
// (a year, a time, part of a name) the choice is empty and `passed` says by which clue.
// Rules    "number", "range", "vague", "share", "ratio", "age", "ordinal", "strong", "none",
//          each with "+shared-noun" where the noun stands with an earlier figure
// Source   lexicon/en/numbers/: words, ranges of vague words, units (SI brochure), currencies
#pragma once

#include <vector>

#include "resolve/numbers_known.h"
#include "values/decision.h"
#include "values/marks.h"
#include "values/quantity.h"
#include "values/report.h"

namespace sitrep::resolve {

std::vector<values::Decision<values::Quantity>> quantities(const values::Report& report,
                                                           const values::Marks& marks,
                                                           const NumbersKnown& known);

}  // namespace sitrep::resolve
