// Tree: a marked sentence with its children at hand.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "values/marks.h"

namespace sitrep::extract {

class Tree {
public:
    explicit Tree(const values::MarkedSentence& sentence);

    const values::Word& word(std::uint32_t i) const { return sentence_.words[i]; }
    std::uint32_t size() const { return static_cast<std::uint32_t>(sentence_.words.size()); }
    const values::MarkedSentence& sentence() const { return sentence_; }
    const std::vector<std::uint32_t>& children(std::uint32_t i) const { return children_[i]; }

    // The relation without its subtype: "nsubj" of "nsubj:pass".
    std::string_view relation(std::uint32_t i) const;
    // The first child with that relation (subtype ignored); -1 where there is none.
    std::int32_t child(std::uint32_t i, std::string_view relation) const;
    // i and all below it, in order.
    std::vector<std::uint32_t> below(std::uint32_t i) const;

private:
    const values::MarkedSentence& sentence_;
    std::vector<std::vector<std::uint32_t>> children_;
};

}  // namespace sitrep::extract
