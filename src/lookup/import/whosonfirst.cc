#include <simdjson.h>

#include <algorithm>
#include <array>
#include <set>

#include "lookup/import/forms.h"
#include "lookup/import/rows.h"

namespace sitrep::lookup::imported {
namespace {

constexpr std::array<std::string_view, 14> columns = {
    "wof_id",   "placetype", "name",       "country",    "lat",        "lon",        "geonameid",
    "wikidata", "gn_fcode",  "admin1_wof", "admin2_wof", "population", "deprecated", "altnames"};
enum Column : std::size_t {
    Id,
    Type,
    Name,
    Country,
    Latitude,
    Longitude,
    GeoNames,
    Wikidata,
    Code,
    Admin1,
    Admin2,
    Population,
    Deprecated,
    Names
};
constexpr std::size_t missing = static_cast<std::size_t>(-1);

std::array<std::size_t, columns.size()> places_of(const Cells& head) {
    std::array<std::size_t, columns.size()> found{};
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const auto at = std::find(head.begin(), head.end(), columns[i]);
        found[i] = at == head.end() ? missing : static_cast<std::size_t>(at - head.begin());
    }
    return found;
}

void settle_kind(const Importing& with, std::string_view type, std::string_view code,
                 Draft& draft) {
    const auto placed = with.features.of("wof", type);
    if (placed && placed->kind) draft.kind = *placed->kind;
    const bool settled = draft.kind == values::PlaceKind::Town;
    if (const auto feature = with.features.of("geonames", code); feature && settled) {
        draft.seat = feature->seat;
    }
    if (settled && draft.seat == Seat::None && draft.population < town_people_min) {
        draft.kind = values::PlaceKind::Village;
    }
}

void add_concordances(std::string_view geonames, std::string_view wikidata, Draft& draft) {
    if (!geonames.empty()) draft.also.push_back("geonames:" + std::string(geonames));
    if (!wikidata.empty()) draft.also.push_back("wikidata:" + std::string(wikidata));
    if (draft.kind == values::PlaceKind::Country && !draft.country.empty()) {
        draft.also.push_back("iso:" + draft.country);
    }
}

// "lang:name|lang:name"
void add_names(std::string_view list, Draft& draft) {
    Cells names;
    cut(list, '|', names);
    for (auto name : names) {
        name.remove_prefix(std::min(name.size(), name.find(':') + 1));
        if (name.empty() || name == draft.name) continue;
        const bool known = std::any_of(draft.names.begin(), draft.names.end(),
                                       [&](const DraftName& other) { return other.text == name; });
        if (!known && draft.names.size() < names_of_place_max) {
            draft.names.push_back({std::string(name), NameKind::Alias});
        }
    }
}

void add_parents(std::string_view own, std::string_view admin2, std::string_view admin1,
                 Draft& draft) {
    for (const auto parent : {admin2, admin1}) {
        if (!parent.empty() && parent != own) {
            draft.parents.push_back("wof:" + std::string(parent));
        }
    }
    const bool top = draft.kind <= values::PlaceKind::Country || draft.country.empty();
    if (!top) draft.parents.push_back("iso:" + draft.country);
}

}  // namespace

void wof_table(std::string_view text, const Importing& with, Drafts& drafts) {
    std::array<std::size_t, columns.size()> at{};
    std::size_t width = 0;
    Cells cells;
    each_line(text, drafts, [&](std::size_t line, std::string_view row) {
        cut(row, '\t', cells);
        if (width == 0) {
            width = cells.size();
            at = places_of(cells);
            return;
        }
        if (cells.size() != width) {
            note(drafts, line,
                 std::to_string(cells.size()) + " cells where " + std::to_string(width) +
                     " are named; left out");
            return;
        }
        const auto cell = [&](Column column) {
            return at[column] == missing ? std::string_view() : cells[at[column]];
        };
        if (cell(Deprecated) == "1" || !with.features.of("wof", cell(Type))) return;
        if (!number<std::uint64_t>(cell(Id))) {
            note(drafts, line, "no wof_id; left out");
            return;
        }
        Draft draft;
        draft.id = "wof:" + std::string(cell(Id));
        draft.name = cell(Name);
        draft.line = line;
        if (is_country(cell(Country))) draft.country = cell(Country);
        draft.point = point(cell(Latitude), cell(Longitude), line, drafts);
        draft.population = number<std::uint64_t>(cell(Population)).value_or(0);
        settle_kind(with, cell(Type), cell(Code), draft);
        add_concordances(cell(GeoNames), cell(Wikidata), draft);
        add_names(cell(Names), draft);
        add_parents(cell(Id), cell(Admin2), cell(Admin1), draft);
        drafts.places.push_back(std::move(draft));
    });
}

