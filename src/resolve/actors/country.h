// Country: which state or international body a phrase belongs to, and by which words.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "resolve/actors/phrase.h"

namespace sitrep::resolve {

struct Belonging {
    std::vector<std::string> codes;  // empty: the words do not tell
    std::string rule;
    std::vector<std::size_t> pieces;  // of the phrase: what decided
    std::vector<std::size_t> passed;  // pieces that tell another country and were not followed
    double score = 0;
};

// person: the holder of an office whom the phrase names, where one is known.
Belonging belonging(const Phrase& phrase, const Telling* person);

}  // namespace sitrep::resolve
