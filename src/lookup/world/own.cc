// What the lexicon says of countries, provinces, regions and towns.
#include <algorithm>
#include <map>
#include <optional>

#include "lookup/folded.h"
#include "lookup/import/rows.h"
#include "lookup/table.h"
#include "lookup/world/sources.h"

namespace sitrep::lookup::sources {
namespace {

using Row = Table::Row;

// Cells by the names of their columns; a table that lacks one is a fault of the installation.
class Columns {
public:
    static base::Result<Columns> of(const Table& table, std::vector<std::string> names) {
        Columns columns;
        for (const auto& name : names) {
            const auto at = std::find(table.columns.begin(), table.columns.end(), name);
            if (at == table.columns.end()) {
                return base::Error("no column " + name + "; is the installation whole?")
                    .at(table.path);
            }
            columns.at_[name] = static_cast<std::size_t>(at - table.columns.begin());
        }
        return columns;
    }
    const std::string& operator()(const Row& row, const std::string& name) const {
        return row.cells[at_.at(name)];
    }

private:
    std::map<std::string, std::size_t> at_;
};

void add_names(const std::string& list, NameKind kind, Draft& draft) {
    imported::Cells names;
    imported::cut(list, '|', names);
    for (const auto name : names) {
        if (!name.empty()) draft.names.push_back({std::string(name), kind});
    }
}

base::Result<std::optional<values::Point>> point_of(const Table& table, const Row& row,
                                                    const Columns& cell) {
    const auto& latitude = cell(row, "latitude");
    const auto& longitude = cell(row, "longitude");
    const auto north = imported::number<double>(latitude);
    const auto east = imported::number<double>(longitude);
    auto point = north && east ? values::point(*north, *east) : std::nullopt;
    if (!point && !(latitude.empty() && longitude.empty())) {
        return base::Error("\"" + latitude + "\", \"" + longitude + "\" is no point; mend the row")
            .at(table.path + ":" + std::to_string(row.line));
    }
    return point;
}

// The largest town of a country that has this name.
std::optional<std::size_t> town_named(Places& places, const std::string& country,
                                      std::string_view name) {
    std::optional<std::size_t> largest;
    for (const auto place : places.towns(country, folded(name))) {
        if (!largest || places.drafts[place].population > places.drafts[*largest].population) {
            largest = place;
        }
    }
    return largest;
}

base::Result<base::Done> add_provinces(const std::string& path, Places& places) {
    const auto rows = table(path);
    if (!rows) return rows.error();
    const auto cell = Columns::of(*rows, {"code", "name", "aliases", "adjectives", "people",
                                          "abbreviations", "latitude", "longitude"});
    if (!cell) return cell.error();
    for (const Row& row : rows->rows) {
        const std::string& code = (*cell)(row, "code");
        Draft own;
        own.id = "adm1:" + code;
        own.kind = values::PlaceKind::Province;
        own.country = code.substr(0, 2);
        own.parents = {"iso:" + own.country};
        own.name = (*cell)(row, "name");
        places.add(own);  // where no other source has it
        Draft& draft = *places.find(own.id);
        if (draft.name != own.name) draft.names.push_back({own.name, NameKind::Alias});
        const auto point = point_of(*rows, row, *cell);
        if (!point) return point.error();
        if (*point) draft.point = *point;
        add_names((*cell)(row, "aliases"), NameKind::Alias, draft);
        add_names((*cell)(row, "adjectives"), NameKind::Adjective, draft);
        add_names((*cell)(row, "people"), NameKind::People, draft);
        add_names((*cell)(row, "abbreviations"), NameKind::Abbreviation, draft);
    }
    return base::Done{};
}

base::Result<base::Done> add_regions(const std::string& path, Places& places) {
    const auto rows = table(path);
    if (!rows) return rows.error();
    const auto cell = Columns::of(*rows, {"id", "kind", "name", "aliases", "adjectives", "people",
                                          "latitude", "longitude", "country"});
    if (!cell) return cell.error();
    for (const Row& row : rows->rows) {
        Draft draft;
        draft.id = (*cell)(row, "id");
        draft.name = (*cell)(row, "name");
        const auto kind = values::place_kind((*cell)(row, "kind"));
        if (!kind) {
            return base::Error("no kind of place; mend the row")
                .at(path + ":" + std::to_string(row.line));
        }
        draft.kind = *kind;
        const auto point = point_of(*rows, row, *cell);
        if (!point) return point.error();
        draft.point = *point;
        draft.country = (*cell)(row, "country");
        if (!draft.country.empty()) draft.parents = {"iso:" + draft.country};
        add_names((*cell)(row, "aliases"), NameKind::Alias, draft);
        add_names((*cell)(row, "adjectives"), NameKind::Adjective, draft);
        add_names((*cell)(row, "people"), NameKind::People, draft);
        places.add(std::move(draft));
    }
    return base::Done{};
}

// Sources differ in which name they lead with: the largest town that has any of them is meant.
base::Result<base::Done> add_town_names(const std::string& path, Places& places) {
    const auto rows = table(path);
    if (!rows) return rows.error();
    const auto cell = Columns::of(*rows, {"country", "name", "aliases"});
    if (!cell) return cell.error();
    for (const Row& row : rows->rows) {
        Draft names;
        names.name = (*cell)(row, "name");
        names.names.push_back({names.name, NameKind::Alias});
        add_names((*cell)(row, "aliases"), NameKind::Alias, names);
        std::optional<std::size_t> town;
        for (const DraftName& name : names.names) {
            const auto found = town_named(places, (*cell)(row, "country"), name.text);
            if (found &&
                (!town || places.drafts[*found].population > places.drafts[*town].population)) {
                town = found;
            }
        }
        if (!town) continue;  // too small for the sources that were found
        for (const DraftName& name : names.names) places.add_town_name(*town, name.text);
    }
    return base::Done{};
}

base::Result<base::Done> add_capitals(const std::string& path, Places& places) {
    const auto rows = table(path);
    if (!rows) return rows.error();
    const auto cell = Columns::of(*rows, {"code", "capital"});
    if (!cell) return cell.error();
    for (const Row& row : rows->rows) {
        imported::Cells capitals;
        imported::cut((*cell)(row, "capital"), '|', capitals);
        for (const auto capital : capitals) {
            const auto town = town_named(places, (*cell)(row, "code"), capital);
            if (town) places.drafts[*town].seat = Seat::OfCountry;
        }
    }
    return base::Done{};
}

}  // namespace

base::Result<base::Done> add_countries(const WorldSources& from, Places& places) {
    const auto rows = table(from.lexicon + "/countries.tsv");
    if (!rows) return rows.error();
    const auto cell = Columns::of(*rows, {"code", "three", "name", "aliases", "adjectives",
                                          "people", "abbreviations", "latitude", "longitude"});
    if (!cell) return cell.error();
    for (const Row& row : rows->rows) {
        Draft draft;
        draft.country = (*cell)(row, "code");
        draft.id = "iso:" + draft.country;
        draft.also = {"iso:" + (*cell)(row, "three")};
        draft.name = (*cell)(row, "name");
        draft.kind = values::PlaceKind::Country;
        const auto point = point_of(*rows, row, *cell);
        if (!point) return point.error();
        draft.point = *point;
        add_names((*cell)(row, "aliases"), NameKind::Alias, draft);
        add_names((*cell)(row, "adjectives"), NameKind::Adjective, draft);
        add_names((*cell)(row, "people"), NameKind::People, draft);
        add_names((*cell)(row, "abbreviations"), NameKind::Abbreviation, draft);
        places.add(std::move(draft));
    }
    return base::Done{};
}

base::Result<base::Done> add_own(const WorldSources& from, Places& places) {
    if (auto added = add_provinces(from.lexicon + "/provinces.tsv", places); !added) return added;
    if (auto added = add_regions(from.lexicon + "/regions.tsv", places); !added) return added;
    if (auto added = add_town_names(from.lexicon + "/towns.tsv", places); !added) return added;
    return add_capitals(from.lexicon + "/countries.tsv", places);
}

}  // namespace sitrep::lookup::sources
