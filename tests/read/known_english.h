// What lexicon/en knows, opened once for all tests of the room.
#pragma once

#include <string>

#include "read/known.h"

namespace sitrep::read {

inline const Known& english() {
    static const Known known = Known::open(std::string(SITREP_ROOT) + "/lexicon/en").operator*();
    return known;
}

}  // namespace sitrep::read
