// figures: how many of the told figures were found, by value and by value with one more field.
//
// Metric  a predicted figure is right where an expected one of the same text, not yet matched, has
//         the same value (both ends of a range; equal to nine digits), and the same field where one
//         is asked for. Source: Almasian et al., "CQE: A Comprehensive Quantity Extractor", 2023
#pragma once

#include <string>
#include <vector>

#include "quality/readers/numbers.h"
#include "quality/scores/rates.h"

namespace sitrep::quality {

enum class Asked : std::uint8_t { Value, Change, Unit };

// One string for what must agree.
std::string agreed(const ToldFigure& figure, Asked asked);

Counts compare(const std::vector<ToldFigure>& predicted, const std::vector<ToldFigure>& expected,
               Asked asked);

// The same numbers, as often, on both sides.
bool same(std::vector<double> predicted, std::vector<double> expected);

}  // namespace sitrep::quality
