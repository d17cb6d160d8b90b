#include "nn/encoder.h"

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <optional>
#include <thread>
#include <utility>

#include "nn/layers/layer.h"
#include "nn/plain.h"
#include "nn/tensors.h"
#include "nn/wanted.h"

namespace sitrep::nn {
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
    LayerForm form;
    std::vector<std::uint32_t> taps;
    std::optional<EventHead> events;

    void embed(const Window& window, Matrix<float> x, Work& work) const;
    void keep_tapped(std::uint32_t depth, const Window& window, Matrix<const float> x,
                     Matrix<float> wanted) const;
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
        form.normalise(x.row(i), letters, norm);
    }
}

void Encoder::Model::keep_tapped(std::uint32_t depth, const Window& window, Matrix<const float> x,
                                 Matrix<float> wanted) const {
    const auto at = std::ranges::find(taps, depth);
    if (at == taps.end()) return;
    const auto first = spec.hidden * (1 + static_cast<std::size_t>(at - taps.begin()));
    for (std::size_t i = 0; i < wanted.rows(); ++i) {
        CHECK(window.wanted[i] < x.rows());
        std::ranges::copy(x.row(window.wanted[i]), wanted.row(i).subspan(first).begin());
    }
}

OwnedMatrix Encoder::Model::run(const Window& window, Work& work) const {
    const std::size_t length = window.pieces.size();
    CHECK(length > 0 && length <= spec.positions && window.casing.size() == length);
    const Matrix<float> x = shaped(work.states, length, spec.hidden);
    embed(window, x, work);
    OwnedMatrix wanted(window.wanted.size(), spec.hidden * (1 + taps.size()));
    const Matrix<float> last = wanted.view().part(0, spec.hidden);
    keep_tapped(0, window, x, wanted.view());
    for (std::uint32_t n = 0; n + 1 < layers.size(); ++n) {
        layers[n].run(x, form, work);
        keep_tapped(n + 1, window, x, wanted.view());
    }
    // The last layer goes on with the wanted rows alone.
    const Matrix<const float> mixed = layers.back().attended(x, form, work);
    OwnedMatrix chosen(wanted.rows(), spec.hidden);
    for (std::size_t i = 0; i < wanted.rows(); ++i) {
        std::ranges::copy(x.row(window.wanted[i]), last.row(i).begin());
        std::ranges::copy(mixed.row(window.wanted[i]), chosen.row(i).begin());
    }
    layers.back().after_attention(chosen.view(), last, form, work);
    return wanted;
}

base::Result<Encoder> Encoder::open(const std::string& folder, Path path,
                                    std::vector<std::uint32_t> taps) {
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
    auto tensors = Tensors::open(weights, spec->weights_sha256, "spec.txt");
    if (!tensors) return std::move(tensors).error();
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
    model->norm = Norm::wanted(read, "embeddings.norm", hidden);
    model->form = {hidden, s.heads, s.intermediate, s.layer_norm_epsilon, path};
    for (std::uint32_t n = 0; n < s.layers && !read.error(); ++n) {
        model->layers.push_back(Layer::of_bytes(read, n, model->form));
    }
    if (read.error()) return *read.error();
    for (const auto depth : taps) CHECK(depth < s.layers);
    model->taps = std::move(taps);
    if (model->taps.empty() && std::filesystem::exists(folder + "/events.txt")) {
        auto events = EventHead::open(folder, s, path);
        if (!events) return std::move(events).error();
        model->taps = events->taps();
        model->events = std::move(*events);
    }
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

const EventHead* Encoder::events() const { return model_->events ? &*model_->events : nullptr; }
const std::vector<std::uint32_t>& Encoder::taps() const { return model_->taps; }

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
