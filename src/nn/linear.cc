#include "nn/linear.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <numeric>

#include "nn/plain.h"

namespace sitrep::nn {
namespace {

constexpr float byte_top = 127;
constexpr std::size_t depth_step = vnni::depth_step;  // of both kinds of rows
static_assert(depth_step % avx2::depth_step == 0);

std::size_t rounded_up(std::size_t count, std::size_t step) {
    return (count + step - 1) / step * step;
}

template <class T>
void grow(std::vector<T>& numbers, std::size_t count) {
    if (numbers.size() < count) numbers.resize(count);
}

}  // namespace

vnni::Rows ByteRows::of(Matrix<const float> x) {
    const std::size_t stride = rounded_up(x.columns(), depth_step);
    grow(numbers_, x.rows() * stride);
    grow(scales_, x.rows());
    grow(zeros_, x.rows());
    for (std::size_t i = 0; i < x.rows(); ++i) {
        vnni::quantise(x.row(i).data(), x.columns(), stride, numbers_.data() + i * stride,
                       &scales_[i], &zeros_[i]);
    }
    return {numbers_.data(), scales_.data(), zeros_.data(), x.rows(), stride};
}

avx2::Rows ByteRows::wide_of(Matrix<const float> x) {
    const std::size_t stride = rounded_up(x.columns(), depth_step);
    grow(wide_, x.rows() * stride);
    grow(scales_, x.rows());
    grow(zeros_, x.rows());
    for (std::size_t i = 0; i < x.rows(); ++i) {
        avx2::quantise(x.row(i).data(), x.columns(), stride, wide_.data() + i * stride, &scales_[i],
                       &zeros_[i]);
    }
    return {wide_.data(), scales_.data(), zeros_.data(), x.rows(), stride};
}

std::size_t Linear::padded_depth() const { return rounded_up(depth_, depth_step); }

// In panels of Columns outputs, Step numbers of each side by side.
template <std::size_t Columns, std::size_t Step>
void Linear::pack(std::span<const std::int8_t> numbers) {
    const std::size_t depth = padded_depth();
    const std::size_t width = rounded_up(outputs_, Columns);
    bytes_.assign(width * depth, 0);
    scales_.resize(width);
    bias_.resize(width);
    scaled_sums_.assign(width, 0);
    const std::size_t whole = depth_ / Step * Step;
    for (std::size_t row = 0; row < outputs_; ++row) {
        const std::int8_t* from = numbers.data() + row * depth_;
        std::int8_t* to =
            bytes_.data() + (row / Columns) * Columns * depth + (row % Columns) * Step;
        for (std::size_t k = 0; k < whole; k += Step) std::memcpy(to + k * Columns, from + k, Step);
        if (whole < depth_) std::memcpy(to + whole * Columns, from + whole, depth_ - whole);
        const std::int32_t sum = std::accumulate(from, from + depth_, std::int32_t{0});
        scaled_sums_[row] = scales_[row] * static_cast<float>(sum);
    }
}

Linear Linear::of_bytes(std::span<const std::int8_t> numbers, std::span<const float> scales,
                        std::span<const float> bias, std::size_t outputs, std::size_t depth,
                        Path path) {
    CHECK(numbers.size() == outputs * depth && scales.size() == outputs);
    CHECK(bias.empty() || bias.size() == outputs);
    Linear linear;
    linear.path_ = path;
    linear.outputs_ = outputs;
    linear.depth_ = depth;
    linear.bias_.assign(bias.begin(), bias.end());
    if (path != Path::Plain) {
        linear.scales_.assign(scales.begin(), scales.end());
        if (path == Path::Vnni) {
            linear.pack<vnni::panel_columns, vnni::depth_step>(numbers);
        } else {
            linear.pack<avx2::panel_columns, avx2::depth_step>(numbers);
        }
        return linear;
    }
    linear.floats_.resize(numbers.size());
    for (std::size_t row = 0; row < outputs; ++row) {
        for (std::size_t k = row * depth; k < (row + 1) * depth; ++k) {
            linear.floats_[k] = static_cast<float>(numbers[k]) * scales[row];
        }
    }
    return linear;
}

Linear Linear::of_floats(std::span<const float> numbers, std::span<const float> bias,
                         std::size_t outputs, std::size_t depth, Path path) {
    CHECK(numbers.size() == outputs * depth);
    if (path != Path::Plain) {
        std::vector<std::int8_t> bytes(numbers.size());
        std::vector<float> scales(outputs);
        for (std::size_t row = 0; row < outputs; ++row) {
            float top = 0;
            for (std::size_t k = row * depth; k < (row + 1) * depth; ++k) {
                top = std::max(top, std::fabs(numbers[k]));
            }
            scales[row] = top > 0 ? top / byte_top : 1;
            for (std::size_t k = row * depth; k < (row + 1) * depth; ++k) {
                bytes[k] = static_cast<std::int8_t>(std::lrint(numbers[k] / scales[row]));
            }
        }
        return of_bytes(bytes, scales, bias, outputs, depth, path);
    }
    Linear linear;
    linear.path_ = path;
    linear.outputs_ = outputs;
    linear.depth_ = depth;
    linear.bias_.assign(bias.begin(), bias.end());
    linear.floats_.assign(numbers.begin(), numbers.end());
    return linear;
}

void Linear::operator()(Matrix<const float> x, Matrix<float> y, After after,
                        ByteRows& scratch) const {
    CHECK(x.columns() == depth_ && y.columns() == outputs_ && x.rows() == y.rows());
    if (path_ != Path::Plain) {
        const vnni::Packed packed = {bytes_.data(), scales_.data(), scaled_sums_.data(),
                                     bias_.data(),  outputs_,       padded_depth()};
        if (path_ == Path::Vnni) {
            vnni::matmul(scratch.of(x), packed, after, y.data(), y.stride());
        } else {
            avx2::matmul(scratch.wide_of(x), packed, after, y.data(), y.stride());
        }
        return;
    }
    plain::matmul(x.data(), x.stride(), x.rows(), floats_.data(), depth_, outputs_, depth_,
                  bias_.empty() ? nullptr : bias_.data(), y.data(), y.stride());
    if (after == After::Nothing) return;
    for (std::size_t i = 0; i < y.rows(); ++i) plain::gelu(y.row(i).data(), y.columns());
}

}  // namespace sitrep::nn
