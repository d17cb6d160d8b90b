// The quality benches that stand, one door each.
//
// data    a folder laid out like shared/data; a set that is absent is skipped. Where its
//         development part is absent and its test part ("-test") there, that is measured.
// Errors  a data file that is there and cannot be read: path, line and next step
// Source  bench/README.md says what each measures
#pragma once

#include <string>

#include "base/result.h"
#include "quality/outcome.h"
#include "quality/predictions.h"
#include "quality/system.h"

namespace sitrep::quality {

base::Result<Outcome> sentences(const std::string& data, const Split& split,
                                Predictions& predictions);
base::Result<Outcome> ud(const std::string& data, const Annotate& annotate,
                         Predictions& predictions);
base::Result<Outcome> entities(const std::string& data, const Annotate& annotate,
                               Predictions& predictions);
base::Result<Outcome> attribution(const std::string& data, const Split& split,
                                  const Annotate& annotate, Predictions& predictions);
base::Result<Outcome> places(const std::string& data, const Split& split, const Annotate& annotate,
                             const FindToponyms& find, Predictions& predictions);
base::Result<Outcome> variants(const std::string& data, const IndexPlaces& index,
                               Predictions& predictions);

}  // namespace sitrep::quality
