// jsonl: reports from JSON Lines, one object a line.
//
// Fields  text (needed), id, outlet, agency, title, byline, published, url, language; null is as
//         good as missing, other names are passed over
// Path    of a report: FILE:LINE; its id is the hash of its text, as everywhere: the line's own id
//         is only named in errors
// Errors  each bad line is one: line, byte of the file, what to mend; the other lines are read
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "read/known.h"
#include "values/report.h"

namespace sitrep::read {

struct Lines {
    std::vector<values::Report> reports;
    std::vector<base::Error> refused;
};

// path is that of the file. With stop_at_first the first bad line ends the reading.
enum class Bad { Passed, Stops };
Lines jsonl(std::string_view bytes, const std::string& path, const Known& know,
            std::optional<int> year = {}, Bad bad = Bad::Passed);

}  // namespace sitrep::read
