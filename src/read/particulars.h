// particulars: what a text itself says of its outlet, agency, title, byline and dateline place.
//
// Each found one is Inferred, with rule and evidence; its value is the evidence's bytes.
//   outlet    credit-line, copyright-line, outlet-line (a known name alone on the first line)
//   agency    dateline, source-line, according-to and reports (in the first news lines), sign-off
//             (at the end)
//   title     first-line
//   byline    byline-line, reporting-by
//   dateline  dateline
#pragma once

#include <string_view>

#include "read/known.h"
#include "values/report.h"

namespace sitrep::read {

struct Particulars {
    values::Particular outlet;
    values::Particular agency;
    values::Particular title;
    values::Particular byline;
    values::Particular dateline;
};

// text is valid UTF-8.
Particulars particulars(std::string_view text, const Known& know);

}  // namespace sitrep::read
