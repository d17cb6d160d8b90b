#include "nn/event_head.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "nn/avx2.h"
#include "nn/layers/layer.h"
#include "nn/layers/stacked.h"
#include "nn/plain.h"
#include "nn/vnni.h"
#include "nn/wanted.h"

namespace sitrep::nn {
namespace {

constexpr std::size_t event_types = 21;
constexpr std::size_t known_paths = 2;  // far and other, before those with names

}  // namespace

struct EventHead::Weights {
    EventSpec spec;
    Tensors tensors;  // whose bytes the spans below see
    LayerForm form;
    std::vector<std::uint32_t> taps;
    Linear input;  // of a word, from all of its vectors
    Linear head;   // of the word above it, from the last layer's
    std::span<const float> head_bias;
    std::span<const float> upos;
    std::span<const float> relation;
    std::span<const float> entity;
    Norm norm;
    std::vector<Layer> layers;
    EventRows columns;  // where each head's columns lie; `all` stays empty
    Linear linear;
    Linear pair;  // a' U_r for every arc r, [arcs * (pair + 1)]
    std::span<const float> paths;

    void embed(Matrix<const float> x, std::span<const EventWord> words, Matrix<float> states) const;
};

namespace {

void add(std::span<float> row, std::span<const float> table, std::uint32_t at) {
    const auto other = table.subspan(at * row.size(), row.size());
    for (std::size_t d = 0; d < row.size(); ++d) row[d] += other[d];
}

}  // namespace

// The head's part is the residual of the norm: one pass over each row.
void EventHead::Weights::embed(Matrix<const float> x, std::span<const EventWord> words,
                               Matrix<float> states) const {
    const std::size_t hidden = form.hidden;
    OwnedMatrix heads(x.rows(), hidden);
    ByteRows scratch;
    input(x, states, After::Nothing, scratch);
    head(x.part(0, spec.input / (1 + taps.size())), heads.view(), After::Nothing, scratch);
    for (std::size_t i = 0; i < x.rows(); ++i) {
        const auto row = states.row(i);
        add(row, upos, words[i].upos);
        add(row, relation, words[i].relation);
        add(row, entity, words[i].entity);
        const auto above = words[i].head < 0
                               ? head_bias
                               : std::as_const(heads).row(static_cast<std::size_t>(words[i].head));
        form.normalise(row, above.data(), norm);
    }
}

base::Result<EventHead> EventHead::open(const std::string& folder, const Spec& annotator,
                                        Path path) {
    auto spec = open_event_spec(folder + "/events.txt");
    if (!spec) return std::move(spec).error();
    const std::size_t depths = 1 + spec->tap_names.size();
    if (spec->input != depths * annotator.hidden) {
        return base::Error("its input is " + std::to_string(spec->input) + ", the annotator has " +
                           std::to_string(depths) + " vectors of " +
                           std::to_string(annotator.hidden) +
                           " for it; fetch or export the folder again")
            .at(folder + "/events.txt");
    }
    const std::string weights = folder + "/events.safetensors";
    auto tensors = Tensors::open(weights, spec->weights_sha256, "events.txt");
    if (!tensors) return std::move(tensors).error();
    auto head = from(*tensors, std::move(*spec), path);
    if (!head) return std::move(head).error().at(weights);
    for (const auto tap : head->taps()) {
        if (tap >= annotator.layers) {
            return base::Error("taps depth " + std::to_string(tap) + " of " +
                               std::to_string(annotator.layers) +
                               " layers; fetch or export the folder again")
                .at(folder + "/events.txt");
        }
    }
    return head;
}

base::Result<EventHead> EventHead::from(const Tensors& tensors, EventSpec spec, Path path) {
    auto w = std::make_unique<Weights>(
        Weights{std::move(spec), tensors, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}});
    const EventSpec& s = w->spec;
    const std::size_t hidden = s.hidden;
    w->form = {hidden, s.heads, s.intermediate, s.layer_norm_epsilon, path};
    Wanted read(w->tensors);
    for (const auto& tap : s.tap_names) {
        std::uint32_t depth = 0;
        const auto [end, fault] = std::from_chars(tap.data(), tap.data() + tap.size(), depth);
        if (fault != std::errc() || end != tap.data() + tap.size()) {
            return base::Error("\"" + tap +
                               "\" is no depth to tap; fetch or export the folder again");
        }
        w->taps.push_back(depth);
    }
    const std::size_t last = s.input / (1 + w->taps.size());
    const auto input = read.f32("input.weight", {hidden, s.input});
    const auto input_bias = read.f32("input.bias", {hidden});
    const auto above = read.f32("head.weight", {hidden, last});
    w->head_bias = read.f32("head.bias", {hidden});
    w->upos = read.f32("embed.upos", {s.upos_names.size() + 1, hidden});
    w->relation = read.f32("embed.relation", {s.relation_names.size() + 1, hidden});
    w->entity = read.f32("embed.entity", {s.entity_names.size() + 1, hidden});
    w->norm = Norm::wanted(read, "norm", hidden);
    for (std::uint32_t n = 0; n < s.layers && !read.error(); ++n) {
        w->layers.push_back(Layer::of_floats(read, n, w->form));
    }
    Stacked stack;
    stack.depth = hidden;
    EventRows& at = w->columns;
    at.type_at = stack.add(read, "type", event_types + 1);
    at.facet_at = stack.add(read, "facet", s.facet_names.size());
    at.second_at = stack.add(read, "second", s.second_names.size());
    at.stage_at = stack.add(read, "stage", s.stage_names.size());
    at.background_at = stack.add(read, "background", 1);
    at.stance_at = stack.add(read, "stance", s.stance_names.size());
    at.kind_trigger_at = stack.add(read, "kind.trigger", s.kind_names.size());
    at.kind_word_at = stack.add(read, "kind.word", s.kind_names.size());
    at.pair_trigger_at = stack.add(read, "pair.trigger", s.pair);
    at.pair_word_at = stack.add(read, "pair.word", s.pair);
    const std::size_t arcs = s.arc_names.size();
    const std::size_t width = std::size_t{s.pair} + 1;
    const auto bilinear = read.f32("pair.bilinear", {arcs, width, width});
    w->paths = read.f32("path", {s.path_names.size() + known_paths, arcs});
    if (read.error()) return *read.error();
    w->input = Linear::of_floats(input, input_bias, hidden, s.input, path);
    w->head = Linear::of_floats(above, w->head_bias, hidden, last, path);
    w->linear = Linear::of_floats(stack.weight, stack.bias, stack.bias.size(), hidden, path);
    w->pair =
        Linear::of_floats(transposed_each(bilinear, arcs, width), {}, arcs * width, width, path);
    return EventHead(std::move(w));
}

