// published: when a report was published, as far as its own text tells. Today's clock never does.
//
//   dateline             "OSTRA, May 12 (Meridian) - "
//   date-line            a heading that ends with a day: "Situation update, 10 September 2023",
//                        "Published: 12 May 2024"
//   latest-day-told      the latest day on which somebody is said to have spoken: "told reporters
//                        on Wednesday, June 23", "as of Wednesday evening, 15 May"
//   weekday-told         the same in the first news lines with a weekday alone: "reported Thursday"
//   weekday-after-day    a weekday told, and elsewhere a day gone by that it lies after; how many
//                        weeks after, no text says, so the date stays ????-??-??/thu; the evidence
//                        is that day
// Days that are told of (in February 2020, since May 1, by 9/11) date no report.
#pragma once

#include <string_view>

#include "read/known.h"
#include "values/report.h"

namespace sitrep::read {

// text is valid UTF-8. Unknown where nothing tells.
values::Publication published(std::string_view text, const Known& know);

// Gives an open year, where the rest of the date agrees with it; its rule then ends in ", year
// given". A date that is unknown as a whole stays so.
void fix_year(values::Report& report, int year);

}  // namespace sitrep::read
