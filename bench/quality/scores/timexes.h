// Time expressions compared as TempEval-3 does.
//
// relaxed  an expression is found where the two share a character; each is paired once, in order
// strict   paired and of the same extent
// type, value  paired and alike in that
// Source   UzZaman et al., "SemEval-2013 Task 1: TempEval-3", 2013
#pragma once

#include <vector>

#include "quality/readers/timeml.h"
#include "quality/scores/rates.h"

namespace sitrep::quality {

struct TimexScore {
    Counts relaxed;
    Counts strict;
    Counts type;
    Counts value;

    TimexScore& operator+=(const TimexScore& more);
};

// For each expected expression the predicted one paired with it, -1 where none is.
std::vector<int> pairs(const std::vector<Timex>& predicted, const std::vector<Timex>& expected);
TimexScore compare(const std::vector<Timex>& predicted, const std::vector<Timex>& expected);

}  // namespace sitrep::quality
