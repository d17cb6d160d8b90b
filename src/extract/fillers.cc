#include "extract/fillers.h"

#include <algorithm>
#include <optional>

#include "extract/phrases.h"

namespace sitrep::extract {
namespace {

using values::Filler;
using values::Role;
using values::Tie;

bool is_clause(const Tree& tree, std::uint32_t word) {
    return tree.word(word).part == "VERB" || tree.child(word, "nsubj") >= 0;
}

// All below a word but relative clauses and punctuation at its edges.
Words whole(const Tree& tree, std::uint32_t word) {
    Words words;
    Words todo{word};
    while (!todo.empty()) {
        const auto i = todo.back();
        todo.pop_back();
        words.push_back(i);
        for (const auto c : tree.children(i)) {
            if (tree.word(c).relation != "acl:relcl" && !tree.is(c, {"parataxis"})) {
                todo.push_back(c);
            }
        }
    }
    return run_around(tree, std::move(words), word);
}

Words phrase(const Tree& tree, Role role, std::uint32_t word, const ActsKnown& known) {
    const bool all = role == Role::When || role == Role::Condition ||
                     (role == Role::Topic && is_clause(tree, word));
    return all ? whole(tree, word) : role_phrase(tree, word, known);
}

// Is `other` another member of the coordination that `first` opens?
bool joined(const Tree& tree, std::uint32_t first, std::uint32_t other) {
    return tree.relation(other) == "conj" && tree.head(other) == static_cast<std::int32_t>(first);
}

// What stands before the first other member that is tied by itself.
void cut_joined(const Tree& tree, const Tie& tie, const std::vector<Tie>& ties, Words& words) {
    for (const auto& other : ties) {
        const bool same = other.kind == Tie::Kind::Role && other.role == tie.role;
        if (!same || !joined(tree, tie.word, other.word)) continue;
        const auto begin = tree.below(other.word).front();
        std::erase_if(words, [&](std::uint32_t w) { return w >= begin && w != tie.word; });
        words = run_around(tree, std::move(words), tie.word);
    }
}

}  // namespace

std::vector<Filler> fillers(const Tree& tree, const std::vector<Tie>& ties,
                            const ActsKnown& known) {
    std::vector<Filler> out;
    for (const auto& tie : ties) {
        if (tie.kind != Tie::Kind::Role || tree.word(tie.word).part == "PUNCT") continue;
        Words words = phrase(tree, tie.role, tie.word, known);
        cut_joined(tree, tie, ties, words);
        const auto span = outer(tree, words);
        const bool inside = std::any_of(out.begin(), out.end(), [&](const Filler& one) {
            return one.role == tie.role && one.words.contains(span);
        });
        if (!inside) out.push_back({tie.role, span, tree.word(tie.word).span});
    }
    return out;
}

std::vector<values::Figure> figures(
    const Tree& tree, const std::vector<Tie>& ties,
    const std::vector<values::Decision<values::Quantity>>& quantities) {
    std::vector<values::Figure> out;
    for (const auto& tie : ties) {
        if (tie.kind != Tie::Kind::Figure || tie.kinds.empty()) continue;
        const auto word = tree.word(tie.word).span;
        const auto at = std::find_if(quantities.begin(), quantities.end(), [&](const auto& one) {
            return one.choice && one.choice->span.contains(word);
        });
        if (at == quantities.end()) continue;
        const auto& quantity = *at->choice;
        const bool told = std::any_of(out.begin(), out.end(), [&](const values::Figure& one) {
            return one.quantity.span == quantity.span;
        });
        if (told) continue;
        values::Figure figure;
        figure.kinds = tie.kinds;
        figure.quantity = quantity;
        if (!quantity.nouns.empty()) {
            figure.side = quantity.nouns.front().joined(quantity.nouns.back());
        }
        figure.total = quantity.tally == values::Tally::Total;
        figure.share = quantity.kind == values::QuantityKind::Share;
        out.push_back(std::move(figure));
    }
    return out;
}

}  // namespace sitrep::extract
