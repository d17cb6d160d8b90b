// meanings: what words of a digest stand for, as a brief shows it.
//
// A meaning is shown only where it says more than the words do: a pronoun's name, a day for
// "Thursday", a range for "dozens", what a place lies in.
#pragma once

#include <optional>

#include "values/brief.h"
#include "values/digest.h"
#include "values/span.h"

namespace sitrep::publish {

std::optional<values::Meaning> moment_meaning(const values::Digest& digest, values::Span words);
std::optional<values::Meaning> place_meaning(const values::Digest& digest, values::Span words);
std::optional<values::Meaning> quantity_meaning(const values::Digest& digest, values::Span words);
// Of an actor, an object or a source: the words must be all of a mention.
std::optional<values::Meaning> actor_meaning(const values::Digest& digest, values::Span words);

// "Imam Sahib, Kunduz, Afghanistan": what a place lies in.
std::string lies_in(const values::Place& place);

}  // namespace sitrep::publish
