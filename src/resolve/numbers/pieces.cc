#include "resolve/numbers/pieces.h"

#include <utility>

#include "base/utf8.h"

namespace sitrep::resolve::numbers {
namespace {

enum class Class : std::uint8_t { Blank, Digit, Letter, Sign };

// Latin-1 and general signs (currency, fractions, degrees, dashes, squares) are signs; what else
// lies above ASCII is taken for letters.
bool is_sign(char32_t c) {
    if (c == 0xAA || c == 0xB5 || c == 0xBA) return false;
    return (c >= 0x80 && c < 0xC0) || c == 0xD7 || c == 0xF7 || (c >= 0x2010 && c < 0x2C00) ||
           (c >= 0x3000 && c < 0x3040) || c == 0x0E3F;
}

bool is_blank(char32_t c) {
    return c == ' ' || (c >= 9 && c <= 13) || c == 0xA0 || (c >= 0x2000 && c <= 0x200B) ||
           c == 0x202F || c == 0x3000;
}

Class class_of(char32_t c) {
    if (is_blank(c)) return Class::Blank;
    if (c >= '0' && c <= '9') return Class::Digit;
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) return Class::Letter;
    return c < 0x80 || is_sign(c) ? Class::Sign : Class::Letter;
}

bool digit_at(std::string_view text, std::size_t at, std::size_t end) {
    return at < end && text[at] >= '0' && text[at] <= '9';
}

std::uint32_t number_end(std::string_view text, std::uint32_t at, std::uint32_t end) {
    while (at < end) {
        const bool joins = text[at] == '.' || text[at] == ',';
        if (!digit_at(text, at, end) && !(joins && digit_at(text, at + 1, end))) break;
        ++at;
    }
    return at;
}

std::uint32_t letters_end(std::string_view text, std::uint32_t at, std::uint32_t end) {
    while (at < end) {
        const auto point = base::code_point_at(text, at);
        if (class_of(point.value) != Class::Letter) break;
        at += point.bytes;
    }
    return at;
}

std::string lowered(std::string_view words) {
    std::string out(words);
    for (char& c : out) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return out;
}

}  // namespace

Pieces pieces(std::string_view text, std::uint32_t begin, std::uint32_t end) {
    Pieces out;
    bool apart = true;
    for (std::uint32_t at = begin; at < end;) {
        const auto point = base::code_point_at(text, at);
        const Class kind = class_of(point.value);
        if (kind == Class::Blank) {
            apart = true;
            at += point.bytes;
            continue;
        }
        // ".5" is a number where nothing stands before its point.
        const bool bare = text[at] == '.' && digit_at(text, at + 1, end) &&
                          (apart || out.back().kind == PieceKind::Sign);
        Piece piece;
        piece.begin = at;
        piece.apart = apart;
        piece.end = at + point.bytes;
        if (kind == Class::Digit || bare) {
            piece.kind = PieceKind::Number;
            piece.end = number_end(text, at, end);
        } else if (kind == Class::Letter) {
            piece.kind = PieceKind::Letters;
            piece.end = letters_end(text, at, end);
        }
        piece.written = text.substr(at, piece.end - at);
        piece.lowered = lowered(piece.written);
        at = piece.end;
        out.push_back(std::move(piece));
        apart = false;
    }
    return out;
}

}  // namespace sitrep::resolve::numbers
