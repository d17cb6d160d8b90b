// vnni: the inner loops of the fast path. Raw memory on purpose: the file that defines them is
// compiled for AVX-512, and nothing that another file might share may be instantiated there.
//
// Shapes  row-major, strides in elements
// Error   against the plain twin: tests/nn/kernels_test.cc
// Source  docs/decisions/0003-annotator.md (quantisation); attention in int8 after SageAttention
//         (Zhang et al. 2024), here with 8-bit probabilities too
#pragma once

#include <cstddef>
#include <cstdint>

namespace sitrep::nn::vnni {

constexpr std::size_t panel_columns = 64;
constexpr std::size_t depth_step = 4;  // bytes that one instruction multiplies and adds
constexpr std::size_t head_width = 32;

// W [outputs, depth] in panels of 64 outputs: packed[panel][depth / 4][64][4], zero where padded.
struct Packed {
    const std::int8_t* numbers = nullptr;
    const float* scale = nullptr;       // [outputs padded to panels]
    const float* scaled_sum = nullptr;  // scale times the sum of the row
    const float* bias = nullptr;
    std::size_t outputs = 0;
    std::size_t depth = 0;  // padded to depth_step
};

// Rows of u8: value = scale * (number - zero).
struct Rows {
    const std::uint8_t* numbers = nullptr;
    const float* scale = nullptr;
    const float* zero = nullptr;
    std::size_t count = 0;
    std::size_t stride = 0;  // at least the depth, its padding zero
};

enum class After : std::uint8_t { Nothing, Gelu };

// One row of count numbers to padded bytes.
void quantise(const float* x, std::size_t count, std::size_t padded, std::uint8_t* numbers,
              float* scale, float* zero);

// y = after(x W' + bias), y [rows, outputs]
void matmul(const Rows& x, const Packed& w, After after, float* y, std::size_t y_stride);

// y = norm(y + residual) * weight + bias over count numbers, in place.
void add_and_normalise(float* y, const float* residual, const float* weight, const float* bias,
                       float epsilon, std::size_t count);

// Bytes of 64-aligned memory that attention() works in.
std::size_t attention_bytes(std::size_t length);

// One head: q, k, v [length, 32], each row `stride` after the one before; out likewise.
void attention(const float* q, const float* k, const float* v, std::size_t length,
               std::size_t stride, void* memory, float* out, std::size_t out_stride);

// out[j] = sum of a[i] * b[j * stride + i] over i < depth, for each of `rows` rows of b
void dots(const float* a, const float* b, std::size_t stride, std::size_t rows, std::size_t depth,
          float* out);

}  // namespace sitrep::nn::vnni
