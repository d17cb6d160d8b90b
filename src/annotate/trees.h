// trees: the best dependency tree with exactly one root.
//
// Exact: where every word's best head already gives such a tree, that is it; else Chu-Liu-Edmonds
// on a dense matrix, each cycle contracted in place, n^2 in time and memory. That one word alone
// hangs on the root is had by taking from each root score more than any tree could win back.
// Shapes  scores [words, words + 1]: column 0 the root, column 1 + j word j, as nn::Heads gives it
// Source  Chu and Liu 1965, Edmonds 1967; Stanojević and Cohen 2021, "A Root of a Problem" (the
//         root scores); training/decode.py is the twin
#pragma once

#include <cstdint>
#include <vector>

#include "nn/matrix.h"

namespace sitrep::annotate {

// The head of each word, -1 for the root's. What is no number scores below all numbers.
std::vector<std::int32_t> tree(nn::Matrix<const float> scores);

}  // namespace sitrep::annotate
