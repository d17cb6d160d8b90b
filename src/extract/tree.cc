#include "extract/tree.h"

#include <algorithm>

namespace sitrep::extract {

Tree::Tree(const values::MarkedSentence& sentence)
    : sentence_(sentence), children_(sentence.words.size()) {
    for (std::uint32_t i = 0; i < size(); ++i) {
        const auto head = sentence_.words[i].head;
        if (head >= 0) children_[static_cast<std::size_t>(head)].push_back(i);
    }
}

std::string_view Tree::relation(std::uint32_t i) const {
    const std::string_view whole = sentence_.words[i].relation;
    return whole.substr(0, whole.find(':'));
}

std::int32_t Tree::child(std::uint32_t i, std::string_view wanted) const {
    for (const auto c : children_[i]) {
        if (relation(c) == wanted) return static_cast<std::int32_t>(c);
    }
    return -1;
}

std::vector<std::uint32_t> Tree::below(std::uint32_t i) const {
    std::vector<std::uint32_t> found{i};
    for (std::size_t next = 0; next < found.size(); ++next) {
        const auto& below = children_[found[next]];
        found.insert(found.end(), below.begin(), below.end());
    }
    std::sort(found.begin(), found.end());
    return found;
}

}  // namespace sitrep::extract
