#include <memory>

#include "quality/system.h"
#include "resolve/actors.h"

namespace sitrep::quality {

base::Result<Affiliate> affiliator(const std::string& root) {
    auto known = resolve::ActorsKnown::open(root + "/lexicon/actors");
    if (!known) return std::move(known).error().at("the actors' words");
    const auto shared = std::make_shared<const resolve::ActorsKnown>(std::move(*known));
    // The records' dates are placeholders: no day is known.
    return Affiliate([shared](std::string_view phrase) {
        return resolve::affiliation(phrase, *shared, std::nullopt);
    });
}

}  // namespace sitrep::quality
