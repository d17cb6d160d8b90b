// The dateline that opens a report: "MOSCOW, July 5 (Meridian) - ", "OSK: ", "(Lakeland Press) - ".
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "read/days.h"
#include "read/known.h"
#include "read/pieces.h"
#include "values/span.h"

namespace sitrep::read {

struct Dateline {
    values::Span place;   // with its region: "KABUL, Afghanistan"; empty where none stands there
    values::Span agency;  // inside its brackets or strokes
    std::optional<Day> day;
    std::size_t line = 0;  // position in the lines
};

// Of the first lines; empty where none opens with a dateline.
std::optional<Dateline> dateline(std::string_view text, const std::vector<Line>& lines,
                                 const Known& know);

}  // namespace sitrep::read
