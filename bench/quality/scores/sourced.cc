#include "quality/scores/sourced.h"

#include <algorithm>
#include <cstddef>

#include "quality/scores/pairing.h"

namespace sitrep::quality {
namespace {

void keep_distinct(std::vector<Sourced>& pairs) {
    std::erase_if(pairs, [](const Sourced& pair) { return pair.contents.empty(); });
    std::sort(pairs.begin(), pairs.end());
    pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
}

}  // namespace

bool alike(const Sourced& one, const Sourced& other) {
    if (one.source.has_value() != other.source.has_value()) return false;
    if (one.source && !overlap_by_half(*one.source, *other.source)) return false;
    return std::any_of(one.contents.begin(), one.contents.end(), [&](Extent mine) {
        return std::any_of(other.contents.begin(), other.contents.end(),
                           [&](Extent theirs) { return overlap_by_half(mine, theirs); });
    });
}

Counts compare(std::vector<Sourced> predicted, std::vector<Sourced> expected) {
    keep_distinct(predicted);
    keep_distinct(expected);
    const auto fits = [&](std::size_t i, std::size_t j) {
        return alike(predicted[i], expected[j]);
    };
    return {most_pairs(predicted.size(), expected.size(), fits), predicted.size(), expected.size()};
}

}  // namespace sitrep::quality
