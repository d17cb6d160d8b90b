#include "values/digest.h"

#include <array>
#include <string_view>

namespace sitrep::values {

std::string_view name(Polarity polarity) {
    return polarity == Polarity::Affirmed ? "affirmed" : "negated";
}

std::string_view name(Hedge hedge) {
    constexpr std::array<std::string_view, 6> names{"none",   "modal",     "conditional",
                                                    "future", "attempted", "reported"};
    return names[static_cast<std::size_t>(hedge)];
}

}  // namespace sitrep::values
