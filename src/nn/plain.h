// plain: the same loops for any processor, in f32; products on oneDNN. The twin of vnni.h.
//
// Shapes  row-major, strides in elements
#pragma once

#include <cstddef>

namespace sitrep::nn::plain {

// oneDNN's own threads off for the calling thread: windows are our unit of parallel work.
void one_thread();

// y [rows, outputs] = x [rows, depth] W' + bias; bias may be null.
void matmul(const float* x, std::size_t x_stride, std::size_t rows, const float* w,
            std::size_t w_stride, std::size_t outputs, std::size_t depth, const float* bias,
            float* y, std::size_t y_stride);

void gelu(float* x, std::size_t count);

void add_and_normalise(float* y, const float* residual, const float* weight, const float* bias,
                       float epsilon, std::size_t count);

// One head of any width; memory [length, length].
void attention(const float* q, const float* k, const float* v, std::size_t length,
               std::size_t stride, std::size_t width, float* memory, float* out,
               std::size_t out_stride);

void dots(const float* a, const float* b, std::size_t stride, std::size_t rows, std::size_t depth,
          float* out);

}  // namespace sitrep::nn::plain
