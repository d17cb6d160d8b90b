#include "resolve/places.h"

#include <filesystem>
#include <memory>

#include "lookup/gazetteer.h"
#include "lookup/table.h"
#include "quality/system.h"

namespace sitrep::quality {

base::Result<std::optional<FindToponyms>> toponym_finder(const std::string& root) {
    const std::string world = root + "/build/gazetteer/world.places";
    std::error_code unseen;
    if (!std::filesystem::exists(world, unseen)) return std::optional<FindToponyms>();
    auto gazetteer = lookup::Gazetteer::open({world});
    if (!gazetteer) return std::move(gazetteer).error().at("the gazetteer");
    const auto table = lookup::table(root + "/lexicon/en/places/beside.tsv");
    if (!table) return table.error();
    auto known = resolve::PlacesKnown::from(*table);
    if (!known) return known.error();
    struct Both {
        lookup::Gazetteer gazetteer;
        resolve::PlacesKnown known;
    };
    const auto both = std::make_shared<const Both>(Both{*std::move(gazetteer), *std::move(known)});
    return std::optional<FindToponyms>(
        [both](const values::Report& report, const values::Marks& marks,
               const std::optional<std::vector<values::Span>>& given) {
            return given ? resolve::places_at(report, marks, *given, both->gazetteer, both->known)
                         : resolve::places(report, marks, both->gazetteer, both->known);
        });
}

}  // namespace sitrep::quality
