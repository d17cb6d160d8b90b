#include "nn/plain.h"

#include <dnnl.h>

#include <algorithm>
#include <cmath>

#include "base/check.h"

// Of libgomp, which oneDNN computes with; <omp.h> is not there for every compiler.
extern "C" void omp_set_num_threads(int count);

namespace sitrep::nn::plain {
namespace {

// C [m, n] = scale * A [m, k] op(B)
void product(char transposed, std::size_t m, std::size_t n, std::size_t k, float scale,
             const float* a, std::size_t lda, const float* b, std::size_t ldb, float* c,
             std::size_t ldc) {
    const auto whole = [](std::size_t size) { return static_cast<dnnl_dim_t>(size); };
    const auto status = dnnl_sgemm('N', transposed, whole(m), whole(n), whole(k), scale, a,
                                   whole(lda), b, whole(ldb), 0.0F, c, whole(ldc));
    CHECK(status == dnnl_success);
}

}  // namespace

void one_thread() { omp_set_num_threads(1); }

void matmul(const float* x, std::size_t x_stride, std::size_t rows, const float* w,
            std::size_t w_stride, std::size_t outputs, std::size_t depth, const float* bias,
            float* y, std::size_t y_stride) {
    if (rows == 0) return;
    product('T', rows, outputs, depth, 1.0F, x, x_stride, w, w_stride, y, y_stride);
    if (bias == nullptr) return;
    for (std::size_t i = 0; i < rows; ++i) {
        for (std::size_t j = 0; j < outputs; ++j) y[i * y_stride + j] += bias[j];
    }
}

void gelu(float* x, std::size_t count) {
    constexpr float root_of_half = 0.70710678118654752F;
    for (std::size_t i = 0; i < count; ++i) {
        x[i] = 0.5F * x[i] * (1 + std::erf(x[i] * root_of_half));
    }
}

void add_and_normalise(float* y, const float* residual, const float* weight, const float* bias,
                       float epsilon, std::size_t count) {
    const auto number = static_cast<float>(count);
    float sum = 0;
    for (std::size_t i = 0; i < count; ++i) sum += y[i] += residual[i];
    const float mean = sum / number;
    float squares = 0;
    for (std::size_t i = 0; i < count; ++i) squares += (y[i] - mean) * (y[i] - mean);
    const float factor = 1 / std::sqrt(squares / number + epsilon);
    for (std::size_t i = 0; i < count; ++i) y[i] = (y[i] - mean) * factor * weight[i] + bias[i];
}

void attention(const float* q, const float* k, const float* v, std::size_t length,
               std::size_t stride, std::size_t width, float* memory, float* out,
               std::size_t out_stride) {
    const float scale = 1 / std::sqrt(static_cast<float>(width));
    product('T', length, length, width, scale, q, stride, k, stride, memory, length);
    for (std::size_t i = 0; i < length; ++i) {
        float* row = memory + i * length;
        const float top = *std::max_element(row, row + length);
        float sum = 0;
        for (std::size_t j = 0; j < length; ++j) sum += row[j] = std::exp(row[j] - top);
        for (std::size_t j = 0; j < length; ++j) row[j] /= sum;
    }
    product('N', length, width, length, 1.0F, memory, length, v, stride, out, out_stride);
}

void dots(const float* a, const float* b, std::size_t stride, std::size_t rows, std::size_t depth,
          float* out) {
    for (std::size_t j = 0; j < rows; ++j) {
        float sum = 0;
        for (std::size_t i = 0; i < depth; ++i) sum += a[i] * b[j * stride + i];
        out[j] = sum;
    }
}

}  // namespace sitrep::nn::plain
