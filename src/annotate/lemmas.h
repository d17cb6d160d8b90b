// lemmas: a form and an edit script to its lemma.
//
// "CASE;CUT;ADD": CASE "l" lowers the form first, "k" keeps it; then CUT code points fall from its
// end and ADD follows. "=WORD" is the lemma itself.
// Source  docs/decisions/0003-annotator.md (heads); training/data.py, apply_script, is the twin
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "nn/lemma_table.h"
#include "nn/pieces.h"

namespace sitrep::annotate {

// A script that is none, or that would leave nothing of the form, gives the form in its CASE.
std::string lemma(std::string_view script, std::string_view form);

// What the words of a language look like: forms met in training, and the vocabulary.
struct KnownWords {
    const nn::LemmaTable& table;
    const nn::Pieces& pieces;

    bool know(std::string_view lemma) const;
};

// The table's lemma where it has the form as that part; else what the best script gives. Of a noun,
// verb, adjective or adverb whose best lemma is no known word ("stol" of "stolen"), the first known
// one among the next best scripts'.
std::string lemma(std::span<const float> scores, const std::vector<std::string>& scripts,
                  std::string_view form, std::string_view part, const KnownWords& words);

// Unicode's full lower-case mapping, as Python's str.lower; valid UTF-8 in and out.
std::string lower(std::string_view form);

}  // namespace sitrep::annotate
