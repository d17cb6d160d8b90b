#include "base/utf8.h"

#include <cstring>

#include "base/check.h"

namespace sitrep::base {
namespace {

// What may follow a leading byte: how many bytes in all, and the range of the second.
struct Lead {
    std::uint8_t bytes;
    std::uint8_t second_first;
    std::uint8_t second_last;
};

// Table 3-7, a row a line; bytes 0 where no sequence begins so.
Lead lead(std::uint8_t byte) {
    if (byte < 0x80) return {1, 0, 0};
    if (byte < 0xC2) return {0, 0, 0};
    if (byte < 0xE0) return {2, 0x80, 0xBF};
    if (byte == 0xE0) return {3, 0xA0, 0xBF};
    if (byte == 0xED) return {3, 0x80, 0x9F};
    if (byte < 0xF0) return {3, 0x80, 0xBF};
    if (byte == 0xF0) return {4, 0x90, 0xBF};
    if (byte < 0xF4) return {4, 0x80, 0xBF};
    if (byte == 0xF4) return {4, 0x80, 0x8F};
    return {0, 0, 0};
}

// The first byte at or after `at` that is not ASCII.
std::size_t past_ascii(std::string_view text, std::size_t at) {
    constexpr std::size_t step = sizeof(std::uint64_t);
    for (; at + step <= text.size(); at += step) {
        std::uint64_t block = 0;
        std::memcpy(&block, text.data() + at, step);
        if ((block & 0x8080808080808080U) != 0) break;
    }
    while (at < text.size() && static_cast<std::uint8_t>(text[at]) < 0x80) ++at;
    return at;
}

}  // namespace

CodePoint code_point_at(std::string_view text, std::size_t at) {
    CHECK(at < text.size());
    const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(text[at + i]); };
    const Lead expected = lead(byte(0));
    if (expected.bytes == 1) return {byte(0), 1, true};
    const CodePoint broken{replacement_character, 1, false};
    if (expected.bytes == 0) return broken;
    char32_t value = byte(0) & (0x7FU >> expected.bytes);
    for (std::uint8_t i = 1; i < expected.bytes; ++i) {
        const std::uint8_t first = i == 1 ? expected.second_first : 0x80;
        const std::uint8_t last = i == 1 ? expected.second_last : 0xBF;
        if (at + i >= text.size() || byte(i) < first || byte(i) > last) {
            return {replacement_character, i, false};
        }
        value = value << 6U | (byte(i) & 0x3FU);
    }
    return {value, expected.bytes, true};
}

std::optional<std::size_t> first_broken_utf8(std::string_view text) {
    for (std::size_t at = past_ascii(text, 0); at < text.size(); at = past_ascii(text, at)) {
        const CodePoint point = code_point_at(text, at);
        if (!point.valid) return at;
        at += point.bytes;
    }
    return std::nullopt;
}

Sanitised sanitised_utf8(std::string_view text) {
    Sanitised out;
    out.text.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t plain = past_ascii(text, at);
        out.text.append(text.substr(at, plain - at));
        if ((at = plain) == text.size()) break;
        const CodePoint point = code_point_at(text, at);
        if (point.valid) {
            out.text.append(text.substr(at, point.bytes));
        } else {
            append_utf8(out.text, replacement_character);
            ++out.replaced;
        }
        at += point.bytes;
    }
    return out;
}

void append_utf8(std::string& text, char32_t value) {
    CHECK(value <= 0x10FFFF && (value < 0xD800 || value > 0xDFFF));
    const auto tail = [&](unsigned shift) {
        text += static_cast<char>(0x80U | ((value >> shift) & 0x3FU));
    };
    if (value < 0x80) {
        text += static_cast<char>(value);
    } else if (value < 0x800) {
        text += static_cast<char>(0xC0U | (value >> 6U));
        tail(0);
    } else if (value < 0x10000) {
        text += static_cast<char>(0xE0U | (value >> 12U));
        tail(6);
        tail(0);
    } else {
        text += static_cast<char>(0xF0U | (value >> 18U));
        tail(12);
        tail(6);
        tail(0);
    }
}

}  // namespace sitrep::base
