// EventHead: which words tell an act, of what kind, and what hangs together with each.
//
// Two small transformer layers on the annotator's words, with what the annotator found of each
// (part of speech, relation, entity, and the vector of its head in the tree).
// Opens events.txt and events.safetensors of a model folder.
// Shapes  x [words, input], in text order, one window: the last layer, then each tapped depth; the
// answers are scores before any decoding Errors  open(): the file, the byte or line, and the next
// step Error   fast path against plain twin: tests/nn/event_head_test.cc Source
// docs/decisions/0007-events.md
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "nn/heads.h"
#include "nn/matrix.h"
#include "nn/path.h"
#include "nn/spec.h"
#include "nn/tensors.h"

namespace sitrep::nn {

// What a word brings with it: rows of the spec's lists counted from 1, 0 where it is in none.
struct EventWord {
    std::uint32_t upos = 0;
    std::uint32_t relation = 0;
    std::uint32_t entity = 0;
    std::int32_t head = -1;  // row of x; -1 for a root
};

struct EventRows {
    OwnedMatrix all;
    HeadRows::Columns type_at, facet_at, second_at, stage_at, background_at, stance_at,
        kind_trigger_at, kind_word_at, pair_trigger_at, pair_word_at;

    Matrix<const float> type() const { return part(type_at); }      // [rows, 1 + types]: none first
    Matrix<const float> facet() const { return part(facet_at); }    // of facet_names
    Matrix<const float> second() const { return part(second_at); }  // of second_names
    Matrix<const float> stage() const { return part(stage_at); }
    Matrix<const float> background() const { return part(background_at); }  // a logit
    Matrix<const float> stance() const { return part(stance_at); }
    // Scores of kind_names are the sum of a trigger's and a number's.
    Matrix<const float> kind_of_trigger() const { return part(kind_trigger_at); }
    Matrix<const float> kind_of_word() const { return part(kind_word_at); }

    Matrix<const float> part(HeadRows::Columns at) const {
        return all.view().part(at.first, at.count);
    }
};

class EventHead {
public:
    static base::Result<EventHead> open(const std::string& folder, const Spec& annotator,
                                        Path path);
    static base::Result<EventHead> from(const Tensors& tensors, EventSpec spec, Path path);
    EventHead(EventHead&&) noexcept;
    EventHead& operator=(EventHead&&) noexcept;
    ~EventHead();

    const EventSpec& spec() const;
    std::vector<std::uint32_t> taps() const;  // what Encoder::tap must be told

    EventRows read(Matrix<const float> x, std::span<const EventWord> words) const;

    // [count, arcs]: what each row of [first, first + count) is to the trigger. paths: of each, the
    // row of the path table: 0 far, 1 other, else 2 + its place in path_names.
    OwnedMatrix arc_scores(const EventRows& rows, std::uint32_t trigger, std::uint32_t first,
                           std::span<const std::uint32_t> paths) const;

private:
    struct Weights;
    explicit EventHead(std::unique_ptr<const Weights> weights);
    std::unique_ptr<const Weights> weights_;
};

}  // namespace sitrep::nn
