// Extents: stretches of a line of units (tokens, characters), compared as sets.
//
// Units   whatever the caller counts, half-open [begin, end)
// exact   an extent is right where both ends are; doubles count once
// overlap pairs one predicted with one expected extent where they share at least half of the
//         longer one's units; counts the most pairs that can be made
#pragma once

#include <compare>
#include <cstdint>
#include <vector>

#include "quality/scores/rates.h"

namespace sitrep::quality {

struct Extent {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    std::uint32_t size() const { return end - begin; }

    friend bool operator==(const Extent&, const Extent&) = default;
    friend auto operator<=>(const Extent&, const Extent&) = default;
};

// Units that both hold.
std::uint32_t shared(Extent one, Extent other);
// They share at least half of the longer one's units.
bool overlap_by_half(Extent one, Extent other);

// Sorted, each once.
std::vector<Extent> distinct(std::vector<Extent> extents);

Counts exact(const std::vector<Extent>& predicted, const std::vector<Extent>& expected);
Counts overlap(const std::vector<Extent>& predicted, const std::vector<Extent>& expected);

}  // namespace sitrep::quality
