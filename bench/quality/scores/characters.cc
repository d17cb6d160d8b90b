#include "quality/scores/characters.h"

#include <array>
#include <cstddef>

namespace sitrep::quality {
namespace {

// Unicode category Zs beyond the ASCII blank, in UTF-8.
constexpr std::array<std::string_view, 16> wide_blanks = {
    "\u00A0", "\u1680", "\u2000", "\u2001", "\u2002", "\u2003", "\u2004", "\u2005",
    "\u2006", "\u2007", "\u2008", "\u2009", "\u200A", "\u202F", "\u205F", "\u3000"};

}  // namespace

std::size_t blank_bytes(std::string_view text, std::size_t at) {
    const char first = text[at];
    if (first == ' ' || (first >= '\t' && first <= '\r')) return 1;
    if (static_cast<unsigned char>(first) < 0x80U) return 0;
    for (const std::string_view blank : wide_blanks) {
        if (text.substr(at, blank.size()) == blank) return blank.size();
    }
    return 0;
}

SolidCharacters::SolidCharacters(std::string_view text) {
    before_.reserve(text.size() + 1);
    std::uint32_t solid = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t blank = blank_bytes(text, at);
        if (blank == 0) {
            before_.push_back(solid++);
            ++at;
        } else {
            before_.insert(before_.end(), blank, solid);
            at += blank;
        }
    }
    before_.push_back(solid);
}

std::vector<Extent> extents(const std::vector<values::Span>& spans, const SolidCharacters& solid) {
    std::vector<Extent> found;
    for (const values::Span span : spans) {
        const Extent extent = solid.of(span);
        if (extent.size() > 0) found.push_back(extent);
    }
    return found;
}

}  // namespace sitrep::quality
