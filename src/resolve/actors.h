// Actors: whom the words of a report mean, and to which state and part of society they belong.
//
// affiliation() reads one mention; actors() gathers the mentions of a report, one actor for each
// chain. The words themselves lead; a dated row of the lexicon speaks only for its days.
// Errors  none; where the words do not tell a country or sector, it is empty
// Source  PLOVER manual 0.8, "Country Names and Sector Codes"; lexicon/actors/
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "resolve/actors_known.h"
#include "values/actor.h"
#include "values/marks.h"
#include "values/report.h"

namespace sitrep::resolve {

// A mention as plain words: "Russian Deputy Foreign Minister Andrey Rudenko". day: of publication,
// where it is known. Evidence points into the phrase.
values::Decision<values::Affiliation> affiliation(std::string_view phrase, const ActorsKnown& known,
                                                  const std::optional<values::Date>& day);

// A mention as marked words of one sentence: the tree tells where its head part ends, and whether
// a capital stands for its government ("Moscow said") or for the town ("in Moscow").
values::Decision<values::Affiliation> affiliation(const values::Report& report,
                                                  const values::Marks& marks,
                                                  values::WordRange mention,
                                                  const ActorsKnown& known);

// The mentions of one actor, in text order.
using Chain = std::vector<values::WordRange>;

// The actors of a report in order of their first mention. chains: mentions that mean one actor, of
// which none need be given; names and role nouns outside them are gathered by name, or stand alone.
std::vector<values::ActorTold> actors(const values::Report& report, const values::Marks& marks,
                                      const std::vector<Chain>& chains, const ActorsKnown& known);

// The registry's name for a person, unless the report's own words for him speak against it:
// "Defense Secretary Ash Carter" is no Jimmy Carter. Then those words are the name.
values::Decision<values::Actor> kept_to_report(values::Decision<values::Actor> actor,
                                               std::string_view naming);

}  // namespace sitrep::resolve
