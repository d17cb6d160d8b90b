#include "quality/scores/records.h"

#include <algorithm>
#include <set>

#include "quality/scores/affiliations.h"

namespace sitrep::quality {
namespace {

using Codes = std::set<std::string>;

// The gold records know one code for all international bodies.
Codes codes_of(const std::vector<std::string>& codes) {
    Codes out;
    for (const auto& code : codes) {
        const auto meant = gold_country(code);
        out.insert(meant == "UNO" || meant == "EUR" ? "IGO" : meant);
    }
    return out;
}

}  // namespace

bool countries_right(const Exported& ours, const GoldRecord& gold) {
    auto from = codes_of(ours.from);
    const auto to = codes_of(ours.to);
    const auto gold_from = codes_of(gold.from);
    const auto gold_to = codes_of(gold.to);
    if (gold_to.empty() && gold_from.size() > 1) {
        from.insert(to.begin(), to.end());
        return from == gold_from;
    }
    return (gold_from.empty() || from == gold_from) && (gold_to.empty() || to == gold_to);
}

RecordScore score(const std::vector<Exported>& ours, const GoldRecord& gold) {
    RecordScore out;
    bool any_countries = false;
    for (const auto& one : ours) {
        const bool countries = countries_right(one, gold);
        any_countries = any_countries || countries;
        if (one.type != gold.type) {
            ++out.other_types;
            continue;
        }
        out.type_right = true;
        out.countries_right = out.countries_right || countries;
    }
    if (!out.type_right) out.countries_right = any_countries;
    out.unmatched = ours.size() - (out.type_right ? 1 : 0);
    return out;
}

}  // namespace sitrep::quality
