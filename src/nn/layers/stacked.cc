#include "nn/layers/stacked.h"

namespace sitrep::nn {

HeadRows::Columns Stacked::add(std::span<const float> rows, std::span<const float> biases) {
    const HeadRows::Columns at = {bias.size(), rows.size() / depth};
    weight.insert(weight.end(), rows.begin(), rows.end());
    if (biases.empty()) {
        bias.resize(bias.size() + at.count, 0.0F);
    } else {
        bias.insert(bias.end(), biases.begin(), biases.end());
    }
    return at;
}

HeadRows::Columns Stacked::add(Wanted& read, const std::string& name, std::size_t count) {
    const auto rows = read.f32(name + ".weight", {count, depth});
    return add(rows, read.f32(name + ".bias", {count}));
}

std::vector<float> transposed(std::span<const float> numbers, std::size_t rows,
                              std::size_t columns) {
    std::vector<float> turned(numbers.size());
    for (std::size_t i = 0; i < rows; ++i) {
        for (std::size_t j = 0; j < columns; ++j) turned[j * rows + i] = numbers[i * columns + j];
    }
    return turned;
}

std::vector<float> transposed_each(std::span<const float> numbers, std::size_t count,
                                   std::size_t width) {
    std::vector<float> turned;
    turned.reserve(numbers.size());
    for (std::size_t i = 0; i < count; ++i) {
        const auto one =
            transposed(numbers.subspan(i * width * width, width * width), width, width);
        turned.insert(turned.end(), one.begin(), one.end());
    }
    return turned;
}

}  // namespace sitrep::nn
