// Path: which code computes. The processor decides at run time; tests and doctors may force it.
#pragma once

#include <cstdint>
#include <string_view>

namespace sitrep::nn {

enum class Path : std::uint8_t {
    Plain,  // f32 throughout, on any processor
    Avx2,   // int8 products, our own kernels; the bytes of a brief are those of Vnni
    Vnni,   // the same with AVX-512 and VNNI
};

Path fastest_path();
std::string_view name(Path path);  // "plain f32", "AVX2 int8", "AVX-512 VNNI int8"

}  // namespace sitrep::nn