namespace {

using Object = simdjson::dom::object;

std::string_view text_of(const Object& object, std::string_view key) {
    std::string_view value;
    if (object[key].get(value) != simdjson::SUCCESS) return {};
    return value;
}

std::uint64_t count_of(const Object& object, std::string_view key) {
    std::uint64_t value = 0;
    return object[key].get(value) == simdjson::SUCCESS ? value : 0;
}

std::optional<values::Point> point_of(const Object& object) {
    for (const auto* prefix : {"lbl:", "geom:"}) {
        double latitude = 0;
        double longitude = 0;
        const std::string at = prefix;
        if (object[at + "latitude"].get(latitude) == simdjson::SUCCESS &&
            object[at + "longitude"].get(longitude) == simdjson::SUCCESS) {
            return values::point(latitude, longitude);
        }
    }
    return std::nullopt;
}

// "name:eng_x_preferred": ["…"]
void add_names(const Object& properties, Draft& draft) {
    std::set<std::string> names;
    for (const auto [key, value] : properties) {
        if (!key.starts_with("name:") || !value.is_array()) continue;
        for (const auto name : simdjson::dom::array(value.get_array().value_unsafe())) {
            std::string_view text;
            if (name.get(text) == simdjson::SUCCESS) names.insert(std::string(text));
        }
    }
    names.erase(draft.name);
    for (const auto& name : names) draft.names.push_back({name, NameKind::Alias});
}

void add_hierarchy(const Object& properties, std::uint64_t own, Draft& draft) {
    simdjson::dom::array chains;
    std::string admin2;
    std::string admin1;
    if (properties["wof:hierarchy"].get(chains) == simdjson::SUCCESS) {
        for (const auto chain : chains) {
            Object steps;
            if (chain.get(steps) != simdjson::SUCCESS) continue;
            if (const auto id = count_of(steps, "county_id"); id != 0) admin2 = std::to_string(id);
            if (const auto id = count_of(steps, "region_id"); id != 0) admin1 = std::to_string(id);
            break;  // the first is the undisputed one
        }
    }
    add_parents(std::to_string(own), admin2, admin1, draft);
}

}  // namespace

void wof_feature(std::string_view text, const Importing& with, Drafts& drafts) {
    simdjson::dom::parser parser;
    Object properties;
    const simdjson::padded_string padded(text);
    if (parser.parse(padded)["properties"].get(properties) != simdjson::SUCCESS) {
        note(drafts, 1, "no JSON object with properties; left out");
        return;
    }
    const auto id = count_of(properties, "wof:id");
    const auto type = text_of(properties, "wof:placetype");
    if (id == 0) return note(drafts, 1, "no wof:id; left out");
    const auto deprecated = text_of(properties, "edtf:deprecated");
    if (!with.features.of("wof", type) || (!deprecated.empty() && deprecated != "uuuu")) return;
    Draft draft;
    draft.id = "wof:" + std::to_string(id);
    draft.name = text_of(properties, "wof:name");
    draft.line = 1;
    const auto country = text_of(properties, "wof:country");
    if (is_country(country)) draft.country = country;
    draft.point = point_of(properties);
    draft.population = count_of(properties, "wof:population");
    if (draft.population == 0) draft.population = count_of(properties, "gn:population");
    settle_kind(with, type, text_of(properties, "gn:fcode"), draft);
    Object same;
    if (properties["wof:concordances"].get(same) == simdjson::SUCCESS) {
        const auto geonames = count_of(same, "gn:id");
        add_concordances(geonames == 0 ? "" : std::to_string(geonames), text_of(same, "wd:id"),
                         draft);
    } else {
        add_concordances({}, {}, draft);
    }
    add_names(properties, draft);
    add_hierarchy(properties, id, draft);
    drafts.places.push_back(std::move(draft));
}

}  // namespace sitrep::lookup::imported
