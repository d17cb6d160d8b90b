#include <memory>

#include "quality/system.h"
#include "resolve/quantities.h"

namespace sitrep::quality {

base::Result<Quantify> quantifier(const std::string& root) {
    auto known = resolve::NumbersKnown::open(root + "/lexicon/en/numbers");
    if (!known) return std::move(known).error();
    const auto shared = std::make_shared<const resolve::NumbersKnown>(std::move(*known));
    return Quantify([shared](const values::Report& report, const values::Marks& marks) {
        return resolve::quantities(report, marks, *shared);
    });
}

}  // namespace sitrep::quality
