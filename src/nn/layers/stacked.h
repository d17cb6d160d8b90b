// Stacked: rows of several heads on top of one another, for one product; and what pair scorers
// share.
#pragma once

#include <algorithm>
#include <span>
#include <string>
#include <vector>

#include "nn/heads.h"
#include "nn/matrix.h"
#include "nn/wanted.h"

namespace sitrep::nn {

constexpr float slope = 0.1F;  // of the leaky rectifier

// Chosen rows of a matrix after the leaky rectifier, with `ones` columns of 1 behind.
template <class RowAt>
OwnedMatrix rectified(Matrix<const float> from, std::size_t count, std::size_t ones, RowAt row_at) {
    OwnedMatrix to(count, from.columns() + ones);
    for (std::size_t i = 0; i < count; ++i) {
        const auto source = from.row(row_at(i));
        const auto target = to.row(i);
        for (std::size_t d = 0; d < source.size(); ++d) {
            target[d] = std::max(source[d], slope * source[d]);
        }
        std::fill(target.begin() + static_cast<std::ptrdiff_t>(source.size()), target.end(), 1.0F);
    }
    return to;
}

struct Stacked {
    std::vector<float> weight;
    std::vector<float> bias;
    std::size_t depth = 0;

    HeadRows::Columns add(std::span<const float> rows, std::span<const float> biases);
    // Tensors NAME.weight and NAME.bias.
    HeadRows::Columns add(Wanted& read, const std::string& name, std::size_t count);
};

// W [j][i] = U [i][j]
std::vector<float> transposed(std::span<const float> numbers, std::size_t rows,
                              std::size_t columns);
// The same of each of `count` square matrices.
std::vector<float> transposed_each(std::span<const float> numbers, std::size_t count,
                                   std::size_t width);

}  // namespace sitrep::nn
