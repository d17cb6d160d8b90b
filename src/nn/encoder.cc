#include "nn/encoder.h"

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <new>
#include <thread>
#include <utility>

#include "base/sha256.h"
#include "nn/linear.h"
#include "nn/plain.h"
#include "nn/tensors.h"
#include "nn/wanted.h"

namespace sitrep::nn {
namespace {

// Rows that go through a feed-forward block together: their widest numbers stay in the cache.
constexpr std::size_t strip_rows = 24;
constexpr std::size_t cache_line = 64;

struct Norm {
    std::span<const float> weight;
    std::span<const float> bias;
};

struct Layer {
    Linear qkv;
    Linear output;
    Norm attention_norm;
    Linear into;
    Linear out;
    Norm feedforward_norm;
};

// The memory that one thread computes in.
struct Work {
    std::vector<float> states;
    std::vector<float> qkv;
    std::vector<float> mixed;
    std::vector<float> wide;
    std::vector<float> lone;
    ByteRows bytes;
    std::vector<std::byte> attention;
};

Matrix<float> shaped(std::vector<float>& numbers, std::size_t rows, std::size_t columns) {
    if (numbers.size() < rows * columns) numbers.resize(rows * columns);
    return {numbers.data(), rows, columns};
}

void* room(std::vector<std::byte>& bytes, std::size_t needed) {
    if (bytes.size() < needed + cache_line) bytes.resize(needed + cache_line);
    const auto at = reinterpret_cast<std::uintptr_t>(bytes.data());
    return bytes.data() + (cache_line - at % cache_line) % cache_line;
}

Linear linear(Wanted& read, const std::string& name, std::size_t outputs, std::size_t depth,
              Path path) {
    const auto weight = read.i8(name + ".weight", {outputs, depth});
    const auto scale = read.f32(name + ".scale", {outputs});
    const auto bias = read.f32(name + ".bias", {outputs});
    if (read.error()) return {};
    return Linear::of_bytes(weight, scale, bias, outputs, depth, path);
}

Norm norm(Wanted& read, const std::string& name, std::size_t width) {
    return {read.f32(name + ".weight", {width}), read.f32(name + ".bias", {width})};
}

}  // namespace

struct Encoder::Model {
    Spec spec;
    Path path = Path::Plain;
    Pieces pieces;
    Tensors tensors;
    Heads heads;
    LemmaTable lemmas;
    std::span<const std::int8_t> word;
    std::span<const float> word_scale;
    std::span<const float> position;
    std::span<const float> casing;
    Norm norm;
    std::vector<Layer> layers;

