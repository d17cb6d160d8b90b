#include "annotate/pointers.h"

#include <algorithm>
#include <cmath>

#include "base/check.h"

namespace sitrep::annotate {
namespace {

// exp(chosen) over the sum of exp() of every span's and none's scores.
float probability(std::span<const float> begin, std::span<const float> end, double chosen) {
    const std::size_t words = begin.size() - 1;
    const double top_begin = *std::max_element(begin.begin(), begin.end() - 1);
    const double top_end = *std::max_element(end.begin(), end.end() - 1);
    const double none = double{begin[words]} + end[words];
    const double top = std::max(top_begin + top_end, none);
    double begins = 0;  // of the begins up to here
    double spans = 0;
    for (std::size_t i = 0; i < words; ++i) {
        begins += std::exp(begin[i] - top_begin);
        spans += begins * std::exp(end[i] - top_end);
    }
    const double all = spans * std::exp(top_begin + top_end - top) + std::exp(none - top);
    const double share = std::exp(chosen - top) / all;
    return std::isfinite(share) ? static_cast<float>(std::clamp(share, 0.0, 1.0)) : 0;
}

}  // namespace

Pointed pointed(std::span<const float> begin, std::span<const float> end) {
    CHECK(begin.size() == end.size() && begin.size() > 1);
    const std::size_t words = begin.size() - 1;
    std::uint32_t reach = 0;  // the best begin so far
    Pointed::Words best;
    float best_sum = begin[0] + end[0];
    for (std::uint32_t i = 1; i < words; ++i) {
        if (begin[i] > begin[reach]) reach = i;
        if (begin[reach] + end[i] > best_sum) {
            best_sum = begin[reach] + end[i];
            best = {reach, i};
        }
    }
    const float none = begin[words] + end[words];
    Pointed found;
    if (best_sum > none) found.words = best;
    found.score = probability(begin, end, found.words ? best_sum : none);
    return found;
}

}  // namespace sitrep::annotate
