// shown: foreign words made safe to print: no report, path or fault steers what shows it.
#pragma once

#include <string>
#include <string_view>

namespace sitrep::publish {

// Controls and bidirectional overrides as U+XXXX, broken UTF-8 as U+FFFD: safe on a terminal.
std::string shown(std::string_view words);

// The same, and characters that Markdown would take for more than text are escaped.
std::string escaped_markdown(std::string_view words);

}  // namespace sitrep::publish
