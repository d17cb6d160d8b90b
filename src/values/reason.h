// Reason: why something was decided, by which rule or head, on which words, how surely.
#pragma once

#include <string>
#include <vector>

#include "values/span.h"

namespace sitrep::values {

struct Reason {
    std::string rule;            // "attribution-head", "act:seize", "negated:not" …
    std::vector<Span> evidence;  // the words that decided
    double score = 0;            // in [0, 1]

    friend bool operator==(const Reason&, const Reason&) = default;
};

}  // namespace sitrep::values
