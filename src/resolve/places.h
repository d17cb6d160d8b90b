// places: what a report's names of places mean, each with its reason and what it passed over.
//
// Two passes: names are found and what the text says of them gathered (kind, what it lies in);
// then each name, one sense a report, is weighed by those, by the countries, provinces and near
// places of the rest of the report, and last by weight, until nothing changes.
// A name that no gazetteer has, and whose parent the text says, is unplaced under that parent.
//
// Never   a country's name to anything but a place of its kind, where the gazetteer has that
// Source  docs/decisions/0004-gazetteer.md; Zhang and Bethard, "GeoNorm", 2023 (two passes)
#pragma once

#include <vector>

#include "lookup/gazetteer.h"
#include "resolve/places_known.h"
#include "values/marks.h"
#include "values/place_mention.h"
#include "values/report.h"

namespace sitrep::resolve {

constexpr std::size_t places_max = 5000;  // of one report; what follows is not read

values::Places places(const values::Report& report, const values::Marks& marks,
                      const lookup::Gazetteer& gazetteer, const PlacesKnown& known);

// The same where the names are given, as spans of report.text in order, without overlaps.
values::Places places_at(const values::Report& report, const values::Marks& marks,
                         const std::vector<values::Span>& names, const lookup::Gazetteer& gazetteer,
                         const PlacesKnown& known);

}  // namespace sitrep::resolve
