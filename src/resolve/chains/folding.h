// folded: a word as names are compared, lower-case and without diacritics or apostrophes.
//
// Units  UTF-8 in and out; letters beyond Latin Extended-A stay as they are
#pragma once

#include <string>
#include <string_view>

namespace sitrep::resolve::chains {

std::string folded(std::string_view word);
std::string lowered(std::string_view word);  // ASCII letters alone

}  // namespace sitrep::resolve::chains
