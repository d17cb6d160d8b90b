// ranges: two figures that are the ends of one ("between 40 and 60", "40-60", "from 12 to 30").
#pragma once

#include <vector>

#include "resolve/numbers/figures.h"

namespace sitrep::resolve::numbers {

// Figures in order; those that are one become one. A rise from the first to the second is `moved`:
// number.low then holds what it was, number.high what it is.
void join_ranges(const Sentence& sentence, std::vector<Figure>& figures, const NumbersKnown& known);

}  // namespace sitrep::resolve::numbers
