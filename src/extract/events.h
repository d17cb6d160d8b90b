// events: what a report tells, each act with its stage, roles and figures, hung on its claims.
//
// From   the event head's marks; the tree gives phrases their edges, `quantities` the numbers
// Rule   a mark counts from a score of one half on; a weaker one where the lexicon tells the same
//        act ("head+act:seize")
// Source docs/decisions/0007-events.md
#pragma once

#include <vector>

#include "extract/acts_known.h"
#include "values/claim.h"
#include "values/decision.h"
#include "values/event.h"
#include "values/marks.h"
#include "values/quantity.h"
#include "values/report.h"

namespace sitrep::extract {

using Quantities = std::vector<values::Decision<values::Quantity>>;

// Gives each claim the stance of the surest event mark in its content; without one it asserts.
void take_stances(const values::Marks& marks, std::vector<values::Claim>& claims);

// In text order of their triggers. An event hangs on the nearest claim that holds it.
std::vector<values::Event> events(const values::Report& report, const values::Marks& marks,
                                  const std::vector<values::Claim>& claims,
                                  const Quantities& quantities, const ActsKnown& known);

}  // namespace sitrep::extract
