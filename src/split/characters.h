// Code points of a text and the classes that splitting asks for.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace sitrep::split {

struct CodePoint {
    char32_t value = 0;
    std::size_t bytes = 1;
};

// The code point at `at`; text is valid UTF-8 (the reader's promise), at < text.size().
inline CodePoint code_point(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) -> char32_t {
        return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0U;
    };
    const char32_t first = byte(0);
    if (first < 0x80) return {first, 1};
    if (first < 0xE0) return {(first & 0x1FU) << 6U | (byte(1) & 0x3FU), 2};
    if (first < 0xF0) {
        return {(first & 0x0FU) << 12U | (byte(1) & 0x3FU) << 6U | (byte(2) & 0x3FU), 3};
    }
    return {(first & 0x07U) << 18U | (byte(1) & 0x3FU) << 12U | (byte(2) & 0x3FU) << 6U |
                (byte(3) & 0x3FU),
            4};
}

// The code point that ends at `end`, end > 0.
inline CodePoint code_point_before(std::string_view text, std::size_t end) {
    std::size_t at = end - 1;
    while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) --at;
    return code_point(text, at);
}

inline bool is_space(char32_t c) {
    return c == ' ' || (c >= 0x09 && c <= 0x0D) || c == 0x85 || c == 0xA0 || c == 0x1680 ||
           (c >= 0x2000 && c <= 0x200B) || c == 0x2028 || c == 0x2029 || c == 0x202F ||
           c == 0x205F || c == 0x3000 || c == 0xFEFF;
}
inline bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }
inline bool is_upper(char32_t c) {
    return (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7) ||
           (c >= 0x410 && c <= 0x42F);
}
inline bool is_lower(char32_t c) {
    return (c >= 'a' && c <= 'z') || (c >= 0xDF && c <= 0xFF && c != 0xF7) ||
           (c >= 0x430 && c <= 0x44F);
}
inline bool is_open_quote(char32_t c) { return c == 0x201C || c == 0x2018 || c == 0xAB; }
inline bool is_close_quote(char32_t c) { return c == 0x201D || c == 0x2019 || c == 0xBB; }
inline bool is_quote(char32_t c) {
    return c == '"' || c == '\'' || c == '`' || is_open_quote(c) || is_close_quote(c);
}
inline bool is_apostrophe(char32_t c) { return c == '\'' || c == 0x2019; }
inline bool is_bracket(char32_t c) {
    return c == '(' || c == ')' || c == '[' || c == ']' || c == '{' || c == '}';
}
inline bool is_dash(char32_t c) { return c == 0x2013 || c == 0x2014 || c == 0x2015 || c == 0x2212; }
inline bool is_currency(char32_t c) {
    return c == '$' || c == 0xA3 || c == 0xA5 || (c >= 0x20A0 && c <= 0x20BF);
}

}  // namespace sitrep::split
