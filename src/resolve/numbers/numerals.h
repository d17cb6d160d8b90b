// numerals: the bare number that begins at a piece, in digits, words or both.
//
// Errors   empty: no number begins here. too_long: more digits than a double can hold
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "resolve/numbers/pieces.h"
#include "resolve/numbers_known.h"

namespace sitrep::resolve::numbers {

constexpr std::size_t digits_max = 300;  // more would pass the largest double

enum class Form : std::uint8_t {
    Digits,    // one piece of digits and nothing else: may be a year
    Number,    // any other number
    Few,       // "several", "a few hundred"
    Many,      // "dozens", "tens of thousands"
    Fraction,  // "two thirds", "half", "1/4"
    Ordinal,   // "third", "21st"
    Code,      // digits that are no number: 192.168.1.2
    TooLong,
};

struct Numeral {
    std::size_t first = 0;  // pieces [first, end)
    std::size_t end = 0;
    double low = 0;
    double high = 0;
    Form form = Form::Number;
    double scale = 1;      // of its last scale word: "33 to 35 billion" shares it
    bool grouped = false;  // commas or a point stand in its digits
};

std::optional<Numeral> numeral(const Pieces& pieces, std::size_t at, const NumbersKnown& known);

// Digits as written, with points and commas; empty where they are no one number.
std::optional<double> digits(std::string_view written);

}  // namespace sitrep::resolve::numbers
