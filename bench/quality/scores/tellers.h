// TellerScore: at whom the chains of a sentence's claims end.
//
// chain   a labelled claim by each of its sources, with its carriers; and each event without claim,
//         whose chain ends at the report itself
// end     right where a predicted claim whose content holds at least half of the claim's triggers
//         has a source alike (half of the longer one's words shared), or none where none is
//         labelled; at the report itself, where no predicted content holds the trigger
// whole   the same with every carrier alike and in order
// Source  issue 5, "chain end on own cases"; the labelling guide, section 2
#pragma once

#include <cstddef>
#include <vector>

#include "quality/readers/labels.h"
#include "quality/scores/rates.h"
#include "values/claim.h"

namespace sitrep::quality {

struct TellerScore {
    std::size_t chains = 0;
    std::size_t ends_right = 0;
    std::size_t whole_right = 0;

    double end() const { return Counts::rate(ends_right, chains); }
    double whole() const { return Counts::rate(whole_right, chains); }
    TellerScore& operator+=(const TellerScore& more);

    friend bool operator==(const TellerScore&, const TellerScore&) = default;
};

// The claims' spans point into the sentence.
TellerScore compare(const std::vector<values::Claim>& predicted, const LabelledSentence& expected);

}  // namespace sitrep::quality
