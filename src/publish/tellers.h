// tellers: under which line of a report an act stands.
#pragma once

#include <cstddef>
#include <optional>

#include "values/brief.h"

namespace sitrep::publish {

// The claim below which an act stands: of those that tell it, the one with the shortest content,
// else the one that it makes ("rejects" in "the ministry rejects the assertion").
std::optional<std::size_t> teller(const values::ReportPart& part, const values::ActLine& line);

// The act whose clause holds that of this one and more ("attacked the troops stationed there").
std::optional<std::size_t> holder(const values::ReportPart& part, std::size_t act);

// Do the spans hold that word?
bool shows(const values::Quoted& quoted, values::Span word);

}  // namespace sitrep::publish
