#include <unordered_map>

#include "lookup/import/forms.h"
#include "lookup/import/rows.h"

namespace sitrep::lookup::imported {
namespace {

enum Column : std::size_t {
    Id,
    Name,
    Ascii,
    Names,
    Latitude,
    Longitude,
    Class,
    Code,
    Country,
    Countries,
    Admin1,
    Admin2,
    Admin3,
    Admin4,
    Population
};

constexpr std::size_t names_id_cell = 1;
constexpr std::size_t names_language_cell = 2;
constexpr std::size_t names_text_cell = 3;

std::string province_id(const Cells& cells) {
    return "adm1:" + std::string(cells[Country]) + "." + std::string(cells[Admin1]);
}

std::string district_id(const Cells& cells) {
    return "adm2:" + std::string(cells[Country]) + "." + std::string(cells[Admin1]) + "." +
           std::string(cells[Admin2]);
}

// What a place of this kind is called by others, and what it lies in, the narrowest first.
void place_in(const Cells& cells, Draft& draft) {
    const std::string country = "iso:" + std::string(cells[Country]);
    const bool province = !cells[Admin1].empty() && cells[Admin1] != "00";
    const bool district = province && !cells[Admin2].empty();
    switch (draft.kind) {
        case values::PlaceKind::Country:
            if (cells[Code] != "TERR") draft.also.push_back(country);
            return;
        case values::PlaceKind::Province:
            if (province && cells[Code] == "ADM1") draft.also.push_back(province_id(cells));
            break;
        case values::PlaceKind::District:
            if (district && cells[Code] == "ADM2") draft.also.push_back(district_id(cells));
            if (district && cells[Code] != "ADM2") draft.parents.push_back(district_id(cells));
            if (province) draft.parents.push_back(province_id(cells));
            break;
        default:
            if (district) draft.parents.push_back(district_id(cells));
            if (province) draft.parents.push_back(province_id(cells));
            break;
    }
    if (is_country(cells[Country])) draft.parents.push_back(country);
}

void add_names(std::string_view list, Draft& draft) {
    Cells names;
    cut(list, ',', names);
    for (const auto name : names) {
        if (!name.empty() && name != draft.name) {
            draft.names.push_back({std::string(name), NameKind::Alias});
        }
    }
}

}  // namespace

void geonames(std::string_view text, const Importing& with, Drafts& drafts) {
    Cells cells;
    each_line(text, drafts, [&](std::size_t line, std::string_view row) {
        cut(row, '\t', cells);
        if (cells.size() != geonames_cells) {
            note(drafts, line, std::to_string(cells.size()) + " cells where 19 are; left out");
            return;
        }
        auto feature = with.features.of("geonames", cells[Code]);
        if (!feature) feature = with.features.of("geonames", cells[Class]);
        if (!feature || !feature->kind) return;  // nothing that news speaks of
        Draft draft;
        draft.id = "geonames:" + std::string(cells[Id]);
        if (!number<std::uint64_t>(cells[Id])) {
            note(drafts, line, "no geonameid; left out");
            return;
        }
        draft.name = cells[Name];
        draft.kind = *feature->kind;
        draft.seat = feature->seat;
        draft.point = point(cells[Latitude], cells[Longitude], line, drafts);
        if (is_country(cells[Country])) draft.country = cells[Country];
        draft.population = number<std::uint64_t>(cells[Population]).value_or(0);
        if (draft.kind == values::PlaceKind::Village && draft.population >= town_people_min) {
            draft.kind = values::PlaceKind::Town;
        }
        draft.line = line;
        add_names(cells[Names], draft);
        place_in(cells, draft);
        drafts.places.push_back(std::move(draft));
    });
}

void geonames_names(std::string_view text, Drafts& drafts) {
    std::unordered_map<std::string, std::size_t> places;
    for (std::size_t i = 0; i < drafts.places.size(); ++i) places.emplace(drafts.places[i].id, i);
    Cells cells;
    each_line(text, drafts, [&](std::size_t line, std::string_view row) {
        cut(row, '\t', cells);
        if (cells.size() < names_cells_min) {
            note(drafts, line, std::to_string(cells.size()) + " cells where 8 or 10 are; left out");
            return;
        }
        const auto language = cells[names_language_cell];
        // Links, post codes, airport codes and the like are no names of the place.
        if (language.size() > 3 || cells[names_text_cell].empty()) return;
        const auto found = places.find("geonames:" + std::string(cells[names_id_cell]));
        if (found == places.end()) return;  // of another country
        const bool abbreviation = language == "abb";
        drafts.places[found->second].names.push_back(
            {std::string(cells[names_text_cell]),
             abbreviation ? NameKind::Abbreviation : NameKind::Alias});
    });
}

}  // namespace sitrep::lookup::imported
