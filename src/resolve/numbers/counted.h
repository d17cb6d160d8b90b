// counted: the noun that a figure counts, with its modifiers, and the whole of a share.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "resolve/numbers/figures.h"
#include "values/span.h"

namespace sitrep::resolve::numbers {

struct Counted {
    std::string words;                // "afghan soldier"
    std::vector<values::Span> nouns;  // several where kinds share a sum
    std::int32_t last = -1;           // the last word; -1 where nothing is counted
    bool fared = false;               // how they fared ("wounded"), not what they are

    explicit operator bool() const { return last >= 0; }
};

// What stands behind the figure: "130 Afghan soldiers", "dozens of houses", "100 wounded, killed
// and captured". Empty where nothing does.
Counted counted(const Sentence& sentence, const Figure& figure);

// "of its 34 provinces", "of the people": the noun phrase behind a share.
Counted whole(const Sentence& sentence, const Figure& figure);

}  // namespace sitrep::resolve::numbers
