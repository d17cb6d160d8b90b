#include "nn/layers/layer.h"

#include <algorithm>
#include <cstdint>

#include "nn/avx2.h"
#include "nn/plain.h"
#include "nn/vnni.h"

namespace sitrep::nn {
namespace {

// Rows that go through a feed-forward block together: their widest numbers stay in the cache.
constexpr std::size_t strip_rows = 24;
constexpr std::size_t cache_line = 64;

void* room(std::vector<std::byte>& bytes, std::size_t needed) {
    if (bytes.size() < needed + cache_line) bytes.resize(needed + cache_line);
    const auto at = reinterpret_cast<std::uintptr_t>(bytes.data());
    return bytes.data() + (cache_line - at % cache_line) % cache_line;
}

Linear bytes(Wanted& read, const std::string& name, std::size_t outputs, std::size_t depth,
             Path path) {
    const auto weight = read.i8(name + ".weight", {outputs, depth});
    const auto scale = read.f32(name + ".scale", {outputs});
    const auto bias = read.f32(name + ".bias", {outputs});
    if (read.error()) return {};
    return Linear::of_bytes(weight, scale, bias, outputs, depth, path);
}

Linear floats(Wanted& read, const std::string& name, std::size_t outputs, std::size_t depth,
              Path path) {
    const auto weight = read.f32(name + ".weight", {outputs, depth});
    const auto bias = read.f32(name + ".bias", {outputs});
    if (read.error()) return {};
    return Linear::of_floats(weight, bias, outputs, depth, path);
}

template <class ReadLinear>
Layer layer(Wanted& read, std::size_t n, const LayerForm& form, ReadLinear linear) {
    const std::string at = "layer." + std::to_string(n) + ".";
    const std::size_t hidden = form.hidden;
    return {linear(read, at + "attention.qkv", 3 * hidden, hidden, form.path),
            linear(read, at + "attention.output", hidden, hidden, form.path),
            Norm::wanted(read, at + "attention.norm", hidden),
            linear(read, at + "feedforward.in", form.intermediate, hidden, form.path),
            linear(read, at + "feedforward.out", hidden, form.intermediate, form.path),
            Norm::wanted(read, at + "feedforward.norm", hidden)};
}

void attend(Matrix<const float> qkv, Matrix<float> mixed, const LayerForm& form, Work& work) {
    const std::size_t width = form.hidden / form.heads;
    const std::size_t length = qkv.rows();
    for (std::size_t head = 0; head < form.heads; ++head) {
        const float* q = qkv.data() + head * width;
        const float* k = q + form.hidden;
        const float* v = k + form.hidden;
        float* out = mixed.data() + head * width;
        if (form.path == Path::Vnni && width == vnni::head_width) {
            void* memory = room(work.attention, vnni::attention_bytes(length));
            vnni::attention(q, k, v, length, qkv.stride(), memory, out, mixed.stride());
        } else if (form.path == Path::Avx2 && width == vnni::head_width) {
            void* memory = room(work.attention, avx2::attention_bytes(length));
            avx2::attention(q, k, v, length, qkv.stride(), memory, out, mixed.stride());
        } else {
            auto* memory =
                static_cast<float*>(room(work.attention, length * length * sizeof(float)));
            plain::attention(q, k, v, length, qkv.stride(), width, memory, out, mixed.stride());
        }
    }
}

}  // namespace

Norm Norm::wanted(Wanted& read, const std::string& name, std::size_t width) {
    return {read.f32(name + ".weight", {width}), read.f32(name + ".bias", {width})};
}

Matrix<float> shaped(std::vector<float>& numbers, std::size_t rows, std::size_t columns) {
    if (numbers.size() < rows * columns) numbers.resize(rows * columns);
    return {numbers.data(), rows, columns};
}

void LayerForm::normalise(std::span<float> row, const float* residual, const Norm& by) const {
    const auto run = path == Path::Vnni   ? vnni::add_and_normalise
                     : path == Path::Avx2 ? avx2::add_and_normalise
                                          : plain::add_and_normalise;
    run(row.data(), residual, by.weight.data(), by.bias.data(), epsilon, row.size());
}

Layer Layer::of_bytes(Wanted& read, std::size_t n, const LayerForm& form) {
    return layer(read, n, form, bytes);
}

Layer Layer::of_floats(Wanted& read, std::size_t n, const LayerForm& form) {
    return layer(read, n, form, floats);
}

Matrix<const float> Layer::attended(Matrix<const float> x, const LayerForm& form,
                                    Work& work) const {
    const Matrix<float> projected = shaped(work.qkv, x.rows(), 3 * form.hidden);
    qkv(x, projected, After::Nothing, work.bytes);
    const Matrix<float> mixed = shaped(work.mixed, x.rows(), form.hidden);
    attend(projected, mixed, form, work);
    return mixed;
}

void Layer::after_attention(Matrix<const float> mixed, Matrix<float> x, const LayerForm& form,
                            Work& work) const {
    // qkv is done with: its memory takes what the attention hands on.
    const Matrix<float> handed = shaped(work.qkv, x.rows(), form.hidden);
    output(mixed, handed, After::Nothing, work.bytes);
    for (std::size_t i = 0; i < x.rows(); ++i) {
        form.normalise(x.row(i), handed.row(i).data(), attention_norm);
    }
    feed_forward(x, form, work);
}

void Layer::feed_forward(Matrix<float> x, const LayerForm& form, Work& work) const {
    for (std::size_t first = 0; first < x.rows(); first += strip_rows) {
        const Matrix<float> strip = x.rows_from(first, std::min(strip_rows, x.rows() - first));
        const Matrix<float> wide = shaped(work.wide, strip.rows(), form.intermediate);
        const Matrix<float> narrow = shaped(work.mixed, strip.rows(), form.hidden);
        into(strip, wide, After::Gelu, work.bytes);
        out(wide, narrow, After::Nothing, work.bytes);
        for (std::size_t i = 0; i < strip.rows(); ++i) {
            form.normalise(strip.row(i), narrow.row(i).data(), feedforward_norm);
        }
    }
}

void Layer::run(Matrix<float> x, const LayerForm& form, Work& work) const {
    after_attention(attended(x, form, work), x, form, work);
}

}  // namespace sitrep::nn
