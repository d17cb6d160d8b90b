#include "values/claim.h"

#include <algorithm>
#include <array>

namespace sitrep::values {
namespace {

constexpr std::array<std::string_view, 3> directnesses{"indirect", "mixed", "direct"};
constexpr std::array<std::string_view, stances> stance_names{
    "asserts",   "confirms", "denies",  "doubts",     "warns",   "promises",
    "threatens", "demands",  "accuses", "speculates", "predicts"};

}  // namespace

std::string_view name(Directness directness) {
    return directnesses[static_cast<std::size_t>(directness)];
}

std::string_view name(Stance stance) { return stance_names[static_cast<std::size_t>(stance)]; }

std::optional<Stance> stance(std::string_view name) {
    const auto at = std::find(stance_names.begin(), stance_names.end(), name);
    if (at == stance_names.end()) return std::nullopt;
    return static_cast<Stance>(at - stance_names.begin());
}

}  // namespace sitrep::values
