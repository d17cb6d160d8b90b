// timeml: a TimeML document as plain text with its time expressions.
//
// The text is the content of TEXT, tags taken out and entities put in; spans are bytes of it.
// Errors  path: no TEXT, a tag that never closes
// Source  TimeML 1.2.1; TempEval-3 (UzZaman et al. 2013)
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "quality/scores/extents.h"

namespace sitrep::quality {

struct Timex {
    Extent span;
    std::string type;
    std::string value;
};

struct TimemlDocument {
    std::string id;
    std::string created;  // the value of the creation time, "1998-01-08" or longer
    std::string text;
    std::vector<Timex> times;
};

base::Result<TimemlDocument> timeml(std::string_view xml, const std::string& path);

}  // namespace sitrep::quality
