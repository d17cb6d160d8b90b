// Spot: a name of a place met in a report, with what stands beside it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "lookup/gazetteer.h"
#include "values/marks.h"
#include "values/place_mention.h"

namespace sitrep::resolve::places_ {

struct Spot {
    values::Span span;
    values::WordAt first;
    values::WordAt last;
    values::PlaceUse use = values::PlaceUse::Place;
    bool facility = false;            // the annotator calls it a building or a work
    std::uint32_t kinds = 0;          // what the text calls it, a bit each
    std::vector<std::size_t> inside;  // positions of the spots that the text says it lies in
    bool firmly = false;              // ... and by more than a comma
    std::size_t group = 0;            // of the same name
};

// The names of one report that are written alike.
struct Group {
    std::string name;  // as first written
    std::vector<lookup::Candidate> candidates;
    std::vector<std::size_t> spots;
    std::optional<std::size_t> chosen;  // position in candidates
};

}  // namespace sitrep::resolve::places_
