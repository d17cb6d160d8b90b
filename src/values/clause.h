// Clause: a clause cut from its sentence.
//
// The kept pieces stand in text order; between two of them words were left out ("…").
#pragma once

#include <vector>

#include "values/span.h"

namespace sitrep::values {

struct Clause {
    std::vector<Span> kept;

    Span outer() const { return kept.empty() ? Span{} : kept.front().joined(kept.back()); }
    friend bool operator==(const Clause&, const Clause&) = default;
};

}  // namespace sitrep::values
