// TreeScore: parts of speech, lemmas and trees on given words.
//
// On given words precision, recall and F are one: the share of words that are right.
//   lemma     equal to the expected one; any, where the treebank gives none ("_")
//   uas       the right head
//   las       the right head and relation without its subtype ("nsubj:pass" counts as "nsubj")
//   las_full  the right head and relation, subtype included
// Source  CoNLL 2018 shared task, evaluation script (UPOS, Lemmas, UAS, LAS)
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sitrep::quality {

struct TreeWord {
    std::string lemma;
    std::string part;
    std::int32_t head = -1;  // position in the sentence; -1 for the root
    std::string relation;

    friend bool operator==(const TreeWord&, const TreeWord&) = default;
};

struct TreeScore {
    std::size_t words = 0;
    std::size_t upos = 0;
    std::size_t lemma = 0;
    std::size_t uas = 0;
    std::size_t las = 0;
    std::size_t las_full = 0;

    TreeScore& operator+=(const TreeScore& more);
    friend bool operator==(const TreeScore&, const TreeScore&) = default;
};

// Both hold the same words of one sentence, in order.
TreeScore compare(const std::vector<TreeWord>& predicted, const std::vector<TreeWord>& expected);

// A relation without its subtype.
std::string_view universal(std::string_view relation);

}  // namespace sitrep::quality
