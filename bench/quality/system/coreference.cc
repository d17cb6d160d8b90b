#include <memory>

#include "lookup/table.h"
#include "quality/system.h"
#include "resolve/coreference.h"

namespace sitrep::quality {

base::Result<Corefer> coreferrer(const std::string& root) {
    const auto beings = lookup::table(root + "/lexicon/en/beings.tsv");
    if (!beings) return base::Error(beings.error()).at("the words for beings");
    const auto names = lookup::table(root + "/lexicon/en/given_names.tsv");
    if (!names) return base::Error(names.error()).at("the given names");
    auto known = resolve::BeingsKnown::from(*beings, *names);
    if (!known) return std::move(known).error();
    const auto shared = std::make_shared<const resolve::BeingsKnown>(std::move(*known));
    return Corefer([shared](const values::Report& report, const values::Marks& marks) {
        return resolve::coreference(report, marks, *shared);
    });
}

}  // namespace sitrep::quality
