// most_pairs: how many of two sides can be paired one to one, where not every two fit.
//
// Units   places on each side
// Source  H. W. Kuhn, "The Hungarian method", 1955 (augmenting paths)
#pragma once

#include <cstddef>
#include <functional>

namespace sitrep::quality {

using Fits = std::function<bool(std::size_t left, std::size_t right)>;

std::size_t most_pairs(std::size_t left, std::size_t right, const Fits& fits);

}  // namespace sitrep::quality
