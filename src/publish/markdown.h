// markdown: a brief as Markdown (CommonMark). Report text is escaped, so that it stays text.
#pragma once

#include <string>

#include "values/brief.h"

namespace sitrep::publish {

std::string markdown(const values::Brief& brief);

// The words with controls and bidirectional overrides as U+XXXX: safe on a terminal.
std::string shown(std::string_view words);

// The same, and characters that Markdown would take for more than text are escaped.
std::string escaped_markdown(std::string_view words);

}  // namespace sitrep::publish
