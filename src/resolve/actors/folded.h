// Folded words: a phrase as the words by which the tables of actors are looked up.
//
// "Côte d'Ivoire's U.S.-backed" -> cote divoire('s) us(-) backed: lower case, no accents, no full
// stops or apostrophes inside; hyphens, brackets and commas stand as what follows a word.
// Source  Unicode TR15 (decomposition), by ICU
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "values/span.h"

namespace sitrep::resolve {

struct FoldedWord {
    std::string form;
    values::Span span;  // without a possessive ending
    bool capital = false;
    bool upper = false;  // two letters or more, all of them capitals
    bool possessive = false;
    bool hyphen = false;  // a hyphen joins it to the next word
    bool breaks = false;  // a comma, bracket or other mark stands behind it
};

// The words of text[part]; at most words_max of them, the rest is left out.
constexpr std::size_t folded_words_max = 64;
std::vector<FoldedWord> folded(std::string_view text, values::Span part);
std::vector<FoldedWord> folded(std::string_view text);

}  // namespace sitrep::resolve
