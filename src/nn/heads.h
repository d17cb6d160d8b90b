// Heads: what stands on the encoder's last layer, as scores before any decoding.
//
// Shapes  x [rows, hidden]: vectors of words and sentence roots, in the order the encoder was asked
// Source  docs/decisions/0003-annotator.md (heads)
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "base/result.h"
#include "nn/matrix.h"
#include "nn/path.h"
#include "nn/spec.h"
#include "nn/tensors.h"

namespace sitrep::nn {

// All that is linear in x, from one product over all rows of a window.
struct HeadRows {
    OwnedMatrix all;
    // Where each head's columns lie in `all`.
    struct Columns {
        std::size_t first = 0;
        std::size_t count = 0;
    };
    Columns upos_at, features_at, lemma_at, entity_at, cue_at;
    Columns arc_dependent_at, arc_head_at, relation_dependent_at, relation_head_at, pointer_at;

    Matrix<const float> upos() const { return part(upos_at); }
    Matrix<const float> features() const { return part(features_at); }
    Matrix<const float> lemma() const { return part(lemma_at); }
    Matrix<const float> entity() const { return part(entity_at); }
    Matrix<const float> cue() const { return part(cue_at); }  // [rows, 3]: O B I

    Matrix<const float> part(Columns at) const { return all.view().part(at.first, at.count); }
};

// A sentence's words are rows [first, first + count) of x, its root (the special before it) row
// `root`.
struct SentenceRows {
    std::uint32_t first = 0;
    std::uint32_t count = 0;
    std::uint32_t root = 0;
};

class Heads {
public:
    static base::Result<Heads> open(const Tensors& tensors, const Spec& spec, Path path);
    Heads(Heads&&) noexcept;
    Heads& operator=(Heads&&) noexcept;
    ~Heads();

    HeadRows read(Matrix<const float> x) const;

    // [count, count + 1]: score of column 0, the root, and of column 1 + j, the sentence's word j,
    // as head of each word. A word's score as its own head is given too and means nothing.
    OwnedMatrix arc_scores(const HeadRows& rows, SentenceRows sentence) const;

    // [pairs, relations]: of row dependents[i] hanging on row heads[i].
    OwnedMatrix relation_scores(const HeadRows& rows, std::span<const std::uint32_t> dependents,
                                std::span<const std::uint32_t> heads) const;

    // For each cue (row of x) a matrix [4, words + 1] of source begin, source end, content begin,
    // content end; column j points to row words[j], the last to none.
    std::vector<OwnedMatrix> pointer_scores(Matrix<const float> x, const HeadRows& rows,
                                            std::span<const std::uint32_t> cues,
                                            std::span<const std::uint32_t> words) const;

private:
    struct Weights;
    explicit Heads(std::unique_ptr<const Weights> weights);
    std::unique_ptr<const Weights> weights_;
};

}  // namespace sitrep::nn
