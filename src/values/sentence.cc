#include "values/sentence.h"

#include <array>

namespace sitrep::values {

std::string_view name(LineKind kind) {
    constexpr std::array<std::string_view, 8> names{"prose",  "heading", "bullet",   "caption",
                                                    "byline", "credit",  "footnote", "boilerplate"};
    return names[static_cast<std::size_t>(kind)];
}

bool is_news(LineKind kind) {
    return kind == LineKind::Prose || kind == LineKind::Heading || kind == LineKind::Bullet ||
           kind == LineKind::Caption;
}

}  // namespace sitrep::values
