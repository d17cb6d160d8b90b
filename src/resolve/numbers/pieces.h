// pieces: a stretch of text cut where digits, letters and signs meet: "$5m" is three.
//
// Words of the marks are too coarse here ("5m", "12-year-old") and differ with the splitter.
// Units   bytes into the report's text
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "values/span.h"

namespace sitrep::resolve::numbers {

enum class PieceKind : std::uint8_t {
    Number,  // digits, with the points and commas between them: 1,234.5
    Letters,
    Sign,  // one code point
};

struct Piece {
    PieceKind kind = PieceKind::Sign;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    bool apart = false;        // a blank stands before it
    std::string_view written;  // its bytes
    std::string lowered;       // ASCII letters lower-cased
};

using Pieces = std::vector<Piece>;

Pieces pieces(std::string_view text, std::uint32_t begin, std::uint32_t end);

}  // namespace sitrep::resolve::numbers
