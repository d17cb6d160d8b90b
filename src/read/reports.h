// reports: all that paths name, as reports in order.
//
// A path is a file, a folder or "-" (standard input). Named files are read whatever they are
// called: .jsonl and .ndjson as JSON Lines, all others as one text; "-" is JSON Lines where it
// begins with "{". A folder gives its .txt, .text, .md, .jsonl and .ndjson files and those without
// an ending, with all its sub-folders, entries in byte order of their names. Passed over there:
// hidden entries, reports.tsv, README and LICENSE, links to folders, what is neither file nor
// folder; files of other endings are named in passed_by. A file that two paths name is read once.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "read/known.h"
#include "read/options.h"
#include "values/brief.h"
#include "values/report.h"

namespace sitrep::read {

constexpr std::size_t lines_file_bytes_max = 1U << 30U;  // JSON Lines, which hold many reports
constexpr std::size_t folders_deep_max = 64;

struct Input {
    std::vector<values::Report> reports;         // in the order of the paths
    std::vector<values::Unreadable> unreadable;  // place, and fault with next step
    std::vector<std::string> passed_by;          // files in folders whose ending no report has
    std::optional<base::Error> refused;          // an option that this input cannot bear
    std::size_t bytes = 0;                       // read
};

// Known is what lexicon/en knows. The reports stand even where an option is refused: `published`
// dates one report and no more.
Input reports(const std::vector<std::string>& paths, const Options& options, const Known& know);

}  // namespace sitrep::read