EventHead::EventHead(std::unique_ptr<const Weights> weights) : weights_(std::move(weights)) {}
EventHead::EventHead(EventHead&&) noexcept = default;
EventHead& EventHead::operator=(EventHead&&) noexcept = default;
EventHead::~EventHead() = default;

const EventSpec& EventHead::spec() const { return weights_->spec; }
std::vector<std::uint32_t> EventHead::taps() const { return weights_->taps; }

EventRows EventHead::read(Matrix<const float> x, std::span<const EventWord> words) const {
    CHECK(x.rows() == words.size());
    plain::one_thread();
    const Weights& w = *weights_;
    OwnedMatrix states(x.rows(), w.form.hidden);
    w.embed(x, words, states.view());
    Work work;
    for (const Layer& layer : w.layers) layer.run(states.view(), w.form, work);
    EventRows rows = w.columns;
    rows.all = OwnedMatrix(x.rows(), w.linear.outputs());
    w.linear(states.view(), rows.all.view(), After::Nothing, work.bytes);
    return rows;
}

OwnedMatrix EventHead::arc_scores(const EventRows& rows, std::uint32_t trigger, std::uint32_t first,
                                  std::span<const std::uint32_t> paths) const {
    const Weights& w = *weights_;
    const std::size_t arcs = w.spec.arc_names.size();
    const std::size_t width = std::size_t{w.spec.pair} + 1;
    const OwnedMatrix from =
        rectified(rows.part(rows.pair_trigger_at), 1, 1, [&](std::size_t) { return trigger; });
    const OwnedMatrix to = rectified(rows.part(rows.pair_word_at), paths.size(), 1,
                                     [&](std::size_t j) { return first + j; });
    OwnedMatrix through(1, arcs * width);
    ByteRows scratch;
    w.pair(from.view(), through.view(), After::Nothing, scratch);
    const auto dots = w.form.path == Path::Vnni   ? vnni::dots
                      : w.form.path == Path::Avx2 ? avx2::dots
                                                  : plain::dots;
    OwnedMatrix scores(paths.size(), arcs);
    for (std::size_t j = 0; j < paths.size(); ++j) {
        dots(to.row(j).data(), through.row(0).data(), width, arcs, width, scores.row(j).data());
        add(scores.row(j), w.paths, paths[j]);
    }
    return scores;
}

}  // namespace sitrep::nn
