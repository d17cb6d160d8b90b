// Tree: a marked sentence with its children and its lower-cased forms at hand.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "values/marks.h"

namespace sitrep::extract {

using Words = std::vector<std::uint32_t>;  // positions in a sentence, in order

class Tree {
public:
    // text: the report's, into which the sentence's spans point; without it forms are empty.
    Tree(const values::MarkedSentence& sentence, std::string_view text);

    const values::Word& word(std::uint32_t i) const { return sentence_.words[i]; }
    std::uint32_t size() const { return static_cast<std::uint32_t>(sentence_.words.size()); }
    const values::MarkedSentence& sentence() const { return sentence_; }
    const Words& children(std::uint32_t i) const { return children_[i]; }
    std::int32_t head(std::uint32_t i) const { return sentence_.words[i].head; }

    // The word as written, ASCII letters lower-cased: wires write in capitals.
    std::string_view form(std::uint32_t i) const { return forms_[i]; }
    // The relation without its subtype: "nsubj" of "nsubj:pass".
    std::string_view relation(std::uint32_t i) const;
    bool is(std::uint32_t i, std::initializer_list<std::string_view> relations) const;
    bool has_feature(std::uint32_t i, std::string_view feature) const;
    // The first child with that relation (subtype ignored); -1 where there is none.
    std::int32_t child(std::uint32_t i, std::string_view relation) const;
    // The first child with that relation and that form.
    std::int32_t child(std::uint32_t i, std::string_view relation, std::string_view form) const;
    // i and all below it, in order.
    Words below(std::uint32_t i) const;
    // Is i at or below top?
    bool under(std::uint32_t i, std::uint32_t top) const;

private:
    const values::MarkedSentence& sentence_;
    std::vector<Words> children_;
    std::vector<std::string> forms_;
};

}  // namespace sitrep::extract
