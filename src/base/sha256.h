// SHA-256: one name for one text, and the proof that a file is whole.
//
// Uses the processor's SHA instructions where it has them (about 2 GB/s, else about 0.3).
// Source  FIPS 180-4
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace sitrep::base {

using Sha256 = std::array<std::uint8_t, 32>;

Sha256 sha256(std::string_view bytes);
std::string sha256_hex(std::string_view bytes);  // 64 lower-case hex digits

// The same by portable code only: the plain twin (tests/base/sha256_test.cc).
Sha256 sha256_plain(std::string_view bytes);

}  // namespace sitrep::base
