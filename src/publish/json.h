// json: a brief as JSON (docs/schema/brief.schema.json).
#pragma once

#include <string>
#include <string_view>

#include "values/brief.h"

namespace sitrep::publish {

constexpr std::string_view brief_schema = "sitrep-brief-1";

// Two blanks of indent, keys in the schema's order, one line feed at the end.
std::string json(const values::Brief& brief);

}  // namespace sitrep::publish
