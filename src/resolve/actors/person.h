// Person: the holder of an office whom the words of a phrase name.
#pragma once

#include <optional>
#include <vector>

#include "resolve/actors/phrase.h"

namespace sitrep::resolve {

struct PersonFound {
    const Telling* told = nullptr;
    values::Holds holds = values::Holds::Yes;
    std::size_t first = 0;  // words of the phrase
    std::size_t last = 0;
    bool named = true;  // false: told by office, country and day alone
};

// "President Mugabe", "Habyarimana": by family name, where the words around leave one country.
std::optional<PersonFound> person_named(const Phrase& phrase, const ActorsKnown& known,
                                        const std::optional<values::Date>& day);
// "the French president": the one whose row covers the day beyond doubt.
std::optional<PersonFound> person_by_office(const Telling& role, const std::string& country,
                                            const ActorsKnown& known,
                                            const std::optional<values::Date>& day);

}  // namespace sitrep::resolve
