// pointers: the span that a cue points to, or none.
//
// Begin and end are chosen together: begin <= end and the greatest sum of the two scores; none
// where the sum of the two none-scores is as great.
// Shapes  begin, end [words + 1]: the last scores none
// Source  training/decode.py, pointed, is the twin (the probability is ours)
#pragma once

#include <cstdint>
#include <optional>
#include <span>

namespace sitrep::annotate {

struct Pointed {
    struct Words {
        std::uint32_t first = 0;
        std::uint32_t last = 0;

        friend bool operator==(const Words&, const Words&) = default;
    };
    std::optional<Words> words;
    float score = 0;  // the choice's probability among all spans begin <= end and none
};

Pointed pointed(std::span<const float> begin, std::span<const float> end);

}  // namespace sitrep::annotate
