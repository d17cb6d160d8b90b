#include "nn/heads.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "nn/linear.h"
#include "nn/plain.h"
#include "nn/wanted.h"

namespace sitrep::nn {
namespace {

constexpr std::size_t pointer_kinds = 4;  // source begin, source end, content begin, content end
constexpr std::size_t cue_tags = 3;       // O B I
constexpr float slope = 0.1F;             // of the leaky rectifier

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

// Rows of several heads on top of one another, for one product.
struct Stacked {
    std::vector<float> weight;
    std::vector<float> bias;
    std::size_t depth = 0;

    HeadRows::Columns add(std::span<const float> rows, std::span<const float> biases) {
        const HeadRows::Columns at = {bias.size(), rows.size() / depth};
        weight.insert(weight.end(), rows.begin(), rows.end());
        if (biases.empty()) {
            bias.resize(bias.size() + at.count, 0.0F);
        } else {
            bias.insert(bias.end(), biases.begin(), biases.end());
        }
        return at;
    }
};

}  // namespace

struct Heads::Weights {
    Path path = Path::Plain;
    HeadRows columns;  // where each head's columns lie; `all` stays empty
    Linear linear;
    Linear arc;       // d' U
    Linear relation;  // d' B_r for every relation r, [relations * (width + 1)]
    std::size_t relations = 0;
    std::size_t relation_width = 0;
    std::size_t pointer = 0;
    std::vector<float> arc_bias;
    std::vector<float> pointer_cue;   // [4 * pointer, hidden]
    std::vector<float> pointer_none;  // [4, hidden]
    std::vector<float> pointer_none_bias;

