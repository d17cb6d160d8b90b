// Days as a text writes them: "Wednesday, June 23", "Tuesday (June 22)", "16 July 2021",
// "Thursday".
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "read/known.h"
#include "read/pieces.h"
#include "values/date.h"
#include "values/span.h"

namespace sitrep::read {

struct Day {
    values::PartialDate date;  // month and day, or a weekday alone
    std::size_t end = 0;       // the piece after it
    values::Span span;

    bool explicit_day() const { return date.day.has_value(); }
};

// The longest day that begins with piece `at`; empty where none does, where it is one end of a
// range ("May 11-12") or where the weekday owns something ("Thursday's meeting").
std::optional<Day> day_at(std::string_view text, const std::vector<Piece>& pieces, std::size_t at,
                          const Known& know);

}  // namespace sitrep::read
