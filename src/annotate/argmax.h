// argmax: where the greatest number of a row stands; of equals, the first.
//
// The lemma and feature heads have more than a thousand classes a word, so the row is searched in
// lanes that the compiler turns into vectors; std::max_element is the plain twin
// (tests/annotate/argmax_test.cc). NaN is never chosen over a number.
#pragma once

#include <cstddef>
#include <span>

namespace sitrep::annotate {

// row is not empty.
std::size_t argmax(std::span<const float> row);

}  // namespace sitrep::annotate
