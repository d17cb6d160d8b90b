// fillers: the phrases and figures that hang together with an act.
//
// Phrase  the whole noun phrase without its preposition; of a time with it ("on Sunday"), of a
//         condition or topic that is a clause all of it
// Joined  of "the army or the militia" each is a filler where the head ties both, else the whole is
#pragma once

#include <vector>

#include "extract/acts_known.h"
#include "extract/tree.h"
#include "values/decision.h"
#include "values/event.h"
#include "values/marks.h"
#include "values/quantity.h"

namespace sitrep::extract {

std::vector<values::Filler> fillers(const Tree& tree, const std::vector<values::Tie>& ties,
                                    const ActsKnown& known);

std::vector<values::Figure> figures(
    const Tree& tree, const std::vector<values::Tie>& ties,
    const std::vector<values::Decision<values::Quantity>>& quantities);

}  // namespace sitrep::extract
