// clauses: the words of a sentence that tell one act, cut from its tree.
//
// Kept     subject, objects, particles, auxiliaries, negation, obliques and complements of the
// verb,
//          the verbs above that lend it their subject ("began withdrawing")
// Cut      relative clauses, adverbial clauses, parentheses, other members of a coordination
#pragma once

#include <cstdint>
#include <vector>

#include "extract/tree.h"
#include "values/digest.h"

namespace sitrep::extract {

constexpr std::int32_t nobody = -1;

struct CutClause {
    values::Clause clause;
    Words words;                    // all that is kept, in order
    std::uint32_t head = 0;         // as asked for
    std::int32_t subject = nobody;  // head of the subject's phrase: its own or a shared one
    std::int32_t object = nobody;   // head of the object's phrase
    std::int32_t agent = nobody;    // "by the rebels"
    bool passive = false;           // the subject undergoes
};

// head: a verb, or the noun or adjective that stands with "is".
CutClause cut_clause(const Tree& tree, std::uint32_t head);

}  // namespace sitrep::extract
