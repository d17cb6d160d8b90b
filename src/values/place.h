// Place: an entry of a gazetteer, or a named spot that none knows, with what it lies in.
//
// Units      degrees of WGS84, north and east positive; kilometres on a sphere of radius 6371.0088
// Invariant  a place without an id is unplaced: it has no point, and its parents are what the
//            text says it lies in
// Notation   geonames:1138958 town "Kunduz" 36.72896,68.857 AF 161902
//              < adm2:AF.24.2403 district "Kunduz" < adm1:AF.24 province "Kunduz" (on one line)
//            - village "Kakul" - AF 0 < adm1:AF.26 province "Takhar"      (unplaced)
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sitrep::values {

// From the widest to the narrowest; what only a map sheet or an army knows stands last.
enum class PlaceKind : std::uint8_t {
    Continent,
    Region,  // of several countries or of a part of one, with no government: "Central Asia"
    Country,
    Province,  // first level under a country: province, state, oblast
    District,  // second level: district, county, rayon
    Town,      // a city too
    Village,
    Neighbourhood,
    Crossing,  // a border crossing
    Post,      // a border or police post
    Base,
    Airport,
    Water,  // sea, gulf, strait, lake
    River,
    Mountain,  // a range, pass or valley too
    Island,
    Camp,
    Road,
    Bridge,
    Site,  // anything else that has a point: dam, mine, monument
};
constexpr std::size_t place_kinds = 20;

std::string_view code(PlaceKind kind);  // "continent" … "site"
std::optional<PlaceKind> place_kind(std::string_view code);

struct Point {
    double latitude = 0;   // [-90, 90]
    double longitude = 0;  // [-180, 180]

    friend bool operator==(const Point&, const Point&) = default;
};

// Empty where a coordinate is out of range or no number.
std::optional<Point> point(double latitude, double longitude);
double kilometres(Point from, Point to);  // along the great circle

// One step of what a place lies in.
struct Parent {
    std::string id;  // empty where only the text says it
    PlaceKind kind = PlaceKind::Province;
    std::string name;

    friend bool operator==(const Parent&, const Parent&) = default;
};

struct Place {
    std::string id;  // SOURCE:KEY, such as geonames:1138958, wof:890453119; empty: unplaced
    PlaceKind kind = PlaceKind::Town;
    std::string name;  // the gazetteer's own; a brief shows what the reports wrote
    std::optional<Point> point;
    std::string country;           // ISO 3166-1 alpha-2, or empty
    std::uint64_t population = 0;  // 0: not known
    std::vector<Parent> parents;   // nearest first, the country last

    bool unplaced() const { return id.empty(); }

    std::string print() const;
    static std::optional<Place> parse(std::string_view notation);

    friend bool operator==(const Place&, const Place&) = default;
};

}  // namespace sitrep::values
