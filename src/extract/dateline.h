// dateline: the words that open a report with place and wire tell no act: "OSTRA (Meridian) -".
#pragma once

#include <cstdint>

#include "values/marks.h"
#include "values/report.h"

namespace sitrep::extract {

constexpr std::uint32_t dateline_words_max = 16;  // place, day, wire and dash

// How many words of the sentence are the report's dateline, its dash included.
std::uint32_t dateline_words(const values::Report& report, const values::MarkedSentence& sentence);

// The sentence with those words hung apart, so that none is anybody's subject.
values::MarkedSentence without_dateline(const values::Report& report,
                                        const values::MarkedSentence& sentence);

}  // namespace sitrep::extract
