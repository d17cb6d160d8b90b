// particulars: places, counts and times inside a clause, as written.
//
// Places   names of places with the kind that follows ("Khatlon province", "Tajik territory");
//          not the doer's own name, not a name that only describes ("Tajik guards")
// Figures  "more than 130 other servicemen", "dozens of districts", "one killed"
// Moments  "on June 22", "over the past ten days", "by 9/11"
#pragma once

#include <vector>

#include "extract/acts_known.h"
#include "extract/clauses.h"
#include "extract/tree.h"
#include "values/span.h"

namespace sitrep::extract {

std::vector<values::Span> places(const Tree& tree, const CutClause& cut, const ActsKnown& known);
std::vector<values::Span> figures(const Tree& tree, const CutClause& cut, const ActsKnown& known);
std::vector<values::Span> moments(const Tree& tree, const CutClause& cut, const ActsKnown& known);

}  // namespace sitrep::extract
