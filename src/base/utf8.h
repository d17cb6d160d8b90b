// UTF-8: is it whole, what stands next, and what is left once the broken pieces are marked.
//
// Units   bytes; positions count from the start of the given text
// Source  Unicode 15, table 3-7 (well-formed byte sequences) and section 3.9, "Substitution of
//         Maximal Subparts"
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sitrep::base {

constexpr char32_t replacement_character = 0xFFFD;

// The code point that begins at a byte. Where the bytes are none, value is U+FFFD, valid is false
// and bytes is the length of the broken piece (at least 1).
struct CodePoint {
    char32_t value = 0;
    std::uint8_t bytes = 0;
    bool valid = false;
};

// at must lie inside text.
CodePoint code_point_at(std::string_view text, std::size_t at);

// Where the first broken piece begins; empty where the text is well-formed.
std::optional<std::size_t> first_broken_utf8(std::string_view text);

// The text with each broken piece as one U+FFFD.
struct Sanitised {
    std::string text;
    std::size_t replaced = 0;
};
Sanitised sanitised_utf8(std::string_view text);

// value must be a Unicode scalar value (no surrogate, at most U+10FFFF).
void append_utf8(std::string& text, char32_t value);

}  // namespace sitrep::base
