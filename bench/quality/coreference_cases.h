// Own texts with their chains: brackets of one number mean the same one.
#pragma once

#include <string>

#include "base/result.h"
#include "quality/outcome.h"
#include "quality/predictions.h"
#include "quality/system.h"

namespace sitrep::quality {

// cases: bench/quality/cases/coreference.tsv. Each mention but a text's first counts once. Right
// where its chain holds an earlier mention of its number, should there be one, and none of another.
base::Result<base::Done> coreference_cases(const std::string& cases, const Split& split,
                                           const Annotate& annotate, const Corefer& corefer,
                                           Predictions& predictions, Outcome& outcome);

}  // namespace sitrep::quality
