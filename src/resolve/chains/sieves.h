// The sieves: each joins phrases that it is sure of, the surest first.
//
// Source  Lee et al., "Deterministic Coreference Resolution Based on Entity-Centric,
//         Precision-Ranked Rules", Computational Linguistics 39(4), 2013 (the order of the passes);
//         Lappin & Leass, "An Algorithm for Pronominal Anaphora Resolution", Computational
//         Linguistics 20(4), 1994 (salience of pronouns' antecedents)
#pragma once

#include <string_view>

#include "resolve/beings_known.h"
#include "resolve/chains/groups.h"
#include "resolve/chains/quotations.h"
#include "values/marks.h"

namespace sitrep::resolve::chains {

// What all sieves read.
struct Page {
    std::string_view text;
    const values::Marks& marks;
    const Phrases& phrases;
    const BeingsKnown& known;
    const Quotations& quotations;

    values::Span span(std::uint32_t phrase) const;  // of its words
    const Tree& tree(std::uint32_t phrase) const {
        return phrases.trees[phrases.phrases[phrase].head.sentence];
    }
    const values::Word& head(std::uint32_t phrase) const {
        return marks.at(phrases.phrases[phrase].head);
    }
};

// "Ana Osei, the minister", "Osei is the minister", "the Council (SC)", "themselves".
void join_by_syntax(const Page& page, Groups& groups);
// "Ana Osei" and "Osei", "Security Council" and "SC".
void join_names(const Page& page, Groups& groups);
// "I" and "we" inside a quotation.
void join_speakers(const Page& page, Groups& groups);
// "the minister", "the group".
void join_nouns(const Page& page, Groups& groups);
// "she", "its".
void join_pronouns(const Page& page, Groups& groups);
// "her brother" said twice.
void join_owned(const Page& page, Groups& groups);

}  // namespace sitrep::resolve::chains
