// Own texts with one mention of an actor, whose country and sector are told.
#pragma once

#include <string>

#include "base/result.h"
#include "quality/outcome.h"
#include "quality/predictions.h"
#include "quality/system.h"

namespace sitrep::quality {

// cases: bench/quality/cases/actors.tsv. Right where the actor with the mention that shares most
// with the bracket has exactly that country and that leading sector; what is "-" is not asked.
base::Result<base::Done> actors_cases(const std::string& cases, const Split& split,
                                      const Annotate& annotate, const FindActors& find,
                                      Predictions& predictions, Outcome& outcome);

}  // namespace sitrep::quality
