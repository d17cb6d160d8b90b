// apart: why a number counts nothing: it dates, names or labels something.
#pragma once

#include <string_view>

#include "resolve/numbers/figures.h"

namespace sitrep::resolve::numbers {

// "year", "date", "time", "code", "name", "label", "score", "pronoun", "list", "half"; empty where
// the figure is a quantity.
std::string_view apart(const Sentence& sentence, const Figure& figure, const NumbersKnown& known);

// Is it a person's age, as behind a name: "Osei, 44, said"?
bool is_age_of_name(const Sentence& sentence, const Figure& figure);

// The noun that the number at a word modifies, to its right; -1 where there is none.
std::int32_t noun_of(const values::MarkedSentence& marks, std::int32_t word);

}  // namespace sitrep::resolve::numbers
