// tags: the best legal path through begin-inside-outside scores, and the runs that it marks.
//
// "I-X" (or a lone "I") follows only "B-X" or "I-X" ("B", "I") of its own kind, within a sentence.
// Shapes  scores [words, labels]
// Source  training/decode.py is the twin (viterbi, bio_legal, bio_spans)
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "nn/matrix.h"
#include "values/marks.h"

namespace sitrep::annotate {

// Of one label among a word's scores, by softmax.
float probability(std::span<const float> scores, std::size_t label);

// "B-PER", "I-PER", "O": what the entities say of each word.
std::vector<std::string> entity_tags(const values::MarkedSentence& sentence);

// Words [first, last] that bear one kind.
struct TagRun {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    std::uint32_t begin_label = 0;  // the label "B-X" that opens it
    float score = 0;                // mean probability of its labels

    friend bool operator==(const TagRun&, const TagRun&) = default;
};

class Tagger {
public:
    explicit Tagger(std::span<const std::string> labels);

    // The label of each word; the span holds until the next call.
    std::span<const std::uint32_t> path(nn::Matrix<const float> scores);
    std::vector<TagRun> runs(nn::Matrix<const float> scores);

private:
    static constexpr std::uint32_t no_label = ~0U;

    bool may_begin(std::uint32_t label) const { return !inside_[label]; }

    std::vector<bool> inside_;           // is this an "I" label?
    std::vector<std::uint32_t> begins_;  // for "I-X" the label "B-X", or none
    std::vector<double> total_;          // best path that ends in each label
    std::vector<double> next_;
    std::vector<std::uint32_t> back_;  // [words, labels]: the label before
    std::vector<std::uint32_t> path_;
};

}  // namespace sitrep::annotate