    // out[j] = a . row j of b
    void dots(std::span<const float> a, const float* b, std::size_t stride, std::size_t rows,
              float* out) const {
        const auto run = path == Path::Vnni   ? vnni::dots
                         : path == Path::Avx2 ? avx2::dots
                                              : plain::dots;
        run(a.data(), b, stride, rows, a.size(), out);
    }
};

namespace {

HeadRows::Columns stacked(Wanted& read, Stacked& stack, const std::string& name,
                          std::size_t count) {
    const auto weight = read.f32(name + ".weight", {count, stack.depth});
    return stack.add(weight, read.f32(name + ".bias", {count}));
}

// W [j][i] = U [i][j]
std::vector<float> transposed(std::span<const float> numbers, std::size_t rows,
                              std::size_t columns) {
    std::vector<float> turned(numbers.size());
    for (std::size_t i = 0; i < rows; ++i) {
        for (std::size_t j = 0; j < columns; ++j) turned[j * rows + i] = numbers[i * columns + j];
    }
    return turned;
}

std::vector<float> kept(std::span<const float> numbers) { return {numbers.begin(), numbers.end()}; }

}  // namespace

base::Result<Heads> Heads::open(const Tensors& tensors, const Spec& spec, Path path) {
    auto w = std::make_unique<Weights>();
    w->path = path;
    w->relations = spec.relation_names.size();
    w->relation_width = spec.relation;
    w->pointer = spec.pointer;
    Wanted read(tensors);
    Stacked stack;
    stack.depth = spec.hidden;
    HeadRows& at = w->columns;
    at.upos_at = stacked(read, stack, "upos", spec.upos_names.size());
    at.features_at = stacked(read, stack, "features", spec.feature_names.size());
    at.lemma_at = stacked(read, stack, "lemma", spec.lemma_names.size());
    at.entity_at = stacked(read, stack, "entity", spec.entity_names.size());
    at.cue_at = stacked(read, stack, "cue", cue_tags);
    at.arc_dependent_at = stacked(read, stack, "arc.dependent", spec.arc);
    at.arc_head_at = stacked(read, stack, "arc.head", spec.arc);
    at.relation_dependent_at = stacked(read, stack, "relation.dependent", spec.relation);
    at.relation_head_at = stacked(read, stack, "relation.head", spec.relation);
    const std::size_t pointers = pointer_kinds * spec.pointer;
    at.pointer_at = stack.add(read.f32("pointer.token.weight", {pointers, spec.hidden}), {});
    const auto arc = read.f32("arc.bilinear", {spec.arc, spec.arc});
    w->arc_bias = kept(read.f32("arc.bias", {spec.arc}));
    const std::size_t width = spec.relation + 1;
    const auto relation = read.f32("relation.bilinear", {w->relations, width, width});
    w->pointer_cue = kept(read.f32("pointer.cue.weight", {pointers, spec.hidden}));
    w->pointer_none = kept(read.f32("pointer.none.weight", {pointer_kinds, spec.hidden}));
    w->pointer_none_bias = kept(read.f32("pointer.none.bias", {pointer_kinds}));
    if (read.error()) return *read.error();
    w->linear = Linear::of_floats(stack.weight, stack.bias, stack.bias.size(), spec.hidden, path);
    w->arc = Linear::of_floats(transposed(arc, spec.arc, spec.arc), {}, spec.arc, spec.arc, path);
    std::vector<float> turned;
    for (std::size_t r = 0; r < w->relations; ++r) {
        const auto one =
            transposed(relation.subspan(r * width * width, width * width), width, width);
        turned.insert(turned.end(), one.begin(), one.end());
    }
    w->relation = Linear::of_floats(turned, {}, w->relations * width, width, path);
    return Heads(std::move(w));
}

Heads::Heads(std::unique_ptr<const Weights> weights) : weights_(std::move(weights)) {}
Heads::Heads(Heads&&) noexcept = default;
Heads& Heads::operator=(Heads&&) noexcept = default;
Heads::~Heads() = default;

HeadRows Heads::read(Matrix<const float> x) const {
    plain::one_thread();
    HeadRows rows = weights_->columns;
    rows.all = OwnedMatrix(x.rows(), weights_->linear.outputs());
    ByteRows scratch;
    weights_->linear(x, rows.all.view(), After::Nothing, scratch);
    return rows;
}

OwnedMatrix Heads::arc_scores(const HeadRows& rows, SentenceRows sentence) const {
    const Weights& w = *weights_;
    const OwnedMatrix dependents = rectified(rows.part(rows.arc_dependent_at), sentence.count, 0,
                                             [&](std::size_t i) { return sentence.first + i; });
    const OwnedMatrix heads =
        rectified(rows.part(rows.arc_head_at), std::size_t{sentence.count} + 1, 0,
                  [&](std::size_t j) { return j == 0 ? sentence.root : sentence.first + j - 1; });
    OwnedMatrix through(sentence.count, w.arc.outputs());
    ByteRows scratch;
    w.arc(dependents.view(), through.view(), After::Nothing, scratch);
    std::vector<float> own(heads.rows());  // how readily each is a head at all
    w.dots(w.arc_bias, heads.view().data(), heads.columns(), heads.rows(), own.data());
    OwnedMatrix scores(sentence.count, heads.rows());
    for (std::size_t i = 0; i < scores.rows(); ++i) {
        w.dots(through.row(i), heads.view().data(), heads.columns(), heads.rows(),
               scores.row(i).data());
        for (std::size_t j = 0; j < own.size(); ++j) scores.row(i)[j] += own[j];
    }
    return scores;
}

OwnedMatrix Heads::relation_scores(const HeadRows& rows, std::span<const std::uint32_t> dependents,
                                   std::span<const std::uint32_t> heads) const {
    CHECK(dependents.size() == heads.size());
    const Weights& w = *weights_;
    const std::size_t width = w.relation_width + 1;
    const OwnedMatrix below = rectified(rows.part(rows.relation_dependent_at), dependents.size(), 1,
                                        [&](std::size_t i) { return dependents[i]; });
    const OwnedMatrix above = rectified(rows.part(rows.relation_head_at), heads.size(), 1,
                                        [&](std::size_t i) { return heads[i]; });
    // In strips: what goes through every relation is wide, and shall stay in the cache.
    constexpr std::size_t strip = 24;
    OwnedMatrix scores(dependents.size(), w.relations);
    const std::size_t outputs = w.relation.outputs();
    const auto numbers = std::make_unique_for_overwrite<float[]>(strip * outputs);
    ByteRows scratch;
    for (std::size_t first = 0; first < dependents.size(); first += strip) {
        const std::size_t count = std::min(strip, dependents.size() - first);
        const Matrix<float> through(numbers.get(), count, outputs);
        w.relation(below.view().rows_from(first, count), through, After::Nothing, scratch);
        for (std::size_t i = 0; i < count; ++i) {
            w.dots(above.row(first + i), through.row(i).data(), width, w.relations,
                   scores.row(first + i).data());
        }
    }
    return scores;
}

std::vector<OwnedMatrix> Heads::pointer_scores(Matrix<const float> x, const HeadRows& rows,
                                               std::span<const std::uint32_t> cues,
                                               std::span<const std::uint32_t> words) const {
    const Weights& w = *weights_;
    const std::size_t hidden = x.columns();
    const Matrix<const float> tokens = rows.part(rows.pointer_at);
    const float scale = 1 / std::sqrt(static_cast<float>(w.pointer));
    std::vector<OwnedMatrix> found;
    std::vector<float> from(pointer_kinds * w.pointer);
    std::vector<float> nowhere(pointer_kinds);
    for (const std::uint32_t cue : cues) {
        const auto here = x.row(cue);
        w.dots(here, w.pointer_cue.data(), hidden, from.size(), from.data());
        for (float& number : from) number *= scale;
        w.dots(here, w.pointer_none.data(), hidden, pointer_kinds, nowhere.data());
        OwnedMatrix& scores = found.emplace_back(pointer_kinds, words.size() + 1);
        for (std::size_t k = 0; k < pointer_kinds; ++k) {
            const std::span<const float> to(from.data() + k * w.pointer, w.pointer);
            for (std::size_t j = 0; j < words.size(); ++j) {
                w.dots(to, tokens.row(words[j]).data() + k * w.pointer, 0, 1, &scores.row(k)[j]);
            }
            scores.row(k)[words.size()] = w.pointer_none_bias[k] + nowhere[k];
        }
    }
    return found;
}

}  // namespace sitrep::nn