    void normalise(std::span<float> row, const float* residual, const Norm& by) const {
        const auto run = path == Path::Vnni   ? vnni::add_and_normalise
                         : path == Path::Avx2 ? avx2::add_and_normalise
                                              : plain::add_and_normalise;
        run(row.data(), residual, by.weight.data(), by.bias.data(), spec.layer_norm_epsilon,
            row.size());
    }
    void embed(const Window& window, Matrix<float> x, Work& work) const;
    void attend(Matrix<const float> qkv, Matrix<float> mixed, Work& work) const;
    void feed_forward(const Layer& layer, Matrix<float> x, Work& work) const;
    void after_attention(const Layer& layer, Matrix<const float> mixed, Matrix<float> x,
                         Work& work) const;
    OwnedMatrix run(const Window& window, Work& work) const;
};

void Encoder::Model::embed(const Window& window, Matrix<float> x, Work& work) const {
    const std::size_t hidden = spec.hidden;
    work.lone.resize(hidden);
    for (std::size_t i = 0; i < x.rows(); ++i) {
        const auto piece = static_cast<std::size_t>(window.pieces[i]);
        const auto look = static_cast<std::size_t>(window.casing[i]);
        CHECK(piece < spec.vocabulary && look < spec.casing);
        const std::int8_t* numbers = word.data() + piece * hidden;
        const float* place = position.data() + i * hidden;
        const float* letters = casing.data() + look * hidden;
        float* row = x.row(i).data();
        for (std::size_t d = 0; d < hidden; ++d) {
            row[d] = static_cast<float>(numbers[d]) * word_scale[piece] + place[d];
        }
        normalise(x.row(i), letters, norm);
    }
}

void Encoder::Model::attend(Matrix<const float> qkv, Matrix<float> mixed, Work& work) const {
    const std::size_t width = spec.hidden / spec.heads;
    const std::size_t length = qkv.rows();
    for (std::size_t head = 0; head < spec.heads; ++head) {
        const float* q = qkv.data() + head * width;
        const float* k = q + spec.hidden;
        const float* v = k + spec.hidden;
        float* out = mixed.data() + head * width;
        if (path == Path::Vnni && width == vnni::head_width) {
            void* memory = room(work.attention, vnni::attention_bytes(length));
            vnni::attention(q, k, v, length, qkv.stride(), memory, out, mixed.stride());
        } else if (path == Path::Avx2 && width == vnni::head_width) {
            void* memory = room(work.attention, avx2::attention_bytes(length));
            avx2::attention(q, k, v, length, qkv.stride(), memory, out, mixed.stride());
        } else {
            auto* memory =
                static_cast<float*>(room(work.attention, length * length * sizeof(float)));
            plain::attention(q, k, v, length, qkv.stride(), width, memory, out, mixed.stride());
        }
    }
}

void Encoder::Model::feed_forward(const Layer& layer, Matrix<float> x, Work& work) const {
    for (std::size_t first = 0; first < x.rows(); first += strip_rows) {
        const Matrix<float> strip = x.rows_from(first, std::min(strip_rows, x.rows() - first));
        const Matrix<float> wide = shaped(work.wide, strip.rows(), spec.intermediate);
        const Matrix<float> narrow = shaped(work.mixed, strip.rows(), spec.hidden);
        layer.into(strip, wide, After::Gelu, work.bytes);
        layer.out(wide, narrow, After::Nothing, work.bytes);
        for (std::size_t i = 0; i < strip.rows(); ++i) {
            normalise(strip.row(i), narrow.row(i).data(), layer.feedforward_norm);
        }
    }
}

// What follows a layer's attention; x [rows, hidden] is changed in place.
void Encoder::Model::after_attention(const Layer& layer, Matrix<const float> mixed, Matrix<float> x,
                                     Work& work) const {
    // qkv is done with: its memory takes what the attention hands on.
    const Matrix<float> handed = shaped(work.qkv, x.rows(), spec.hidden);
    layer.output(mixed, handed, After::Nothing, work.bytes);
    for (std::size_t i = 0; i < x.rows(); ++i) {
        normalise(x.row(i), handed.row(i).data(), layer.attention_norm);
    }
    feed_forward(layer, x, work);
}

OwnedMatrix Encoder::Model::run(const Window& window, Work& work) const {
    const std::size_t length = window.pieces.size();
    CHECK(length > 0 && length <= spec.positions && window.casing.size() == length);
    const Matrix<float> x = shaped(work.states, length, spec.hidden);
    embed(window, x, work);
    OwnedMatrix wanted(window.wanted.size(), spec.hidden);
    for (const Layer& layer : layers) {
        const Matrix<float> qkv = shaped(work.qkv, length, 3 * std::size_t{spec.hidden});
        layer.qkv(x, qkv, After::Nothing, work.bytes);
        const Matrix<float> mixed = shaped(work.mixed, length, spec.hidden);
        attend(qkv, mixed, work);
        if (&layer != &layers.back()) {
            after_attention(layer, mixed, x, work);
            continue;
        }
        // The last layer goes on with the wanted rows alone.
        OwnedMatrix chosen(wanted.rows(), spec.hidden);
        for (std::size_t i = 0; i < wanted.rows(); ++i) {
            CHECK(window.wanted[i] < length);
            std::ranges::copy(x.row(window.wanted[i]), wanted.row(i).begin());
            std::ranges::copy(mixed.row(window.wanted[i]), chosen.row(i).begin());
        }
        after_attention(layer, chosen.view(), wanted.view(), work);
    }
    return wanted;
}

base::Result<Encoder> Encoder::open(const std::string& folder, Path path) {
    auto spec = open_spec(folder + "/spec.txt");
    if (!spec) return std::move(spec).error();
    auto pieces = Pieces::open(folder + "/vocab.txt");
    if (!pieces) return std::move(pieces).error();
    if (pieces->size() != spec->vocabulary) {
        return base::Error("holds " + std::to_string(pieces->size()) + " pieces, spec.txt says " +
                           std::to_string(spec->vocabulary) + "; fetch or export the folder again")
            .at(folder + "/vocab.txt");
    }
    const std::string weights = folder + "/weights.safetensors";
    auto tensors = Tensors::open(weights);
    if (!tensors) return std::move(tensors).error();
    if (base::sha256_hex(tensors->bytes()) != spec->weights_sha256) {
        return base::Error(
                   "its SHA-256 is not the one in spec.txt: the file is damaged or of another "
                   "model; fetch or export the folder again")
            .at(weights);
    }
    auto heads = Heads::open(*tensors, *spec, path);
    if (!heads) return std::move(heads).error();
    auto lemmas = LemmaTable::open(folder + "/lemmas.tsv");
    if (!lemmas) return std::move(lemmas).error();
    auto model = std::make_unique<Model>(Model{std::move(*spec),
                                               path,
                                               std::move(*pieces),
                                               std::move(*tensors),
                                               std::move(*heads),
                                               std::move(*lemmas),
                                               {},
                                               {},
                                               {},
                                               {},
                                               {},
                                               {}});
    Wanted read(model->tensors);
    const Spec& s = model->spec;
    const std::size_t hidden = s.hidden;
    model->word = read.i8("embeddings.word", {s.vocabulary, hidden});
    model->word_scale = read.f32("embeddings.word.scale", {s.vocabulary});
    model->position = read.f32("embeddings.position", {s.positions, hidden});
    model->casing = read.f32("embeddings.casing", {s.casing, hidden});
    model->norm = norm(read, "embeddings.norm", hidden);
    for (std::uint32_t n = 0; n < s.layers && !read.error(); ++n) {
        const std::string at = "layer." + std::to_string(n) + ".";
        model->layers.push_back({linear(read, at + "attention.qkv", 3 * hidden, hidden, path),
                                 linear(read, at + "attention.output", hidden, hidden, path),
                                 norm(read, at + "attention.norm", hidden),
                                 linear(read, at + "feedforward.in", s.intermediate, hidden, path),
                                 linear(read, at + "feedforward.out", hidden, s.intermediate, path),
                                 norm(read, at + "feedforward.norm", hidden)});
    }
    if (read.error()) return *read.error();
    return Encoder(std::move(model));
}

Encoder::Encoder(std::unique_ptr<const Model> model) : model_(std::move(model)) {}
Encoder::Encoder(Encoder&&) noexcept = default;
Encoder& Encoder::operator=(Encoder&&) noexcept = default;
Encoder::~Encoder() = default;

const Spec& Encoder::spec() const { return model_->spec; }
const Pieces& Encoder::pieces() const { return model_->pieces; }
const Heads& Encoder::heads() const { return model_->heads; }
const LemmaTable& Encoder::lemmas() const { return model_->lemmas; }
Path Encoder::path() const { return model_->path; }

std::vector<OwnedMatrix> Encoder::encode(std::span<const Window> windows, unsigned threads) const {
    std::vector<OwnedMatrix> found(windows.size());
    std::atomic<std::size_t> next = 0;
    const auto work_off = [&] {
        plain::one_thread();
        Work work;
        for (std::size_t i = next++; i < windows.size(); i = next++) {
            found[i] = model_->run(windows[i], work);
        }
    };
    std::vector<std::thread> others;
    const std::size_t useful = std::min<std::size_t>(threads, windows.size());
    for (std::size_t i = 1; i < useful; ++i) others.emplace_back(work_off);
    work_off();
    for (auto& other : others) other.join();
    return found;
}

}  // namespace sitrep::nn
