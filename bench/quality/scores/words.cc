#include "quality/scores/words.h"

#include <unicode/uchar.h>

#include <cstdint>

#include "base/utf8.h"

namespace sitrep::quality {
namespace {

bool letter_or_digit(char32_t c) { return u_isalnum(static_cast<UChar32>(c)) != 0; }

bool opens_with_letter(std::string_view text) {
    return !text.empty() && letter_or_digit(base::code_point_at(text, 0).value);
}

bool ends_with_letter(std::string_view text) {
    if (text.empty()) return false;
    std::size_t at = text.size() - 1;
    while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) --at;
    return letter_or_digit(base::code_point_at(text, at).value);
}

Extent extent(std::size_t begin, std::size_t end) {
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

}  // namespace

std::vector<Extent> words_of(std::string_view text) {
    std::vector<Extent> words;
    bool open = false;
    for (std::size_t at = 0; at < text.size();) {
        const auto point = base::code_point_at(text, at);
        const bool within = letter_or_digit(point.value);
        if (within && !open) words.push_back(extent(at, at));
        at += point.bytes;
        if (within) words.back().end = static_cast<std::uint32_t>(at);
        open = within;
    }
    return words;
}

std::vector<Extent> whole_words(std::string_view phrase, std::string_view text) {
    std::vector<Extent> found;
    if (phrase.empty()) return found;
    const bool opens = opens_with_letter(phrase);
    const bool ends = ends_with_letter(phrase);
    for (std::size_t at = text.find(phrase); at != std::string_view::npos;
         at = text.find(phrase, at + 1)) {
        const std::size_t end = at + phrase.size();
        const bool cut_before = opens && ends_with_letter(text.substr(0, at));
        const bool cut_behind = ends && opens_with_letter(text.substr(end));
        if (!cut_before && !cut_behind) found.push_back(extent(at, end));
    }
    return found;
}

}  // namespace sitrep::quality
