// sources: one reader for each thing that the world layer is made of; the door is lookup/world.h.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "lookup/layer.h"
#include "lookup/world.h"

namespace sitrep::lookup::sources {

// A town as libgeonames has it.
struct Town {
    std::string number;  // geonameid
    std::string name;
    std::string province;  // its code
    std::string province_name;
    std::string country;
    std::uint64_t people = 0;
    values::Point point;
};

// Source  GVariant serialisation (developer.gnome.org/documentation/specifications) of the type
//         a(sssssssudd)
base::Result<std::vector<Town>> debian_towns(std::string_view bytes);

// geonameid to its name in one language. Source: gettext manual, "The Format of GNU MO Files"
base::Result<std::unordered_map<std::string, std::string>> names_of(std::string_view catalogue);

// The drafts so far, found by id and by country and folded name.
class Places {
public:
    // Nothing where the id is taken.
    void add(Draft draft);
    Draft* find(const std::string& id);
    std::optional<std::size_t> position(const std::string& id) const;
    bool has(const std::string& id) const { return ids_.contains(id); }
    // Positions of settled places of a country by folded name.
    const std::vector<std::size_t>& towns(const std::string& country, const std::string& folded);
    void rename(std::size_t at, std::string id);
    void add_town_name(std::size_t at, const std::string& name);

    std::vector<Draft> drafts;

private:
    std::unordered_map<std::string, std::size_t> ids_;
    std::unordered_map<std::string, std::vector<std::size_t>> towns_;  // "AF kunduz"
};

base::Result<base::Done> add_countries(const WorldSources& from, Places& places);
base::Result<base::Done> add_cities(const WorldSources& from, Places& places);
base::Result<base::Done> add_debian(const WorldSources& from, Places& places);
base::Result<base::Done> add_iso(const WorldSources& from, Places& places);
base::Result<base::Done> add_own(const WorldSources& from, Places& places);

}  // namespace sitrep::lookup::sources
