// tokens: the words of a stretch of text after Universal Dependencies for English.
//
// Cut apart   clitics (do n't, Kabul 's), punctuation, hyphens (US - led) but for bound prefixes
//             (anti-war), currency and unit signs ($ 5 m, 50 km), slashes between words
// Kept whole  abbreviations with their period, numbers (1,000 3.5 10:30), dates (9/11), addresses
#pragma once

#include <string_view>
#include <vector>

#include "split/words.h"
#include "values/span.h"

namespace sitrep::split {

// The tokens between begin and end of text, in order.
std::vector<values::Span> tokens(std::string_view text, std::size_t begin, std::size_t end,
                                 const Words& words);

}  // namespace sitrep::split
