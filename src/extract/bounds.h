// bounds: what negates or hedges an act.
//
// From   its own auxiliaries, adverbs and conditions; the verbs, adjectives and nouns it hangs on
//        ("refused to", "ready to", "a plan to"); the first of a coordination
#pragma once

#include <string_view>

#include "extract/acts_known.h"
#include "extract/tree.h"
#include "extract/triggers.h"
#include "values/digest.h"

namespace sitrep::extract {

// What a claim's own cue does to an act of its content: "denied", "promised", "reportedly".
void bind_by_cue(const values::Marks& marks, const values::Claim& claim, std::string_view text,
                 const ActsKnown& known, values::Act& act);

void bind(const Tree& tree, const Trigger& trigger, const ActsKnown& known, values::Act& act);

}  // namespace sitrep::extract
