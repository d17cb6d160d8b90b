// words: a token as the runs that WordPiece looks up, and the case of its letters.
//
// Private to nn; the rules are BERT's BasicTokenizer and docs/decisions/0003-annotator.md.
#pragma once

#include <string>
#include <string_view>

namespace sitrep::nn {

// Runs parted by single blanks: cleaned, lower-cased, without accents, punctuation and CJK
// characters alone. Broken bytes are dropped.
std::string basic_words(std::string_view token);

// How many letters of each case a token has, and whether its first cased letter is upper.
struct Letters {
    std::size_t upper = 0;
    std::size_t lower = 0;
    bool first_upper = false;
};
Letters letters(std::string_view token);

}  // namespace sitrep::nn
