#include "nn/words.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

#include <algorithm>

#include "base/utf8.h"

namespace sitrep::nn {
namespace {

bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool is_ascii_punctuation(char32_t c) {
    return (c >= 33 && c <= 47) || (c >= 58 && c <= 64) || (c >= 91 && c <= 96) ||
           (c >= 123 && c <= 126);
}

bool is_control(char32_t c) {
    if (c == '\t' || c == '\n' || c == '\r') return false;
    const auto mask = U_GET_GC_MASK(static_cast<UChar32>(c));
    return (mask & (U_GC_C_MASK)) != 0;
}

bool is_space(char32_t c) {
    return u_isUWhiteSpace(static_cast<UChar32>(c)) != 0 || (c >= 0x1C && c <= 0x1F);
}

bool is_punctuation(char32_t c) {
    return is_ascii_punctuation(c) || (U_GET_GC_MASK(static_cast<UChar32>(c)) & U_GC_P_MASK) != 0;
}

bool is_cjk(char32_t c) {
    return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) ||
           (c >= 0x20000 && c <= 0x2A6DF) || (c >= 0x2A700 && c <= 0x2CEAF) ||
           (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x2F800 && c <= 0x2FA1F);
}

void begin_run(std::string& out) {
    if (!out.empty() && out.back() != ' ') out += ' ';
}

std::string ascii_words(std::string_view token) {
    std::string out;
    out.reserve(token.size() + 4);
    for (const char c : token) {
        if (c == ' ' || (c >= '\t' && c <= '\r')) {
            begin_run(out);
        } else if (c < 32 || c == 127) {
            continue;
        } else if (is_ascii_punctuation(static_cast<unsigned char>(c))) {
            begin_run(out);
            out += c;
            out += ' ';
        } else {
            out += static_cast<char>(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
        }
    }
    return out;
}

// UTF-16 for ICU, without controls, broken bytes and white space other than blanks.
std::u16string cleaned(std::string_view token) {
    std::u16string out;
    for (std::size_t at = 0; at < token.size();) {
        const auto next = base::code_point_at(token, at);
        at += next.bytes;
        if (!next.valid || next.value == base::replacement_character) continue;
        if (is_space(next.value)) {
            out += u' ';
        } else if (!is_control(next.value)) {
            char16_t units[2];
            std::size_t count = 0;
            U16_APPEND_UNSAFE(units, count, next.value);
            out.append(units, count);
        }
    }
    return out;
}

// The same text in lower case and decomposed; empty where ICU says no (never, with its own data).
std::u16string lower_decomposed(const std::u16string& text) {
    const auto room = static_cast<int32_t>(text.size() * 3 + 16);
    std::u16string lower(static_cast<std::size_t>(room), u'\0');
    UErrorCode fault = U_ZERO_ERROR;
    const auto lower_size =
        u_strToLower(lower.data(), room, text.data(), static_cast<int32_t>(text.size()), "", &fault);
    if (U_FAILURE(fault)) return {};
    const UNormalizer2* decomposer = unorm2_getNFDInstance(&fault);
    if (U_FAILURE(fault)) return {};
    const int32_t wide_room = lower_size * 18 + 16;  // no character decomposes into more
    std::u16string wide(static_cast<std::size_t>(wide_room), u'\0');
    const auto wide_size =
        unorm2_normalize(decomposer, lower.data(), lower_size, wide.data(), wide_room, &fault);
    if (U_FAILURE(fault)) return {};
    wide.resize(static_cast<std::size_t>(wide_size));
    return wide;
}

}  // namespace

std::string basic_words(std::string_view token) {
    if (is_ascii(token)) return ascii_words(token);
    const std::u16string text = lower_decomposed(cleaned(token));
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        UChar32 c = 0;
        U16_NEXT_UNSAFE(text.data(), at, c);
        const auto value = static_cast<char32_t>(c);
        if (u_charType(c) == U_NON_SPACING_MARK) continue;
        if (is_space(value)) {
            begin_run(out);
        } else if (is_punctuation(value) || is_cjk(value)) {
            begin_run(out);
            base::append_utf8(out, value);
            out += ' ';
        } else {
            base::append_utf8(out, value);
        }
    }
    return out;
}

Letters letters(std::string_view token) {
    Letters found;
    const auto count = [&](bool upper) {
        if (found.upper + found.lower == 0) found.first_upper = upper;
        ++(upper ? found.upper : found.lower);
    };
    for (std::size_t at = 0; at < token.size();) {
        const auto byte = static_cast<unsigned char>(token[at]);
        if (byte < 0x80) {
            if (byte >= 'A' && byte <= 'Z') count(true);
            if (byte >= 'a' && byte <= 'z') count(false);
            ++at;
            continue;
        }
        const auto next = base::code_point_at(token, at);
        at += next.bytes;
        if (!next.valid) continue;
        const auto c = static_cast<UChar32>(next.value);
        if (u_isUUppercase(c) || u_istitle(c)) {
            count(true);
        } else if (u_isULowercase(c)) {
            count(false);
        }
    }
    return found;
}

}  // namespace sitrep::nn
