// Decision: what was chosen for some words of a text, why, and what was passed over.
//
// Invariant  an empty choice means "we do not know"; it is never a guess in disguise
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "values/reason.h"

namespace sitrep::values {

// A candidate that was not chosen.
template <class T>
struct Passed {
    T value;
    std::string because;  // the rule or clue it lost by
    double score = 0;     // in [0, 1]

    friend bool operator==(const Passed&, const Passed&) = default;
};

template <class T>
struct Decision {
    std::optional<T> choice;
    Reason reason;
    std::vector<Passed<T>> passed;  // best first

    friend bool operator==(const Decision&, const Decision&) = default;
};

}  // namespace sitrep::values
