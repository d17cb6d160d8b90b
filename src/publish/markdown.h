// markdown: a brief as Markdown (CommonMark). Report text is escaped, so that it stays text.
#pragma once

#include <string>

#include "values/brief.h"

namespace sitrep::publish {

std::string markdown(const values::Brief& brief);

// Characters that Markdown or a terminal would take for more than text are escaped; controls and
// bidirectional overrides are shown as U+XXXX.
std::string escaped_markdown(std::string_view words);

}  // namespace sitrep::publish
