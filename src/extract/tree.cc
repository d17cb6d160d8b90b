#include "extract/tree.h"

#include <algorithm>

namespace sitrep::extract {
namespace {

std::string lowered(std::string_view words) {
    std::string out(words);
    for (char& c : out) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return out;
}

}  // namespace

Tree::Tree(const values::MarkedSentence& sentence, std::string_view text)
    : sentence_(sentence), children_(sentence.words.size()) {
    for (std::uint32_t i = 0; i < size(); ++i) {
        const auto head = sentence_.words[i].head;
        if (head >= 0) children_[static_cast<std::size_t>(head)].push_back(i);
        const auto span = sentence_.words[i].span;
        forms_.push_back(span.end() <= text.size() ? lowered(span.of(text)) : std::string());
    }
}

std::string_view Tree::relation(std::uint32_t i) const {
    const std::string_view whole = sentence_.words[i].relation;
    return whole.substr(0, whole.find(':'));
}

bool Tree::is(std::uint32_t i, std::initializer_list<std::string_view> relations) const {
    const auto own = relation(i);
    return std::find(relations.begin(), relations.end(), own) != relations.end();
}

bool Tree::has_feature(std::uint32_t i, std::string_view feature) const {
    return sentence_.words[i].features.find(feature) != std::string::npos;
}

std::int32_t Tree::child(std::uint32_t i, std::string_view wanted) const {
    for (const auto c : children_[i]) {
        if (relation(c) == wanted) return static_cast<std::int32_t>(c);
    }
    return -1;
}

std::int32_t Tree::child(std::uint32_t i, std::string_view wanted, std::string_view form) const {
    for (const auto c : children_[i]) {
        if (relation(c) == wanted && forms_[c] == form) return static_cast<std::int32_t>(c);
    }
    return -1;
}

Words Tree::below(std::uint32_t i) const {
    Words found{i};
    for (std::size_t next = 0; next < found.size(); ++next) {
        const auto& below = children_[found[next]];
        found.insert(found.end(), below.begin(), below.end());
    }
    std::sort(found.begin(), found.end());
    return found;
}

bool Tree::under(std::uint32_t i, std::uint32_t top) const {
    for (auto at = static_cast<std::int32_t>(i); at >= 0;
         at = head(static_cast<std::uint32_t>(at))) {
        if (at == static_cast<std::int32_t>(top)) return true;
    }
    return false;
}

}  // namespace sitrep::extract
