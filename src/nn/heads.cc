#include "nn/heads.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "nn/layers/stacked.h"
#include "nn/linear.h"
#include "nn/plain.h"
#include "nn/wanted.h"

namespace sitrep::nn {
namespace {

constexpr std::size_t pointer_kinds = 4;  // source begin, source end, content begin, content end
constexpr std::size_t cue_tags = 3;       // O B I
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
    at.upos_at = stack.add(read, "upos", spec.upos_names.size());
    at.features_at = stack.add(read, "features", spec.feature_names.size());
    at.lemma_at = stack.add(read, "lemma", spec.lemma_names.size());
    at.entity_at = stack.add(read, "entity", spec.entity_names.size());
    at.cue_at = stack.add(read, "cue", cue_tags);
    at.arc_dependent_at = stack.add(read, "arc.dependent", spec.arc);
    at.arc_head_at = stack.add(read, "arc.head", spec.arc);
    at.relation_dependent_at = stack.add(read, "relation.dependent", spec.relation);
    at.relation_head_at = stack.add(read, "relation.head", spec.relation);
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
    w->relation = Linear::of_floats(transposed_each(relation, w->relations, width), {},
                                    w->relations * width, width, path);
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
