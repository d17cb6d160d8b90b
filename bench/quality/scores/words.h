// Words: runs of letters or digits, whatever stands between them ("rebel-held" is two).
//
// Units   bytes of the text
// Source  the labelling guide, section 4: "a word is a run of letters or digits"
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "quality/scores/extents.h"

namespace sitrep::quality {

std::vector<Extent> words_of(std::string_view text);

// Where `phrase` stands in `text` without cutting a word at either end, in text order.
std::vector<Extent> whole_words(std::string_view phrase, std::string_view text);

}  // namespace sitrep::quality
