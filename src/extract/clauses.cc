#include "extract/clauses.h"

#include <algorithm>
#include <string_view>

namespace sitrep::extract {
namespace {

using Words = std::vector<std::uint32_t>;

// Parts of a noun phrase that explain rather than name: they are left out of a clause.
bool explains(const Tree& tree, std::uint32_t word) {
    const std::string_view relation = tree.word(word).relation;
    return relation == "acl:relcl" || relation == "parataxis" || relation == "advcl" ||
           relation == "dislocated" || relation == "discourse" || relation == "list";
}

// i and what hangs below it, without what only explains.
void phrase(const Tree& tree, std::uint32_t i, Words& out) {
    out.push_back(i);
    for (const auto c : tree.children(i)) {
        if (!explains(tree, c)) phrase(tree, c, out);
    }
}

Words phrase(const Tree& tree, std::uint32_t i) {
    Words out;
    phrase(tree, i, out);
    std::sort(out.begin(), out.end());
    return out;
}

// A phrase shown alone: no punctuation, conjunction or preposition of its own at its edges ("at" of
// "at least 40 soldiers" is none: it belongs to "least").
Words trimmed(const Tree& tree, Words words) {
    const auto inside = [&](std::int32_t i) {
        return i >= 0 &&
               std::find(words.begin(), words.end(), static_cast<std::uint32_t>(i)) != words.end();
    };
    const auto preposition = [&](std::uint32_t i) {
        const auto head = tree.word(i).head;
        return tree.relation(i) == "case" && head >= 0 &&
               !inside(tree.word(static_cast<std::uint32_t>(head)).head);
    };
    const auto loose = [&](std::uint32_t i) {
        const auto& part = tree.word(i).part;
        return part == "PUNCT" || part == "CCONJ";
    };
    while (!words.empty() && loose(words.back())) words.pop_back();
    while (!words.empty() && (loose(words.front()) || preposition(words.front()))) {
        words.erase(words.begin());
    }
    return words;
}

bool is_subject(std::string_view relation) { return relation == "nsubj" || relation == "csubj"; }

// The subject of a verb: its own, or that of the verb to which it is joined or below which it
// hangs; of a relative clause, or a participle behind a noun, the noun itself.
std::int32_t subject_of(const Tree& tree, std::uint32_t verb) {
    std::int32_t at = static_cast<std::int32_t>(verb);
    for (int step = 0; step < 4 && at >= 0; ++step) {
        const auto here = static_cast<std::uint32_t>(at);
        const auto own = tree.child(here, "nsubj");
        const auto relation = tree.relation(here);
        if (own >= 0) {
            const auto& part = tree.word(static_cast<std::uint32_t>(own)).part;
            const bool pointer = part == "PRON" && tree.word(here).relation == "acl:relcl";
            return pointer ? tree.word(here).head : own;
        }
        if (relation == "acl") return tree.word(here).head;
        if (relation != "conj" && relation != "xcomp" && relation != "advcl") return -1;
        at = tree.word(here).head;
    }
    return -1;
}

bool belongs_to_verb(const Tree& tree, std::uint32_t child) {
    const auto relation = tree.relation(child);
    if (relation == "obj" || relation == "iobj" || relation == "obl" || relation == "aux" ||
        relation == "cop" || relation == "compound" || relation == "xcomp" ||
        relation == "advmod" || relation == "expl" || relation == "ccomp") {
        return true;
    }
    return false;
}

}  // namespace

std::vector<values::Span> spans(const Tree& tree, const Words& words) {
    std::vector<values::Span> out;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const auto here = tree.word(words[i]).span;
        const bool neighbours = i > 0 && words[i] - words[i - 1] == 1;
        const bool comma_between =
            i > 0 && words[i] - words[i - 1] == 2 && tree.word(words[i] - 1).part == "PUNCT";
        if (!out.empty() && (neighbours || comma_between)) {
            out.back() = out.back().joined(here);
        } else {
            out.push_back(here);
        }
    }
    return out;
}

CutClause cut_clause(const Tree& tree, std::uint32_t verb) {
    CutClause cut;
    Words kept{verb};
    const auto keep = [&](const Words& more) { kept.insert(kept.end(), more.begin(), more.end()); };
    const auto subject = subject_of(tree, verb);
    if (subject >= 0) {
        Words words = trimmed(tree, phrase(tree, static_cast<std::uint32_t>(subject)));
        std::erase_if(words, [&](std::uint32_t w) {  // the clause hangs below its own noun
            for (auto up = static_cast<std::int32_t>(w); up >= 0 && up != subject;
                 up = tree.word(static_cast<std::uint32_t>(up)).head) {
                if (up == static_cast<std::int32_t>(verb)) return true;
            }
            return false;
        });
        words = trimmed(tree, std::move(words));
        keep(words);
        if (!words.empty()) cut.subject = std::move(words);
    }
    for (const auto c : tree.children(verb)) {
        if (is_subject(tree.relation(c)) || !belongs_to_verb(tree, c)) continue;
        const Words words = phrase(tree, c);
        keep(words);
        if (tree.relation(c) == "obj") cut.object = trimmed(tree, words);
    }
    std::sort(kept.begin(), kept.end());
    kept.erase(std::unique(kept.begin(), kept.end()), kept.end());
    const auto mark = [&](std::uint32_t i) { return tree.word(i).part == "PUNCT"; };
    while (!kept.empty() && mark(kept.back())) kept.pop_back();
    while (!kept.empty() && mark(kept.front())) kept.erase(kept.begin());
    cut.clause.kept = spans(tree, kept);
    cut.words = std::move(kept);
    return cut;
}

}  // namespace sitrep::extract
