// phrases: noun phrases as shared labelling wants a role to be.
//
// Kept     determiners, adjectives, compounds, numerals with their bounds, possessors,
//          prepositional phrases, coordination, appositions that name
// Cut      relative and adverbial clauses, participles behind the noun, "with X doing", times
#pragma once

#include <optional>

#include "extract/acts_known.h"
#include "extract/tree.h"
#include "values/span.h"

namespace sitrep::extract {

// The phrase around a noun, without its own preposition; one run of neighbouring words.
Words role_phrase(const Tree& tree, std::uint32_t noun, const ActsKnown& known);

// Is the word a time, or a number inside one: "Sunday", "22" of "June 22", "2020" of "in 2020"?
bool is_time(const Tree& tree, std::uint32_t word, const ActsKnown& known);

// The run of neighbouring words around middle; punctuation, or one number or adjective that the
// parser hung elsewhere, is no gap.
Words run_around(const Tree& tree, Words words, std::uint32_t middle);

// From first to last word, with the bracket or quotation mark that closes what stands open.
values::Span outer(const Tree& tree, const Words& words);

}  // namespace sitrep::extract
