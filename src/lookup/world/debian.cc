// What Debian's libgeonames holds.
#include <algorithm>
#include <array>
#include <cstring>

#include "base/file.h"
#include "lookup/folded.h"
#include "lookup/spelling.h"
#include "lookup/world/sources.h"

namespace sitrep::lookup::sources {
namespace {

constexpr std::size_t strings = 7;
constexpr double same_name_km = 25;  // GeoNames moves a town's point now and then
constexpr double same_place_km = 3;
// English, and the tongues of most wires and of the places that they write about.
constexpr std::array<std::string_view, 9> languages = {"en", "ru", "uk", "ar", "fa",
                                                       "tr", "fr", "de", "es"};

template <class Number>
std::optional<Number> at(std::string_view bytes, std::size_t where) {
    Number number{};
    if (where > bytes.size() || bytes.size() - where < sizeof number) return std::nullopt;
    std::memcpy(&number, bytes.data() + where, sizeof number);
    return number;
}

std::size_t aligned(std::size_t where, std::size_t to) { return (where + to - 1) / to * to; }

// One (sssssssudd): strings with their NUL, then numbers at their own alignment.
std::optional<Town> town(std::string_view item) {
    std::array<std::string_view, strings> text;
    std::size_t where = 0;
    for (auto& field : text) {
        const auto end = item.find('\0', where);
        if (end == std::string_view::npos) return std::nullopt;
        field = item.substr(where, end - where);
        where = end + 1;
    }
    where = aligned(where, 4);
    const auto people = at<std::uint32_t>(item, where);
    where = aligned(where + 4, 8);
    const auto latitude = at<double>(item, where);
    const auto longitude = at<double>(item, where + 8);
    if (!people || !latitude || !longitude) return std::nullopt;
    const auto point = values::point(*latitude, *longitude);
    if (!point || text[0].empty() || text[4].size() != 2) return std::nullopt;
    return Town{std::string(text[0]),
                std::string(text[1]),
                std::string(text[2]),
                std::string(text[3]),
                std::string(text[4]),
                *people,
                *point};
}

base::Error unlike(const std::string& what) {
    return base::Error(what + "; install Debian's libgeonames0 and libgeonames-common again");
}

// Where it may be known: the same name near by, or much the same name at the same spot.
std::optional<std::size_t> known(
    Places& places, const Town& town,
    const std::unordered_map<std::string, std::vector<std::size_t>>& by_sound) {
    std::optional<std::size_t> found;
    double least = same_name_km;
    const auto consider = [&](std::size_t place, double limit) {
        const Draft& draft = places.drafts[place];
        if (!draft.point || draft.population != 0) return;
        const double apart = values::kilometres(*draft.point, town.point);
        if (apart > std::min(limit, least)) return;
        least = apart;
        found = place;
    };
    for (const auto place : places.towns(town.country, folded(town.name))) {
        consider(place, same_name_km);
    }
    if (found) return found;
    const auto alike = by_sound.find(town.country + " " + skeleton(folded(town.name)));
    if (alike == by_sound.end()) return std::nullopt;
    for (const auto place : alike->second) consider(place, same_place_km);
    return found;
}

void add_province(const Town& town, Places& places) {
    const std::string id = "adm1:" + town.country + "." + town.province;
    if (places.has(id) || town.province.empty() || town.province_name.empty()) return;
    Draft draft;
    draft.id = id;
    draft.name = town.province_name;
    draft.kind = values::PlaceKind::Province;
    draft.country = town.country;
    draft.parents = {"iso:" + town.country};
    places.add(std::move(draft));
}

void add_town(const Town& town, Places& places) {
    add_province(town, places);
    Draft draft;
    draft.id = "geonames:" + town.number;
    draft.name = town.name;
    draft.point = town.point;
    draft.country = town.country;
    draft.population = town.people;
    draft.parents = {"adm1:" + town.country + "." + town.province, "iso:" + town.country};
    places.add(std::move(draft));
}

}  // namespace

base::Result<std::vector<Town>> debian_towns(std::string_view bytes) {
    std::vector<Town> towns;
    const auto table = bytes.size() < 4 ? std::nullopt : at<std::uint32_t>(bytes, bytes.size() - 4);
    if (!table || *table > bytes.size() || (bytes.size() - *table) % 4 != 0) {
        return unlike("no list of towns");
    }
    std::size_t begin = 0;
    for (std::size_t where = *table; where < bytes.size(); where += 4) {
        const std::size_t end = *at<std::uint32_t>(bytes, where);
        begin = aligned(begin, 8);
        if (end < begin || end > *table) return unlike("a list of towns that points nowhere");
        auto read = town(bytes.substr(begin, end - begin));
        if (!read) return unlike("town " + std::to_string(towns.size() + 1) + " is none");
        towns.push_back(*std::move(read));
        begin = end;
    }
    return towns;
}

base::Result<std::unordered_map<std::string, std::string>> names_of(std::string_view catalogue) {
    constexpr std::uint32_t magic = 0x950412DE;
    const auto count = at<std::uint32_t>(catalogue, 8);
    const auto keys = at<std::uint32_t>(catalogue, 12);
    const auto texts = at<std::uint32_t>(catalogue, 16);
    if (at<std::uint32_t>(catalogue, 0) != magic || !count || !keys || !texts) {
        return unlike("no catalogue of names");
    }
    const auto piece = [&](std::size_t entry) -> std::optional<std::string_view> {
        const auto bytes = at<std::uint32_t>(catalogue, entry);
        const auto where = at<std::uint32_t>(catalogue, entry + 4);
        if (!bytes || !where || *where > catalogue.size() || catalogue.size() - *where < *bytes) {
            return std::nullopt;
        }
        return catalogue.substr(*where, *bytes);
    };
    std::unordered_map<std::string, std::string> names;
    for (std::size_t i = 0; i < *count; ++i) {
        const auto key = piece(*keys + 8 * i);
        const auto text = piece(*texts + 8 * i);
        if (!key || !text) return unlike("a catalogue that points nowhere");
        if (!key->empty() && !text->empty()) names.emplace(*key, *text);
    }
    return names;
}

base::Result<base::Done> add_debian(const WorldSources& from, Places& places) {
    if (from.towns.empty()) return base::Done{};
    const auto bytes = base::read_file(from.towns, world_file_bytes_max);
    if (!bytes) return bytes.error();
    auto towns = debian_towns(*bytes);
    if (!towns) return std::move(towns).error().at(from.towns);
    // The largest first, so that a suburb of the same name does not take a city's people.
    std::stable_sort(towns->begin(), towns->end(),
                     [](const Town& a, const Town& b) { return a.people > b.people; });
    std::unordered_map<std::string, std::vector<std::size_t>> by_sound;
    for (std::size_t i = 0; i < places.drafts.size(); ++i) {
        const Draft& draft = places.drafts[i];
        if (draft.kind != values::PlaceKind::Town) continue;
        by_sound[draft.country + " " + skeleton(folded(draft.name))].push_back(i);
    }
    for (const Town& town : *towns) {
        const auto place = known(places, town, by_sound);
        if (!place) {
            add_town(town, places);
            continue;
        }
        places.drafts[*place].population = town.people;
        places.add_town_name(*place, town.name);
        places.rename(*place, "geonames:" + town.number);
    }
    for (const auto language : languages) {
        const std::string path =
            from.languages + "/" + std::string(language) + "/LC_MESSAGES/geonames.mo";
        const auto catalogue = base::read_file(path, world_file_bytes_max);
        if (!catalogue) continue;  // a language that is not installed
        const auto names = names_of(*catalogue);
        if (!names) return base::Error(names.error()).at(path);
        for (const Town& town : *towns) {
            const auto name = names->find(town.number);
            if (name == names->end()) continue;
            const auto place = places.position("geonames:" + town.number);
            if (place) places.add_town_name(*place, name->second);
        }
    }
    return base::Done{};
}

}  // namespace sitrep::lookup::sources
