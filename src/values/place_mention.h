// PlaceMention: words of a report that name a place, how they use it, and which place it is.
//
// Notation   place "Kunduz"@41:47 -> geonames:1138958 town "Kunduz" …     (Place::print)
//            metonym "Moscow"@8:14 -> unknown
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "values/decision.h"
#include "values/place.h"
#include "values/span.h"

namespace sitrep::values {

enum class PlaceUse : std::uint8_t {
    Place,      // where something is
    Metonym,    // its government or people act or speak: "Moscow said"
    Adjective,  // "the Tajik army", "Afghans"
    InName,     // part of a name of something else: "the Kunduz Hospital Trust"
};

std::string_view code(PlaceUse use);  // "place" "metonym" "adjective" "in-name"

struct PlaceMention {
    Span span;  // the name alone; a word of kind in lower case stays outside ("Takhar" province)
    PlaceUse use = PlaceUse::Place;
    Decision<Place> place;  // may be unplaced under what the text says it lies in

    friend bool operator==(const PlaceMention&, const PlaceMention&) = default;
};

// A line between two countries: "the Tajik-Afghan border", "the border between Chad and Niger".
struct Border {
    Span span;
    std::uint32_t one = 0;  // positions in Places::mentions
    std::uint32_t other = 0;

    friend bool operator==(const Border&, const Border&) = default;
};

struct Places {
    std::vector<PlaceMention> mentions;  // by position; none overlaps another
    std::vector<Border> borders;

    friend bool operator==(const Places&, const Places&) = default;
};

std::string print(std::string_view text, const PlaceMention& mention);

}  // namespace sitrep::values
