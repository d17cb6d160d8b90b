// clauses: the words of a sentence that tell one act, cut from its tree.
//
// Kept     subject, objects, particles, auxiliaries, negation, obliques and complements of the verb
// Cut      relative clauses, adverbial clauses, parentheses, other members of a coordination
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "extract/tree.h"
#include "values/digest.h"

namespace sitrep::extract {

struct CutClause {
    values::Clause clause;
    std::optional<std::vector<std::uint32_t>> subject;  // words of the actor as written
    std::optional<std::vector<std::uint32_t>> object;
    std::vector<std::uint32_t> words;  // all that is kept, in order
};

CutClause cut_clause(const Tree& tree, std::uint32_t verb);

// Pieces of neighbouring words as spans; punctuation between two kept words is kept.
std::vector<values::Span> spans(const Tree& tree, const std::vector<std::uint32_t>& words);

}  // namespace sitrep::extract
