// avx2: the loops of vnni.h for processors that have AVX2 and FMA, with the same results to the
// bit. Bytes are widened to 16 bits, whose products two instructions add up exactly; each float
// operation is the one of vnni_avx512.cc, sixteen lanes as twice eight.
//
// Shapes  row-major, strides in elements
// Error   against the plain twin, and none against vnni where both run: tests/nn/kernels_test.cc
#pragma once

#include <cstddef>
#include <cstdint>

#include "nn/vnni.h"

namespace sitrep::nn::avx2 {

constexpr std::size_t panel_columns = 16;
constexpr std::size_t depth_step = 2;  // numbers that one instruction multiplies and adds

// W [outputs, depth] in panels of 16 outputs: packed[panel][depth / 2][16][2], zero where padded;
// else as vnni::Packed.
using Packed = vnni::Packed;
using vnni::After;

// Rows of bytes, each in 16 bits: value = scale * (number - zero).
struct Rows {
    const std::uint16_t* numbers = nullptr;
    const float* scale = nullptr;
    const float* zero = nullptr;
    std::size_t count = 0;
    std::size_t stride = 0;  // at least the depth, its padding zero
};

void quantise(const float* x, std::size_t count, std::size_t padded, std::uint16_t* numbers,
              float* scale, float* zero);

void matmul(const Rows& x, const Packed& w, After after, float* y, std::size_t y_stride);

void add_and_normalise(float* y, const float* residual, const float* weight, const float* bias,
                       float epsilon, std::size_t count);

std::size_t attention_bytes(std::size_t length);

void attention(const float* q, const float* k, const float* v, std::size_t length,
               std::size_t stride, void* memory, float* out, std::size_t out_stride);

void dots(const float* a, const float* b, std::size_t stride, std::size_t rows, std::size_t depth,
          float* out);

}  // namespace sitrep::nn::avx2
