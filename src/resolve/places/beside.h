// beside: what a text says of its places by the words around them.
#pragma once

#include <string_view>
#include <vector>

#include "resolve/places/spot.h"
#include "resolve/places_known.h"

namespace sitrep::resolve::places_ {

// Fills kinds, inside, firmly and, of places that act or speak, use.
void read_beside(std::string_view text, const values::Marks& marks, const PlacesKnown& known,
                 std::vector<Spot>& spots);

// "the Tajik-Afghan border", "the border between Chad and Niger"; spots are the mentions.
std::vector<values::Border> borders(std::string_view text, const values::Marks& marks,
                                    const PlacesKnown& known, const std::vector<Spot>& spots);

}  // namespace sitrep::resolve::places_
