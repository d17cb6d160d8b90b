// markdown: a brief as Markdown (CommonMark). Report text is escaped, so that it stays text.
//
// A report's own acts come first, then who says what; an act that a claim tells stands once, below
// the claim nearest to it. Each line ends with its evidence: `[report] begin:end id`.
#pragma once

#include <string>

#include "values/brief.h"

namespace sitrep::publish {

std::string markdown(const values::Brief& brief);

}  // namespace sitrep::publish
