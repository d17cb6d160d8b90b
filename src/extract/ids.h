// Ids: short names made of content alone, so that the same words have the same name in every run.
#pragma once

#include <string>
#include <string_view>

#include "base/sha256.h"

namespace sitrep::extract {

constexpr std::size_t id_digits = 10;  // 40 bits: a clash in a report of 1,000 claims is < 1e-6

inline std::string id(std::string_view prefix, std::string_view content) {
    return std::string(prefix) + base::sha256_hex(content).substr(0, id_digits);
}

}  // namespace sitrep::extract
