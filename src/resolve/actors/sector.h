// Sector: the part of society a phrase speaks of, the role it says, and what kind of actor that is.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "resolve/actors/phrase.h"

namespace sitrep::resolve {

struct Part {
    std::vector<std::string> sectors;  // empty: the words do not tell
    std::string rule;
    std::vector<std::size_t> pieces;  // of the phrase: what decided
    std::optional<std::size_t> head;  // the piece whose noun heads the phrase
    std::string role;
    values::ActorKind kind = values::ActorKind::Person;
};

Part part(const Phrase& phrase, const Telling* person, values::Holds person_holds);

}  // namespace sitrep::resolve
