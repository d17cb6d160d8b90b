// bracketed: a text with some of its words in numbered brackets, which may stand in one another.
//
// "[1 The mayor] praised [2 [1 her] deputy]." -> "The mayor praised her deputy." and three ranges
// Units   bytes of the text without its brackets
// Errors  a bracket without a number or a partner, or an empty one
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "quality/scores/extents.h"

namespace sitrep::quality {

struct Bracket {
    std::string number;
    Extent range;
};

struct BracketedText {
    std::string text;
    std::vector<Bracket> brackets;  // by their beginnings, an outer one before those in it
};

base::Result<BracketedText> bracketed(std::string_view words);

}  // namespace sitrep::quality
