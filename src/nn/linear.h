// Linear: y = after(x W' + bias) by the path it was made for.
//
// Shapes  x [rows, depth] f32    W [outputs, depth]    y [rows, outputs] f32
// Error   Vnni and Avx2 against Plain: tests/nn/kernels_test.cc
// Source  docs/decisions/0003-annotator.md (quantisation)
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "nn/avx2.h"
#include "nn/matrix.h"
#include "nn/path.h"
#include "nn/vnni.h"

namespace sitrep::nn {

using After = vnni::After;

// Rows of x as bytes, kept between calls so that nothing is allocated for each.
class ByteRows {
public:
    // Quantise every row of x; what they point to stands until the next call.
    vnni::Rows of(Matrix<const float> x);
    avx2::Rows wide_of(Matrix<const float> x);

private:
    std::vector<std::uint8_t> numbers_;
    std::vector<std::uint16_t> wide_;
    std::vector<float> scales_;
    std::vector<float> zeros_;
};

class Linear {
public:
    Linear() = default;
    // W = numbers * scale of its row.
    static Linear of_bytes(std::span<const std::int8_t> numbers, std::span<const float> scales,
                           std::span<const float> bias, std::size_t outputs, std::size_t depth,
                           Path path);
    // Quantised likewise where the path asks for it. An empty bias is none.
    static Linear of_floats(std::span<const float> numbers, std::span<const float> bias,
                            std::size_t outputs, std::size_t depth, Path path);

    std::size_t outputs() const { return outputs_; }

    void operator()(Matrix<const float> x, Matrix<float> y, After after, ByteRows& scratch) const;

private:
    template <std::size_t Columns, std::size_t Step>
    void pack(std::span<const std::int8_t> numbers);
    std::size_t padded_depth() const;

    Path path_ = Path::Plain;
    std::size_t outputs_ = 0;
    std::size_t depth_ = 0;
    std::vector<float> floats_;  // Plain: W
    std::vector<float> bias_;
    std::vector<std::int8_t> bytes_;  // Vnni, Avx2: packed W
    std::vector<float> scales_;
    std::vector<float> scaled_sums_;
};

}  // namespace sitrep::nn
