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

base::Result<FindActors> actor_finder(const std::string& root) {
    auto corefer = coreferrer(root);
    if (!corefer) return std::move(corefer).error();
    auto known = resolve::ActorsKnown::open(root + "/lexicon/actors");
    if (!known) return std::move(known).error().at("the actors' words");
    const auto shared = std::make_shared<const resolve::ActorsKnown>(std::move(*known));
    return FindActors([shared, corefer = *std::move(corefer)](const values::Report& report,
                                                              const values::Marks& marks) {
        const auto chains = corefer(report, marks);
        std::vector<resolve::Chain> groups;
        for (const auto& chain : chains.chains) {
            auto& group = groups.emplace_back();
            for (const auto at : chain.mentions) group.push_back(chains.mentions[at].words);
        }
        return resolve::actors(report, marks, groups, *shared);
    });
}

}  // namespace sitrep::quality
