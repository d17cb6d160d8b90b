#include "extract/bounds.h"

#include <algorithm>
#include <string_view>

#include "extract/phrases.h"

namespace sitrep::extract {
namespace {

using values::Act;
using values::Hedge;
using values::Polarity;

constexpr int steps_max = 4;  // up from an act for what binds it

void bind_by(const Tree& tree, std::uint32_t word, std::string_view type, Act& act) {
    // A condition is shown whole, else the word itself.
    const auto span = type == "conditional" ? outer(tree, run_around(tree, tree.below(word), word))
                                            : tree.word(word).span;
    if (std::find(act.bound_by.begin(), act.bound_by.end(), span) != act.bound_by.end()) return;
    act.bound_by.push_back(span);
    if (type == "negated") {
        act.polarity = Polarity::Negated;
        return;
    }
    const Hedge hedge = type == "future"        ? Hedge::Future
                        : type == "attempted"   ? Hedge::Attempted
                        : type == "reported"    ? Hedge::Reported
                        : type == "conditional" ? Hedge::Conditional
                                                : Hedge::Modal;
    // A condition outweighs all else; then the nearest word counts.
    if (act.hedge == Hedge::None || hedge == Hedge::Conditional) act.hedge = hedge;
}

const ActsKnown::Entry* hedge(const Tree& tree, std::uint32_t i, const ActsKnown& known) {
    return known.find(Told::Hedge, tree.form(i), tree.word(i).lemma);
}

// "if they cross", "in the event of an attack"; "in any case" is none.
bool opens_condition(const Tree& tree, std::uint32_t clause, const ActsKnown& known) {
    for (const auto c : tree.children(clause)) {
        if (tree.is(c, {"mark", "advmod", "case"}) &&
            known.find(Told::Condition, tree.form(c)) != nullptr) {
            return true;
        }
    }
    const bool noun = known.find(Told::Condition, tree.form(clause)) != nullptr;
    return noun && tree.child(clause, "case", "in") >= 0 &&
           (tree.child(clause, "nmod") >= 0 || tree.child(clause, "acl") >= 0);
}

bool is_no(const Tree& tree, std::uint32_t i, const ActsKnown& known) {
    const auto* entry = hedge(tree, i, known);
    return entry != nullptr && entry->type == "negated" && tree.word(i).part != "VERB" &&
           tree.word(i).part != "ADJ";
}

// "no civilian", "none", "neither side".
std::int32_t denier(const Tree& tree, std::uint32_t noun, const ActsKnown& known) {
    if (is_no(tree, noun, known)) return static_cast<std::int32_t>(noun);
    for (const auto c : tree.children(noun)) {
        if (tree.is(c, {"det", "cc"}) && is_no(tree, c, known)) return static_cast<std::int32_t>(c);
    }
    return -1;
}

// "no longer" hangs its "no" below "longer".
void bind_by_adverb(const Tree& tree, std::uint32_t adverb, const ActsKnown& known, Act& act) {
    const auto* entry = hedge(tree, adverb, known);
    if (entry != nullptr) bind_by(tree, adverb, entry->type, act);
    if (entry == nullptr && tree.has_feature(adverb, "Polarity=Neg")) {
        bind_by(tree, adverb, "negated", act);
    }
    for (const auto c : tree.children(adverb)) {
        if (tree.form(c) == "no") bind_by(tree, c, "negated", act);
    }
}

enum class Own : std::uint8_t { All, AuxiliariesOnly };

void bind_by_children(const Tree& tree, std::uint32_t verb, const ActsKnown& known, Own own,
                      Act& act) {
    for (const auto c : tree.children(verb)) {
        const auto relation = tree.relation(c);
        if (relation == "aux") {
            const auto* entry = hedge(tree, c, known);
            if (entry != nullptr) bind_by(tree, c, entry->type, act);
        }
        if (own == Own::AuxiliariesOnly) continue;
        if (relation == "advmod") bind_by_adverb(tree, c, known, act);
        if ((relation == "advcl" || relation == "obl") && opens_condition(tree, c, known)) {
            bind_by(tree, c, "conditional", act);
        }
        const bool undergoes = relation == "nsubj" || relation == "obj";
        const auto no = undergoes ? denier(tree, c, known) : -1;
        if (no >= 0) bind_by(tree, static_cast<std::uint32_t>(no), "negated", act);
    }
}

// "did not attack or seize": what negates the first negates both.
void bind_by_first(const Tree& tree, std::uint32_t joined, std::uint32_t first,
                   const ActsKnown& known, Act& act) {
    if (tree.child(joined, "nsubj") >= 0) return;
    const bool either = tree.child(joined, "cc", "or") >= 0 || tree.child(joined, "cc", "nor") >= 0;
    const bool finite = tree.has_feature(joined, "VerbForm=Fin");
    if (either) {
        bind_by_children(tree, first, known, Own::All, act);
    } else if (!finite && tree.child(joined, "aux") < 0) {
        bind_by_children(tree, first, known, Own::AuxiliariesOnly, act);
    }
}

// An act inside a condition is bound by the word that opens it.
void bind_by_own_condition(const Tree& tree, std::uint32_t clause, const ActsKnown& known,
                           Act& act) {
    for (const auto c : tree.children(clause)) {
        const bool opens = tree.is(c, {"mark", "advmod", "case"}) &&
                           known.find(Told::Condition, tree.form(c)) != nullptr;
        if (opens) bind_by(tree, c, "conditional", act);
    }
}

void bind_by_heads(const Tree& tree, std::uint32_t verb, const ActsKnown& known, Act& act) {
    auto at = verb;
    for (int step = 0; step < steps_max; ++step) {
        if (tree.is(at, {"advcl"})) bind_by_own_condition(tree, at, known, act);
        const auto up = tree.head(at);
        if (up < 0) return;
        const auto above = static_cast<std::uint32_t>(up);
        const auto* entry = hedge(tree, above, known);
        const auto to = tree.child(at, "mark", "to");
        const bool complement = tree.is(at, {"xcomp", "ccomp", "csubj"});
        const bool purpose = tree.is(at, {"advcl", "acl"}) && to >= 0;
        if (tree.is(at, {"conj"})) {
            bind_by_first(tree, at, above, known, act);
        } else if ((complement || purpose) && entry != nullptr) {
            bind_by(tree, above, entry->type, act);
            bind_by_children(tree, above, known, Own::All, act);
        } else if (purpose) {
            bind_by(tree, static_cast<std::uint32_t>(to), "future", act);
            return;
        } else if (tree.is(at, {"xcomp"})) {
            bind_by_children(tree, above, known, Own::All, act);
        } else if (!complement) {
            return;
        }
        at = above;
    }
}

}  // namespace

void bind_by_cue(const values::Marks& marks, const values::Claim& claim, std::string_view text,
                 const ActsKnown& known, Act& act) {
    const Tree tree(marks.sentences[claim.sentence], text);
    for (std::uint32_t i = 0; i < tree.size(); ++i) {
        if (!claim.cue.contains(tree.word(i).span)) continue;
        const auto* entry = hedge(tree, i, known);
        if (entry == nullptr) continue;
        const bool verb = tree.word(i).part == "VERB";
        if (verb || entry->type == "reported") bind_by(tree, i, entry->type, act);
    }
}

void bind(const Tree& tree, const Trigger& trigger, const ActsKnown& known, Act& act) {
    bind_by_children(tree, trigger.clause, known, Own::All, act);
    if (trigger.kind == TriggerKind::Noun) {
        const auto no = denier(tree, trigger.word, known);
        if (no >= 0) bind_by(tree, static_cast<std::uint32_t>(no), "negated", act);
        const auto* entry = hedge(tree, trigger.clause, known);
        if (entry != nullptr) bind_by(tree, trigger.clause, entry->type, act);
    }
    // "is due to leave": the parser may take "due to" for a mark.
    for (const auto c : tree.children(trigger.clause)) {
        const auto* entry = hedge(tree, c, known);
        if (tree.is(c, {"mark"}) && entry != nullptr) bind_by(tree, c, entry->type, act);
    }
    bind_by_heads(tree, trigger.clause, known, act);
}

}  // namespace sitrep::extract
