#include "annotate/tags.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "base/check.h"

namespace sitrep::annotate {
namespace {

constexpr double illegal = -std::numeric_limits<double>::infinity();

std::uint32_t first_greatest(const std::vector<double>& totals) {
    return static_cast<std::uint32_t>(std::max_element(totals.begin(), totals.end()) -
                                      totals.begin());
}

}  // namespace

float probability(std::span<const float> scores, std::size_t label) {
    const float top = *std::max_element(scores.begin(), scores.end());
    float sum = 0;
    for (const float score : scores) sum += std::exp(score - top);
    return std::exp(scores[label] - top) / sum;
}

std::vector<std::string> entity_tags(const values::MarkedSentence& sentence) {
    std::vector<std::string> tags(sentence.words.size(), "O");
    for (const auto& entity : sentence.entities) {
        for (auto i = entity.first; i <= entity.last; ++i) {
            tags[i] = i == entity.first ? "B-" : "I-";
            tags[i] += values::code(entity.type);
        }
    }
    return tags;
}

Tagger::Tagger(std::span<const std::string> labels)
    : inside_(labels.size()),
      begins_(labels.size(), no_label),
      total_(labels.size()),
      next_(labels.size()) {
    CHECK(!labels.empty());
    for (std::size_t i = 0; i < labels.size(); ++i) {
        inside_[i] = labels[i] == "I" || labels[i].starts_with("I-");
        if (!inside_[i]) continue;
        const auto begin = std::find(labels.begin(), labels.end(), "B" + labels[i].substr(1));
        if (begin != labels.end()) begins_[i] = static_cast<std::uint32_t>(begin - labels.begin());
    }
}

std::span<const std::uint32_t> Tagger::path(nn::Matrix<const float> scores) {
    const std::size_t labels = inside_.size();
    CHECK(scores.columns() == labels);
    path_.assign(scores.rows(), 0);
    if (scores.rows() == 0) return path_;
    back_.resize(scores.rows() * labels);
    for (std::uint32_t label = 0; label < labels; ++label) {
        total_[label] = may_begin(label) ? scores.row(0)[label] : illegal;
    }
    for (std::size_t word = 1; word < scores.rows(); ++word) {
        const std::uint32_t any = first_greatest(total_);
        const auto row = scores.row(word);
        for (std::uint32_t label = 0; label < labels; ++label) {
            std::uint32_t before = any;
            if (inside_[label]) {
                const std::uint32_t begin = begins_[label];
                const bool from_begin =
                    begin != no_label && (total_[begin] > total_[label] ||
                                          (total_[begin] == total_[label] && begin < label));
                before = from_begin ? begin : label;
            }
            back_[word * labels + label] = before;
            next_[label] = total_[before] + row[label];
        }
        total_.swap(next_);
    }
    path_.back() = first_greatest(total_);
    for (std::size_t word = scores.rows() - 1; word > 0; --word) {
        path_[word - 1] = back_[word * labels + path_[word]];
    }
    return path_;
}

std::vector<TagRun> Tagger::runs(nn::Matrix<const float> scores) {
    std::vector<TagRun> found;
    const auto labels = path(scores);
    const auto outside = [&](std::uint32_t label) {
        // "O", and any label that neither begins nor continues: nothing hangs on it.
        return !inside_[label] && std::find(begins_.begin(), begins_.end(), label) == begins_.end();
    };
    for (std::uint32_t word = 0; word < labels.size(); ++word) {
        if (outside(labels[word])) continue;
        if (!inside_[labels[word]]) found.push_back({word, word, labels[word], 0});
        if (found.empty()) continue;  // only where no number says anything
        found.back().last = word;
        found.back().score += probability(scores.row(word), labels[word]);
    }
    for (TagRun& run : found) run.score /= static_cast<float>(run.last - run.first + 1);
    return found;
}

}  // namespace sitrep::annotate
