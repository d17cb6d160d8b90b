// Counts: what was predicted, expected and right, and the rates drawn from it.
//
// Units  rates lie in [0, 1]; a rate without anything below the line is 0
// Source C. J. van Rijsbergen, "Information Retrieval", 1979 (F with equal weights)
#pragma once

#include <cstddef>

namespace sitrep::quality {

struct Counts {
    std::size_t right = 0;
    std::size_t predicted = 0;
    std::size_t expected = 0;

    double precision() const { return rate(right, predicted); }
    double recall() const { return rate(right, expected); }
    double f1() const { return rate(2 * right, predicted + expected); }

    Counts& operator+=(const Counts& more) {
        right += more.right;
        predicted += more.predicted;
        expected += more.expected;
        return *this;
    }

    static double rate(std::size_t part, std::size_t whole) {
        return whole == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(whole);
    }

    friend bool operator==(const Counts&, const Counts&) = default;
};

}  // namespace sitrep::quality
