#include "annotate/argmax.h"

#include <algorithm>
#include <array>
#include <limits>

#include "base/check.h"

namespace sitrep::annotate {
namespace {

constexpr std::size_t lanes = 16;

float greatest(std::span<const float> row) {
    std::array<float, lanes> best;
    best.fill(-std::numeric_limits<float>::infinity());
    std::size_t at = 0;
    for (; at + lanes <= row.size(); at += lanes) {
        const float* block = row.data() + at;
        for (std::size_t lane = 0; lane < lanes; ++lane) {
            best[lane] = block[lane] > best[lane] ? block[lane] : best[lane];
        }
    }
    for (; at < row.size(); ++at) best[0] = row[at] > best[0] ? row[at] : best[0];
    return *std::max_element(best.begin(), best.end());
}

}  // namespace

std::size_t argmax(std::span<const float> row) {
    CHECK(!row.empty());
    const float sought = greatest(row);
    std::size_t at = 0;
    for (; at + lanes <= row.size(); at += lanes) {
        const float* block = row.data() + at;
        int found = 0;
        for (std::size_t lane = 0; lane < lanes; ++lane) found |= block[lane] == sought ? 1 : 0;
        if (found != 0) break;
    }
    for (; at < row.size(); ++at) {
        if (row[at] == sought) return at;
    }
    return 0;  // nothing but NaN
}

}  // namespace sitrep::annotate
