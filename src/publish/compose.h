// compose: digests of reports into a brief. Chooses and orders; writes no word of its own.
#pragma once

#include <vector>

#include "values/brief.h"
#include "values/digest.h"

namespace sitrep::publish {

values::Brief compose(std::vector<values::Digest> digests,
                      std::vector<values::Unreadable> unreadable);

}  // namespace sitrep::publish
