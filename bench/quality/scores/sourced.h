// Sourced contents: who says what, as pairs, in one article.
//
// Units   tokens of the article (plain_tokens), half-open; a span in pieces by its outer ends
// right   a predicted pair whose source and content each share at least half of the longer span's
//         tokens with those of one expected pair, one to one. A pair without source is said by
//         nobody and equals only its like; one of several contents is enough.
//         Pairs without content are none, doubles count once
// Source  issue 5, "source–content pairs right (overlap)"; overlap as in extents.h
#pragma once

#include <optional>
#include <vector>

#include "quality/scores/extents.h"
#include "quality/scores/rates.h"

namespace sitrep::quality {

struct Sourced {
    std::optional<Extent> source;
    std::vector<Extent> contents;

    friend bool operator==(const Sourced&, const Sourced&) = default;
    friend auto operator<=>(const Sourced&, const Sourced&) = default;
};

bool alike(const Sourced& one, const Sourced& other);

Counts compare(std::vector<Sourced> predicted, std::vector<Sourced> expected);

}  // namespace sitrep::quality
