#include "read/pieces.h"

#include <algorithm>

#include "base/utf8.h"

namespace sitrep::read {
namespace {

constexpr char32_t em_dash = 0x2014;

bool blank(char32_t c) {
    return c == ' ' || (c >= 0x09 && c <= 0x0D) || c == 0x85 || c == 0xA0 || c == 0x2028 ||
           c == 0x2029 || (c >= 0x2000 && c <= 0x200B) || c == 0x202F || c == 0x3000 || c == 0xFEFF;
}
bool digit(char32_t c) { return c >= '0' && c <= '9'; }
bool letter(char32_t c) {
    if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return c >= 0xC0 && c != 0xD7 && c != 0xF7 && !(c >= 0x2000 && c < 0x2C00) && c != 0xFFFD &&
           !(c >= 0x3000 && c < 0x3040);
}

// Marks that mean one thing as one.
char32_t plain(char32_t c) {
    if (c >= 0x2012 && c <= 0x2015) return em_dash;
    if (c == 0x2010 || c == 0x2011) return '-';
    if (c == 0x2018 || c == 0x2019) return '\'';
    if (c == 0x201C || c == 0x201D || c == 0xAB || c == 0xBB) return '"';
    return c;
}

bool closing(char c) { return c == '"' || c == '\'' || c == ')' || c == ']'; }

}  // namespace

std::string_view looked_at(std::string_view text) {
    std::size_t bytes = std::min(text.size(), looked_at_bytes_max);
    while (bytes > 0 && bytes < text.size() &&
           (static_cast<unsigned char>(text[bytes]) & 0xC0U) == 0x80U) {
        --bytes;
    }
    return text.substr(0, bytes);
}

std::vector<Line> lines(std::string_view text) {
    std::vector<Line> found;
    for (std::size_t at = 0; at < text.size();) {
        auto end = text.find('\n', at);
        if (end == std::string_view::npos) end = text.size();
        const auto line = text.substr(at, end - at);
        const auto first = line.find_first_not_of(" \t\r\f\v");
        if (first == std::string_view::npos) {
            if (!found.empty()) found.back().blank_after = true;
        } else {
            const auto last = line.find_last_not_of(" \t\r\f\v");
            found.push_back(
                {values::Span::in(text, at + first, at + last + 1), end == text.size()});
        }
        at = end + 1;
    }
    if (!found.empty()) found.back().blank_after = true;
    return found;
}

std::vector<Piece> pieces(std::string_view text, values::Span line) {
    std::vector<Piece> found;
    for (std::size_t at = line.begin(); at < line.end();) {
        const auto point = base::code_point_at(text, at);
        const auto begin = at;
        at += point.bytes;
        if (blank(point.value)) continue;
        const bool is_number = digit(point.value);
        const bool is_word = letter(point.value);
        while ((is_number || is_word) && at < line.end()) {
            const auto next = base::code_point_at(text, at);
            if (is_number ? !digit(next.value) : !letter(next.value)) break;
            at += next.bytes;
        }
        const auto kind = is_word     ? Piece::Kind::Word
                          : is_number ? Piece::Kind::Number
                                      : Piece::Kind::Mark;
        found.push_back({kind, is_word || is_number ? 0 : plain(point.value),
                         values::Span::in(text, begin, at)});
    }
    return found;
}

std::string lowered(std::string_view word) {
    std::string out(word);
    std::transform(out.begin(), out.end(), out.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return out;
}

bool capital(std::string_view word) {
    if (word.empty()) return false;
    const char c = word.front();
    return (c >= 'A' && c <= 'Z') || (static_cast<unsigned char>(c) & 0x80U) != 0;
}

bool all_capitals(std::string_view word) {
    return word.size() >= 2 && word == lowered(word)
               ? false
               : word.size() >= 2 && std::none_of(word.begin(), word.end(),
                                                  [](char c) { return c >= 'a' && c <= 'z'; });
}

bool ends_sentence(std::string_view line) {
    constexpr std::string_view right_quote = "\xE2\x80\x9D";
    constexpr std::string_view ellipsis = "\xE2\x80\xA6";
    while (!line.empty()) {
        if (line.ends_with(right_quote)) {
            line.remove_suffix(right_quote.size());
        } else if (closing(line.back())) {
            line.remove_suffix(1);
        } else {
            break;
        }
    }
    return line.ends_with('.') || line.ends_with('!') || line.ends_with('?') ||
           line.ends_with(ellipsis);
}

int number(std::string_view digits) {
    if (digits.empty() || digits.size() > 4) return -1;
    int value = 0;
    for (const char c : digits) value = value * 10 + (c - '0');
    return value;
}

}  // namespace sitrep::read
