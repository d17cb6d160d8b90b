// Pieces of a text as the reader needs them: lines, and in them words, numbers and marks.
//
// Only to find particulars and dates; sentences and tokens proper are the splitter's.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "values/span.h"

namespace sitrep::read {

// What the reader looks at for particulars and dates: the head of the text, whole characters.
constexpr std::size_t looked_at_bytes_max = 1U << 20U;
std::string_view looked_at(std::string_view text);

struct Piece {
    enum class Kind : std::uint8_t { Word, Number, Mark };
    Kind kind = Kind::Mark;
    char32_t mark = 0;  // of a Mark; every dash but the hyphen is U+2014, quotes are ' or "
    values::Span span;
};

struct Line {
    values::Span span;        // without surrounding blanks, not empty
    bool blank_after = true;  // an empty line or the end follows
};

std::vector<Line> lines(std::string_view text);
// Of one line; white space parts pieces and is none.
std::vector<Piece> pieces(std::string_view text, values::Span line);

std::string lowered(std::string_view word);  // ASCII; for look-ups only
bool capital(std::string_view word);         // begins with an upper-case ASCII or non-ASCII letter
bool all_capitals(std::string_view word);    // two letters and more, no lower-case one
bool ends_sentence(std::string_view line);   // with . ! ? … or one of them before a closing quote
int number(std::string_view digits);         // -1 where it is more than 4 digits

}  // namespace sitrep::read
