// Tree: a sentence's dependency tree the other way about, from each word to what hangs on it.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "values/marks.h"

namespace sitrep::resolve::chains {

class Tree {
public:
    explicit Tree(const values::MarkedSentence& sentence);

    // In the order of the words.
    std::span<const std::uint32_t> under(std::uint32_t word) const {
        return {below_.data() + starts_[word], below_.data() + starts_[word + 1]};
    }
    // word is `above` or hangs on it over any number of steps.
    bool within(std::uint32_t word, std::uint32_t above) const;
    // The clause a word stands in: the nearest verb, predicate or root above it.
    std::uint32_t clause(std::uint32_t word) const;

    const values::MarkedSentence& sentence() const { return *sentence_; }
    const values::Word& at(std::uint32_t word) const { return sentence_->words[word]; }

private:
    const values::MarkedSentence* sentence_;
    std::vector<std::uint32_t> starts_;
    std::vector<std::uint32_t> below_;
};

// "nsubj:pass" is of kind "nsubj".
bool relates(const values::Word& word, std::string_view kind);
bool has_feature(const values::Word& word, std::string_view feature);  // "Number=Plur"

}  // namespace sitrep::resolve::chains
