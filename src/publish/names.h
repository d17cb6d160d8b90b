// names: the places and actors of all digests, each once, with the spellings that stand for it.
#pragma once

#include <vector>

#include "values/brief.h"
#include "values/digest.h"

namespace sitrep::publish {

constexpr std::size_t names_max = 40;  // of places, and of actors; the most spoken of

// digests in the order of their numbers.
std::vector<values::Named> names(const std::vector<values::Digest>& digests);

}  // namespace sitrep::publish
