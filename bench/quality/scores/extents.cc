#include "quality/scores/extents.h"

#include <algorithm>
#include <cstddef>
#include <iterator>

#include "quality/scores/pairing.h"

namespace sitrep::quality {

std::uint32_t shared(Extent one, Extent other) {
    const std::uint32_t begin = std::max(one.begin, other.begin);
    const std::uint32_t end = std::min(one.end, other.end);
    return begin < end ? end - begin : 0;
}

bool overlap_by_half(Extent one, Extent other) {
    const std::uint32_t common = shared(one, other);
    return common > 0 && 2 * common >= std::max(one.size(), other.size());
}

std::vector<Extent> distinct(std::vector<Extent> extents) {
    std::sort(extents.begin(), extents.end());
    extents.erase(std::unique(extents.begin(), extents.end()), extents.end());
    return extents;
}

Counts exact(const std::vector<Extent>& predicted, const std::vector<Extent>& expected) {
    const auto ours = distinct(predicted);
    const auto gold = distinct(expected);
    std::vector<Extent> both;
    std::set_intersection(ours.begin(), ours.end(), gold.begin(), gold.end(),
                          std::back_inserter(both));
    return {both.size(), ours.size(), gold.size()};
}

Counts overlap(const std::vector<Extent>& predicted, const std::vector<Extent>& expected) {
    const auto ours = distinct(predicted);
    const auto gold = distinct(expected);
    const auto alike = [&](std::size_t i, std::size_t j) {
        return overlap_by_half(ours[i], gold[j]);
    };
    return {most_pairs(ours.size(), gold.size(), alike), ours.size(), gold.size()};
}

}  // namespace sitrep::quality
