#include "extract/clauses.h"

#include <algorithm>
#include <string_view>

namespace sitrep::extract {
namespace {

constexpr int steps_max = 4;  // up a chain of verbs for a subject

bool is_punctuation(const Tree& tree, std::uint32_t i) { return tree.word(i).part == "PUNCT"; }

// Parts of a phrase that explain rather than name: they are left out of a clause.
bool explains(const Tree& tree, std::uint32_t word) {
    const std::string_view relation = tree.word(word).relation;
    if (relation == "acl:relcl" || relation == "parataxis" || relation == "advcl" ||
        relation == "dislocated" || relation == "discourse" || relation == "list") {
        return true;
    }
    return relation == "acl" && tree.child(word, "nsubj") >= 0;  // "with forces abandoning posts"
}

void phrase(const Tree& tree, std::uint32_t i, Words& out) {
    out.push_back(i);
    for (const auto c : tree.children(i)) {
        if (!explains(tree, c)) phrase(tree, c, out);
    }
}

// A participle behind a noun that undergoes it: "posts held by rebels".
bool undergoes_behind(const Tree& tree, std::uint32_t verb) {
    if (tree.word(verb).relation != "acl") return false;
    return tree.has_feature(verb, "Voice=Pass") || tree.has_feature(verb, "Tense=Past");
}

bool is_relative_pronoun(const Tree& tree, std::uint32_t i) {
    const auto form = tree.form(i);
    return form == "who" || form == "which" || form == "that" || form == "whom" || form == "whose";
}

// Whose plan or attempt it is: "attempts by soldiers to cross", "their plan to attack".
std::int32_t planner(const Tree& tree, std::uint32_t noun) {
    for (const auto c : tree.children(noun)) {
        const bool owner = tree.word(c).relation == "nmod:poss";
        if (owner || (tree.relation(c) == "nmod" && tree.child(c, "case", "by") >= 0)) {
            return static_cast<std::int32_t>(c);
        }
    }
    return nobody;
}

struct Subject {
    std::int32_t word = nobody;
    bool passive = false;
    bool shared = false;  // another verb's
};

bool own_passive(const Tree& tree, std::uint32_t verb) {
    for (const auto c : tree.children(verb)) {
        const auto& relation = tree.word(c).relation;
        if (relation == "nsubj:pass" || relation == "aux:pass" || relation == "csubj:pass") {
            return true;
        }
    }
    return undergoes_behind(tree, verb);
}

// What a verb of the coordination or chain above lends: its subject; "let the soldiers cross" lends
// its object.
Subject lent(const Tree& tree, std::uint32_t verb, bool passive) {
    auto at = verb;
    for (int step = 0; step < steps_max; ++step) {
        const auto up = tree.head(at);
        if (tree.relation(at) == "acl") {
            if (tree.child(at, "mark", "to") < 0) return {up, passive, false};
            return {planner(tree, static_cast<std::uint32_t>(up)), passive, true};
        }
        if (up < 0 || !tree.is(at, {"conj", "xcomp", "advcl"})) return {};
        const auto above = static_cast<std::uint32_t>(up);
        const bool chain = tree.relation(at) == "xcomp";
        for (const auto* object : {"obj", "iobj"}) {
            const auto controller = chain ? tree.child(above, object) : nobody;
            if (controller >= 0 && controller < static_cast<std::int32_t>(at)) {
                return {controller, passive, true};
            }
        }
        // A joined participle shares the passive of the first: "were wounded and killed".
        const bool participle = tree.has_feature(verb, "VerbForm=Part");
        if (tree.relation(at) == "conj" && participle && tree.child(verb, "aux") < 0 &&
            (tree.child(verb, "obj") < 0 || undergoes_behind(tree, above)) &&
            own_passive(tree, above)) {
            passive = true;
        }
        const auto own = tree.child(above, "nsubj");
        if (own >= 0) {
            const bool pointer = is_relative_pronoun(tree, static_cast<std::uint32_t>(own)) &&
                                 tree.word(above).relation == "acl:relcl";
            return {pointer ? tree.head(above) : own, passive, true};
        }
        at = above;
    }
    return {};
}

Subject subject_of(const Tree& tree, std::uint32_t verb) {
    const auto own = tree.child(verb, "nsubj");
    const bool passive = own_passive(tree, verb);
    if (own < 0) return lent(tree, verb, passive);
    const bool pointer = is_relative_pronoun(tree, static_cast<std::uint32_t>(own)) &&
                         tree.word(verb).relation == "acl:relcl";
    return {pointer ? tree.head(verb) : own, passive, false};
}

// "when", "in which": they tie the clause to another and say nothing of their own.
bool only_ties(const Tree& tree, std::uint32_t child) {
    if (!tree.is(child, {"advmod", "obl"})) return false;
    return tree.has_feature(child, "PronType=Rel") || tree.has_feature(child, "PronType=Int") ||
           is_relative_pronoun(tree, child);
}

bool belongs(const Tree& tree, std::uint32_t child, bool verb) {
    if (only_ties(tree, child)) return false;
    if (tree.is(child, {"obj", "iobj", "obl", "aux", "cop", "compound", "xcomp", "advmod", "expl",
                        "ccomp"})) {
        return true;
    }
    return !verb && tree.is(child, {"case", "det", "amod", "nummod", "nmod", "flat", "acl"});
}

// The verbs that lend their subject: "began withdrawing", "allowed the soldiers to cross".
void keep_chain(const Tree& tree, std::uint32_t verb, Words& kept) {
    auto at = verb;
    for (int step = 0; step < steps_max && tree.relation(at) == "xcomp"; ++step) {
        const auto up = tree.head(at);
        if (up < 0) return;
        for (const auto c : tree.children(at)) {
            if (tree.relation(c) == "mark") kept.push_back(c);
        }
        at = static_cast<std::uint32_t>(up);
        kept.push_back(at);
        for (const auto c : tree.children(at)) {
            if (tree.is(c, {"aux", "cop", "obj", "iobj", "advmod", "nsubj"})) phrase(tree, c, kept);
        }
    }
}

// The subject's own words, without those that hang below the verb ("the men killed").
void keep_subject(const Tree& tree, std::uint32_t subject, std::uint32_t verb, Words& kept) {
    const auto preposition = [&](std::uint32_t w) {
        return tree.relation(w) == "case" && tree.head(w) == static_cast<std::int32_t>(subject);
    };
    Words words;
    phrase(tree, subject, words);
    std::sort(words.begin(), words.end());
    std::erase_if(words, [&](std::uint32_t w) {
        return (w != verb && tree.under(w, verb) && tree.under(verb, subject)) || preposition(w);
    });
    const auto loose = [&](std::uint32_t i) {
        return is_punctuation(tree, i) || tree.word(i).part == "CCONJ";
    };
    while (!words.empty() && loose(words.back())) words.pop_back();
    while (!words.empty() && loose(words.front())) words.erase(words.begin());
    kept.insert(kept.end(), words.begin(), words.end());
}

// The auxiliaries of the first of a coordination serve the others: "were wounded and killed".
void keep_shared_auxiliaries(const Tree& tree, std::uint32_t verb, Words& kept) {
    const auto up = tree.head(verb);
    if (up < 0 || tree.relation(verb) != "conj" || tree.child(verb, "aux") >= 0) return;
    if (tree.has_feature(verb, "VerbForm=Fin")) return;
    for (const auto c : tree.children(static_cast<std::uint32_t>(up))) {
        if (tree.relation(c) == "aux" && c < verb) kept.push_back(c);
    }
}

std::vector<values::Span> pieces(const Tree& tree, const Words& words) {
    std::vector<values::Span> out;
    const auto only_marks = [&](std::uint32_t from, std::uint32_t to) {
        for (auto i = from + 1; i < to; ++i) {
            if (!is_punctuation(tree, i)) return false;
        }
        return true;
    };
    for (std::size_t i = 0; i < words.size(); ++i) {
        const auto here = tree.word(words[i]).span;
        if (i > 0 && only_marks(words[i - 1], words[i])) {
            out.back() = out.back().joined(here);
        } else {
            out.push_back(here);
        }
    }
    return out;
}

// "A and B" stripped to its middle: no marks or conjunctions at the edges; a bracket that was kept
// open is closed.
void tidy(const Tree& tree, Words& kept) {
    std::sort(kept.begin(), kept.end());
    kept.erase(std::unique(kept.begin(), kept.end()), kept.end());
    const auto loose = [&](std::uint32_t i) {
        return is_punctuation(tree, i) || tree.relation(i) == "cc";
    };
    const auto dangling = [&](std::uint32_t i) {  // a preposition whose noun was cut
        const auto noun = tree.head(i);
        return tree.relation(i) == "case" && tree.word(i).part == "ADP" &&
               (noun < static_cast<std::int32_t>(i) ||
                !std::binary_search(kept.begin(), kept.end(), static_cast<std::uint32_t>(noun)));
    };
    while (!kept.empty() && (loose(kept.back()) || dangling(kept.back()))) kept.pop_back();
    while (!kept.empty() && loose(kept.front())) kept.erase(kept.begin());
    const auto at_cut = [&](std::size_t i) {
        const bool before = i == 0 || kept[i - 1] + 1 != kept[i];
        const bool behind = i + 1 == kept.size() || kept[i] + 1 != kept[i + 1];
        return tree.form(kept[i]) == "," && (before || behind);
    };
    Words whole;
    for (std::size_t i = 0; i < kept.size(); ++i) {
        if (!at_cut(i)) whole.push_back(kept[i]);
    }
    kept = std::move(whole);
    const auto count = [&](std::string_view mark) {
        return std::count_if(kept.begin(), kept.end(),
                             [&](std::uint32_t i) { return tree.form(i) == mark; });
    };
    for (std::size_t i = 0; i < kept.size(); ++i) {
        const auto next = kept[i] + 1;
        const bool apart = next < tree.size() && (i + 1 == kept.size() || kept[i + 1] != next);
        if (!apart) continue;
        const bool round = tree.form(next) == ")" && count("(") > count(")");
        const bool quote =
            tree.form(next) == "\xE2\x80\x9D" && count("\xE2\x80\x9C") > count("\xE2\x80\x9D");
        if (round || quote) kept.insert(kept.begin() + static_cast<std::ptrdiff_t>(i) + 1, next);
    }
}

}  // namespace

CutClause cut_clause(const Tree& tree, std::uint32_t head) {
    CutClause cut;
    cut.head = head;
    Words kept{head};
    const auto subject = subject_of(tree, head);
    cut.subject = subject.word;
    cut.passive = subject.passive;
    if (cut.subject >= 0) keep_subject(tree, static_cast<std::uint32_t>(cut.subject), head, kept);
    keep_chain(tree, head, kept);
    if (subject.shared) keep_shared_auxiliaries(tree, head, kept);
    const bool verb = tree.word(head).part == "VERB";
    for (const auto c : tree.children(head)) {
        if (tree.relation(c) == "nsubj" || !belongs(tree, c, verb)) continue;
        phrase(tree, c, kept);
        if (tree.relation(c) == "obj") cut.object = static_cast<std::int32_t>(c);
        const bool by = tree.relation(c) == "obl" && tree.child(c, "case", "by") >= 0;
        if (by && cut.passive) cut.agent = static_cast<std::int32_t>(c);
    }
    // "the crossing which the army lost"
    const bool pointer = cut.object >= 0 && tree.word(head).relation == "acl:relcl" &&
                         is_relative_pronoun(tree, static_cast<std::uint32_t>(cut.object));
    if (pointer) cut.object = tree.head(head);
    tidy(tree, kept);
    cut.clause.kept = pieces(tree, kept);
    cut.words = std::move(kept);
    return cut;
}

}  // namespace sitrep::extract
