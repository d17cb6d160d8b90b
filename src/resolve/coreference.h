// coreference: which names, nouns and pronouns of a report mean the same one.
//
// A sieve of rules over the sentences' trees, the surest first: apposition, predicates and acronyms
// in brackets; names and their short forms; who speaks in a quotation; nouns that point back;
// pronouns by number, gender, being and salience; what the same one owns. Every link tells its rule
// and words; nothing links where nothing speaks for it.
//
// Units   words by sentence and position; scores in [0, 1]
// Source  docs/decisions/0006-coreference.md; Lee et al. 2013; Lappin & Leass 1994
#pragma once

#include "resolve/beings_known.h"
#include "values/chain.h"
#include "values/marks.h"
#include "values/report.h"

namespace sitrep::resolve {

values::Chains coreference(const values::Report& report, const values::Marks& marks,
                           const BeingsKnown& known);

}  // namespace sitrep::resolve
