// same_person: whether two names, as two reports spell them, are borne by one person.
//
// Words of the names are paired by sound: what romanisations disagree on (vowels, h, doubled
// letters, q/k, w/v …) costs little, other letters a whole step. Family names must pair; given
// names must pair or one be the other's initial; further names may be missing. One-word names never
// tell a person alone: role and country may.
//
// Units   names in UTF-8 without titles; role a lemma ("minister"), country any one code; both may
//         be empty
// Choice  true one person, false two; empty where the names do not tell
#pragma once

#include <string_view>

#include "values/decision.h"

namespace sitrep::resolve {

struct PersonSaid {
    std::string_view name;
    std::string_view role = {};
    std::string_view country = {};
};

values::Decision<bool> same_person(const PersonSaid& one, const PersonSaid& other);

// How far two words lie apart as spellings of one name: 0 the same, 1 and more another name.
double spelling_distance(std::string_view one, std::string_view other);

}  // namespace sitrep::resolve
