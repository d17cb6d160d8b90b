// tense: whether the clause of a time tells what was or what is to come.
//
// By its auxiliaries and form, by verbs of plans, and by prepositions: "since Friday" looks back,
// "for Friday" ahead. What hangs on a noun behind "over" or "after" has been, whatever is to come
// of it: "charges over Sunday's raid".
#pragma once

#include <cstddef>

#include "resolve/moments/grammar.h"
#include "resolve/moments/reading.h"
#include "resolve/moments/words.h"
#include "values/marks.h"

namespace sitrep::resolve {

// head: the word of the phrase that hangs on one outside.
Tense tense_of(const TimeLine& line, const values::Marks& marks, std::uint32_t sentence,
               const TimePhrase& phrase, std::size_t head, const TimeWords& words);

}  // namespace sitrep::resolve
