// explain: why a line stands in a brief, printed from the Reason that put it there.
//
// Form    KIND  what it is  score  rule; below it, indented, the words it rests on:
//           "words"@begin:end [begin:end …]  in bytes of the report's text
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "values/brief.h"

namespace sitrep::pipeline {

// id: of an act (a_…), a claim (c_…) or a report (r_…: how its particulars came to be known). Where
// copies of one text carry it, each is printed. Empty where nothing has that id.
std::optional<std::string> explain(const values::Brief& brief, std::string_view id);

}  // namespace sitrep::pipeline
