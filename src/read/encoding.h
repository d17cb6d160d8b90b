// decoded: a file's bytes as UTF-8 text.
//
// A byte order mark decides, else the pattern of NUL bytes (UTF-16, UTF-32), else UTF-8 where the
// bytes are that. UTF-8 with broken pieces keeps its text, each broken piece as U+FFFD. What is
// left is an 8-bit encoding: uchardet names it, ICU converts it. The file itself stays as it is;
// who wants the original bytes finds them there.
// Errors  binary files, with the byte that shows it
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/result.h"

namespace sitrep::read {

struct Decoded {
    std::string text;            // valid UTF-8, without byte order mark and NUL
    std::string encoding;        // of the bytes: "UTF-8", "UTF-16LE", "WINDOWS-1251"
    std::size_t broken = 0;      // pieces that became U+FFFD
    std::size_t mark_bytes = 0;  // of the byte order mark that was dropped
};

base::Result<Decoded> decoded(std::string_view bytes);

}  // namespace sitrep::read
