#include "resolve/chains/tree.h"

#include <array>

namespace sitrep::resolve::chains {
namespace {

constexpr std::array<std::string_view, 7> opening{"ccomp", "advcl",     "acl",  "csubj",
                                                  "root",  "parataxis", "xcomp"};

}  // namespace

Tree::Tree(const values::MarkedSentence& sentence) : sentence_(&sentence) {
    const std::size_t count = sentence.words.size();
    starts_.assign(count + 1, 0);
    for (const values::Word& word : sentence.words) {
        if (word.head >= 0) ++starts_[static_cast<std::size_t>(word.head) + 1];
    }
    for (std::size_t i = 0; i < count; ++i) starts_[i + 1] += starts_[i];
    below_.resize(count);
    std::vector<std::uint32_t> next(starts_.begin(), starts_.end());
    for (std::uint32_t i = 0; i < count; ++i) {
        const std::int32_t head = sentence.words[i].head;
        if (head >= 0) below_[next[static_cast<std::size_t>(head)]++] = i;
    }
}

bool Tree::within(std::uint32_t word, std::uint32_t above) const {
    for (std::size_t steps = 0; steps <= sentence_->words.size(); ++steps) {
        if (word == above) return true;
        const std::int32_t head = at(word).head;
        if (head < 0) return false;
        word = static_cast<std::uint32_t>(head);
    }
    return false;
}

std::uint32_t Tree::clause(std::uint32_t word) const {
    for (std::size_t steps = 0; steps <= sentence_->words.size(); ++steps) {
        const values::Word& here = at(word);
        if (here.head < 0) return word;
        if (steps > 0) {
            if (here.part == "VERB" || here.part == "AUX") return word;
            for (const std::string_view kind : opening) {
                if (relates(here, kind)) return word;
            }
        }
        word = static_cast<std::uint32_t>(here.head);
    }
    return word;
}

bool relates(const values::Word& word, std::string_view kind) {
    const std::string_view relation = word.relation;
    return relation.starts_with(kind) &&
           (relation.size() == kind.size() || relation[kind.size()] == ':');
}

bool has_feature(const values::Word& word, std::string_view feature) {
    std::string_view rest = word.features;
    while (!rest.empty()) {
        const std::size_t bar = rest.find('|');
        if (rest.substr(0, bar) == feature) return true;
        if (bar == std::string_view::npos) return false;
        rest.remove_prefix(bar + 1);
    }
    return false;
}

}  // namespace sitrep::resolve::chains
