// acts: the main acts of a report, each as the clause that tells it.
//
// An act is a verb, phrase or noun of lexicon/en/acts.tsv that heads a clause (triggers.h). In a
// passive the subject is the object and "by" names the actor; who dies, too, is an object.
#pragma once

#include <vector>

#include "extract/acts_known.h"
#include "values/digest.h"
#include "values/marks.h"
#include "values/report.h"

namespace sitrep::extract {

std::vector<values::Act> acts(const values::Report& report, const values::Marks& marks,
                              const std::vector<values::Claim>& claims, const ActsKnown& known);

}  // namespace sitrep::extract
