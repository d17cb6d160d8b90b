// text: one report from its bytes.
//
// Report::text is the body alone: without byte order mark and front matter, line ends as they
// stand. Every span of the report points into it. What is given (reports.tsv, then front matter,
// JSON) wins over what is inferred from the text.
// Errors  no text, binary, too long, bad front matter: path, byte or line, next step
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "read/known.h"
#include "read/metadata.h"
#include "values/report.h"

namespace sitrep::read {

constexpr std::size_t report_bytes_max = 16U << 20U;  // of one report's text; a long book has 2 MiB
constexpr std::size_t text_file_bytes_max = 4 * report_bytes_max;  // the same in UTF-32

// year: the user's, for dates that leave theirs open.
base::Result<values::Report> text(std::string_view bytes, const std::string& path,
                                  const Known& know, const Metadata& given = {},
                                  std::optional<int> year = {});

// The report that valid UTF-8 makes; encoding as decoded() names it.
base::Result<values::Report> report_of(std::string body, const std::string& path,
                                       const std::string& encoding, const Known& know,
                                       const Metadata& given, std::optional<int> year);

}  // namespace sitrep::read
