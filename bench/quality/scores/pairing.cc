#include "quality/scores/pairing.h"

#include <optional>
#include <vector>

namespace sitrep::quality {
namespace {

// Articles hold tens of extents, so the plain algorithm is enough.
class Pairing {
public:
    Pairing(std::size_t right, const Fits& fits) : fits_(fits), partner_(right) {}

    bool place(std::size_t left) {
        tried_.assign(partner_.size(), false);
        return find(left);
    }

private:
    bool find(std::size_t i) {
        for (std::size_t j = 0; j < partner_.size(); ++j) {
            if (tried_[j] || !fits_(i, j)) continue;
            tried_[j] = true;
            if (!partner_[j] || find(*partner_[j])) {
                partner_[j] = i;
                return true;
            }
        }
        return false;
    }

    const Fits& fits_;
    std::vector<std::optional<std::size_t>> partner_;
    std::vector<bool> tried_;
};

}  // namespace

std::size_t most_pairs(std::size_t left, std::size_t right, const Fits& fits) {
    Pairing pairing(right, fits);
    std::size_t count = 0;
    for (std::size_t i = 0; i < left; ++i) count += pairing.place(i) ? 1U : 0U;
    return count;
}

}  // namespace sitrep::quality
