#include "values/place.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <numbers>

namespace sitrep::values {
namespace {

constexpr double earth_radius_km = 6371.0088;  // IUGG mean radius
constexpr std::array<std::string_view, place_kinds> kind_codes = {
    "continent",     "region",   "country", "province", "district", "town",  "village",
    "neighbourhood", "crossing", "post",    "base",     "airport",  "water", "river",
    "mountain",      "island",   "camp",    "road",     "bridge",   "site"};

double radians(double degrees) { return degrees * std::numbers::pi / 180; }

std::string quoted(std::string_view name) {
    std::string out = "\"";
    for (const char c : name) {
        if (c == '"' || c == '\\') out += '\\';
        out += c;
    }
    return out + '"';
}

// The shortest decimals that read back as the same number.
std::string shortest(double number) {
    std::array<char, 32> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number);
    return {digits.data(), end.ptr};
}

// Takes what stands before the next blank, and the blank.
std::string_view taken(std::string_view& rest) {
    const auto end = std::min(rest.find(' '), rest.size());
    const auto word = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    return word;
}

std::optional<std::string> taken_name(std::string_view& rest) {
    if (!rest.starts_with('"')) return std::nullopt;
    std::string name;
    for (std::size_t i = 1; i < rest.size(); ++i) {
        if (rest[i] == '"') {
            rest.remove_prefix(i + 1);
            if (rest.starts_with(' ')) rest.remove_prefix(1);
            return name;
        }
        if (rest[i] == '\\' && i + 1 < rest.size()) ++i;
        name += rest[i];
    }
    return std::nullopt;
}

// "ID KIND "NAME"", the start of a place and of each parent.
struct Head {
    std::string id;
    PlaceKind kind = PlaceKind::Town;
    std::string name;
};

std::string printed(std::string_view id, PlaceKind kind, std::string_view name) {
    return (id.empty() ? "-" : std::string(id)) + " " + std::string(code(kind)) + " " +
           quoted(name);
}

std::optional<Head> taken_head(std::string_view& rest) {
    const auto id = taken(rest);
    const auto kind = place_kind(taken(rest));
    auto name = taken_name(rest);
    if (id.empty() || !kind || !name) return std::nullopt;
    return Head{id == "-" ? "" : std::string(id), *kind, std::move(*name)};
}

template <class Number>
std::optional<Number> number(std::string_view digits) {
    Number value{};
    const auto [end, fault] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (fault != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
    return value;
}

bool take_point(std::string_view notation, std::optional<Point>& into) {
    if (notation == "-") return true;
    const auto comma = notation.find(',');
    if (comma == std::string_view::npos) return false;
    const auto latitude = number<double>(notation.substr(0, comma));
    const auto longitude = number<double>(notation.substr(comma + 1));
    if (latitude && longitude) into = point(*latitude, *longitude);
    return into.has_value();
}

}  // namespace

std::string_view code(PlaceKind kind) { return kind_codes[static_cast<std::size_t>(kind)]; }

std::optional<PlaceKind> place_kind(std::string_view code) {
    for (std::size_t i = 0; i < kind_codes.size(); ++i) {
        if (kind_codes[i] == code) return static_cast<PlaceKind>(i);
    }
    return std::nullopt;
}

std::optional<Point> point(double latitude, double longitude) {
    const bool inside = latitude >= -90 && latitude <= 90 && longitude >= -180 && longitude <= 180;
    if (!inside) return std::nullopt;  // a NaN is not inside either
    return Point{latitude, longitude};
}

double kilometres(Point from, Point to) {
    const double rise = std::sin(radians(to.latitude - from.latitude) / 2);
    const double turn = std::sin(radians(to.longitude - from.longitude) / 2);
    const double chord = rise * rise + std::cos(radians(from.latitude)) *
                                           std::cos(radians(to.latitude)) * turn * turn;
    return 2 * earth_radius_km * std::asin(std::min(1.0, std::sqrt(chord)));
}

std::string Place::print() const {
    std::string out = printed(id, kind, name) + " ";
    out += point ? shortest(point->latitude) + "," + shortest(point->longitude) : "-";
    out += " " + (country.empty() ? "-" : country) + " " + std::to_string(population);
    for (const Parent& parent : parents) {
        out += " < " + printed(parent.id, parent.kind, parent.name);
    }
    return out;
}

std::optional<Place> Place::parse(std::string_view notation) {
    auto head = taken_head(notation);
    if (!head) return std::nullopt;
    Place place{std::move(head->id), head->kind, std::move(head->name), {}, {}, 0, {}};
    if (!take_point(taken(notation), place.point)) return std::nullopt;
    const auto country = taken(notation);
    if (country.empty()) return std::nullopt;
    if (country != "-") place.country = country;
    const auto population = number<std::uint64_t>(taken(notation));
    if (!population) return std::nullopt;
    place.population = *population;
    while (!notation.empty()) {
        if (taken(notation) != "<") return std::nullopt;
        auto parent = taken_head(notation);
        if (!parent) return std::nullopt;
        place.parents.push_back({std::move(parent->id), parent->kind, std::move(parent->name)});
    }
    return place;
}

}  // namespace sitrep::values
