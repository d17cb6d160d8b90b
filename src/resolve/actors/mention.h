// Mention: all that one phrase says of its actor.
#pragma once

#include <optional>
#include <string_view>

#include "resolve/actors/phrase.h"
#include "values/actor.h"

namespace sitrep::resolve {

struct Told {
    values::Actor actor;
    values::Reason country;  // why this country, on which words
    values::Reason sector;
    std::vector<values::Passed<values::Affiliation>> passed;
    values::Span head;  // of the noun or name that heads the phrase
    bool is_town = false;
    bool heads_by_role = false;  // a role word, not a name, heads the phrase
    std::string person_name;     // as written: "Tom King"; empty where the phrase has none
};

// town: a capital stands for the town, not for the government.
enum class CapitalMeans { Government, Town };
Told told(const Phrase& phrase, std::string_view text, CapitalMeans means, const ActorsKnown& known,
          const std::optional<values::Date>& day);

values::Decision<values::Affiliation> decision(const Told& told);

}  // namespace sitrep::resolve
