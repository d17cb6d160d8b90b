#include "resolve/actors.h"

#include "resolve/actors/mention.h"
#include "resolve/actors/phrase.h"

namespace sitrep::resolve {

values::Decision<values::Affiliation> affiliation(std::string_view phrase,
                                                  const ActorsKnown& known,
                                                  const std::optional<values::Date>& day) {
    const auto whole = values::Span::in(phrase, 0, phrase.size());
    const Phrase read = resolve::phrase(phrase, whole, std::nullopt, known, day);
    return decision(told(read, phrase, CapitalMeans::Government, known, day));
}

}  // namespace sitrep::resolve
