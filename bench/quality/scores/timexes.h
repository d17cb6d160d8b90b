// Time expressions compared as TempEval-3 does.
//
// relaxed  an expression is found where the two share a character; each is paired once, in order
// strict   paired and of the same extent
// type, value  paired and alike in that
// alike    value, or the same date written otherwise ("2000-W6" and "2000-W06", "1949-XX" and
//          "1949", "199X" and "199", "T17" and "T17:00"): how far the gold's own spellings reach
// Source   UzZaman et al., "SemEval-2013 Task 1: TempEval-3", 2013
#pragma once

#include <string>
#include <vector>

#include "quality/readers/timeml.h"
#include "quality/scores/rates.h"

namespace sitrep::quality {

struct TimexScore {
    Counts relaxed;
    Counts strict;
    Counts type;
    Counts value;
    Counts alike;

    TimexScore& operator+=(const TimexScore& more);
};

// A value in the one way of writing it that "alike" compares by.
std::string rewritten(const std::string& value);

// For each expected expression the predicted one paired with it, -1 where none is.
std::vector<int> pairs(const std::vector<Timex>& predicted, const std::vector<Timex>& expected);
TimexScore compare(const std::vector<Timex>& predicted, const std::vector<Timex>& expected);

}  // namespace sitrep::quality
