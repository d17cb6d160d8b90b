#include "quality/scores/extents.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <optional>

namespace sitrep::quality {
namespace {

// Kuhn's augmenting paths: articles hold tens of extents, so the plain algorithm is enough.
class Pairing {
public:
    Pairing(const std::vector<Extent>& left, const std::vector<Extent>& right)
        : left_(left), right_(right), partner_(right.size()) {}

    std::size_t pairs() {
        std::size_t count = 0;
        for (std::size_t i = 0; i < left_.size(); ++i) {
            tried_.assign(right_.size(), false);
            count += place(i) ? 1U : 0U;
        }
        return count;
    }

private:
    bool place(std::size_t i) {
        for (std::size_t j = 0; j < right_.size(); ++j) {
            if (tried_[j] || !overlap_by_half(left_[i], right_[j])) continue;
            tried_[j] = true;
            if (!partner_[j] || place(*partner_[j])) {
                partner_[j] = i;
                return true;
            }
        }
        return false;
    }

    const std::vector<Extent>& left_;
    const std::vector<Extent>& right_;
    std::vector<std::optional<std::size_t>> partner_;
    std::vector<bool> tried_;
};

}  // namespace

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
    return {Pairing(ours, gold).pairs(), ours.size(), gold.size()};
}

}  // namespace sitrep::quality
