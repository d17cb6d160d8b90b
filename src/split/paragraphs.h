// Paragraphs of a text and the kind of line that each is.
#pragma once

#include <string_view>
#include <vector>

#include "split/words.h"
#include "values/sentence.h"
#include "values/span.h"

namespace sitrep::split {

// In order, without surrounding white space, none empty.
std::vector<values::Span> paragraphs(std::string_view text);

// What a paragraph is, by its own words and shape alone.
values::LineKind kind_of_line(std::string_view paragraph, const Words& words);

}  // namespace sitrep::split
