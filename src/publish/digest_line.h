// digest_line: what one report says, as one line of JSON (docs/schema/digest.schema.json).
#pragma once

#include <string>
#include <string_view>

#include "values/digest.h"

namespace sitrep::publish {

constexpr std::string_view digest_schema = "sitrep-digest-1";

// Claims and events with their words and spans; one line feed at the end.
std::string digest_line(const values::Digest& digest);

}  // namespace sitrep::publish
