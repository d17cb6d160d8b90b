// language: the language a text is written in, as CLD2 hears it.
#pragma once

#include <string>
#include <string_view>

namespace sitrep::read {

// ISO 639-1 code (three letters where it has none); "und" where the text is too short or mixed to
// tell. text is valid UTF-8.
std::string language(std::string_view text);

}  // namespace sitrep::read
