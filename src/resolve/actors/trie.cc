#include "resolve/actors/trie.h"

#include <algorithm>

namespace sitrep::resolve {
namespace {

std::uint64_t edge(std::uint32_t node, std::uint32_t word) {
    return (std::uint64_t{node} << 32U) | word;
}

}  // namespace

void Trie::add(const std::vector<FoldedWord>& words, std::uint32_t id) {
    std::uint32_t node = 0;
    for (const auto& word : words) {
        const auto number = static_cast<std::uint32_t>(words_.size());
        const auto known = words_.try_emplace(word.form, number).first->second;
        const auto fresh = static_cast<std::uint32_t>(ids_.size());
        const auto [next, added] = next_.try_emplace(edge(node, known), fresh);
        if (added) ids_.emplace_back();
        node = next->second;
    }
    if (node == 0) return;
    auto& ids = ids_[node];
    if (std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(id);
}

Trie::Match Trie::longest(const std::vector<FoldedWord>& words, std::size_t at) const {
    Match best;
    std::uint32_t node = 0;
    for (std::size_t i = at; i < words.size(); ++i) {
        const auto word = words_.find(words[i].form);
        if (word == words_.end()) break;
        const auto next = next_.find(edge(node, word->second));
        if (next == next_.end()) break;
        node = next->second;
        if (!ids_[node].empty()) best = {i + 1 - at, &ids_[node]};
        if (words[i].breaks) break;  // no name runs over a comma or bracket
    }
    return best;
}

}  // namespace sitrep::resolve
