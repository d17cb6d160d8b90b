// names: where places are named in a report.
#pragma once

#include <vector>

#include "lookup/gazetteer.h"
#include "resolve/places/spot.h"
#include "resolve/places_known.h"
#include "values/report.h"

namespace sitrep::resolve::places_ {

std::vector<Spot> names(const values::Report& report, const values::Marks& marks,
                        const lookup::Gazetteer& gazetteer, const PlacesKnown& known);
// The words that meet each span; a span that no word meets stands with no sentence's word.
std::vector<Spot> names_at(const values::Marks& marks, const std::vector<values::Span>& spans);

}  // namespace sitrep::resolve::places_
