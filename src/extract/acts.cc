#include "extract/acts.h"

#include <algorithm>
#include <string_view>

#include "extract/clauses.h"
#include "extract/ids.h"
#include "extract/tree.h"

namespace sitrep::extract {
namespace {

using values::Act;
using values::EntityType;
using values::Hedge;
using values::Polarity;
using values::Span;

bool heads_clause(const Tree& tree, std::uint32_t verb) {
    const auto relation = tree.relation(verb);
    return relation != "amod" && relation != "compound" && relation != "case" &&
           relation != "aux" && relation != "nmod" && relation != "fixed";
}

Hedge hedge_named(std::string_view name) {
    if (name == "future") return Hedge::Future;
    if (name == "attempted") return Hedge::Attempted;
    return Hedge::Modal;
}

void hedge(Act& act, Hedge hedge, Span by) {
    if (act.hedge == Hedge::None || hedge == Hedge::Conditional) act.hedge = hedge;
    act.bound_by.push_back(by);
}

void negate(Act& act, Span by) {
    act.polarity = Polarity::Negated;
    act.bound_by.push_back(by);
}

bool is_condition(const Tree& tree, std::uint32_t clause) {
    for (const auto c : tree.children(clause)) {
        const auto& lemma = tree.word(c).lemma;
        if (tree.relation(c) == "mark" && (lemma == "if" || lemma == "unless")) return true;
    }
    return false;
}

// The verb's own auxiliaries and adverbs, and conditions hanging on it.
void bind_by_children(const Tree& tree, std::uint32_t verb, const ActsKnown& known, Act& act) {
    for (const auto c : tree.children(verb)) {
        const auto& word = tree.word(c);
        const auto relation = tree.relation(c);
        if (relation == "advmod" && (word.lemma == "not" || word.lemma == "never" ||
                                     word.features.find("Polarity=Neg") != std::string::npos)) {
            negate(act, word.span);
        } else if (relation == "advmod" && (word.lemma == "reportedly" ||
                                            word.lemma == "allegedly" || word.lemma == "possibly" ||
                                            word.lemma == "probably" || word.lemma == "likely")) {
            hedge(act, Hedge::Reported, word.span);
        } else if (relation == "aux" && word.lemma == "will") {
            hedge(act, Hedge::Future, word.span);
        } else if (relation == "aux" && !known.hedge(word.lemma).empty()) {
            hedge(act, hedge_named(known.hedge(word.lemma)), word.span);
        } else if (relation == "advcl" && is_condition(tree, c)) {
            hedge(act, Hedge::Conditional, word.span);
        } else if (relation == "nsubj" && tree.child(c, "det") >= 0 &&
                   tree.word(static_cast<std::uint32_t>(tree.child(c, "det"))).lemma == "no") {
            negate(act, tree.word(static_cast<std::uint32_t>(tree.child(c, "det"))).span);
        }
    }
}

// The verbs above: "promised to send", "denied that it had left", "if they cross".
void bind_by_heads(const Tree& tree, std::uint32_t verb, const ActsKnown& known, Act& act) {
    if (is_condition(tree, verb)) hedge(act, Hedge::Conditional, tree.word(verb).span);
    std::uint32_t at = verb;
    for (int step = 0; step < 3; ++step) {
        const auto relation = tree.relation(at);
        const auto head = tree.word(at).head;
        if (head < 0) return;
        const bool complement = relation == "xcomp" || relation == "ccomp";
        const bool purpose = relation == "advcl" || relation == "acl";
        const auto& above = tree.word(static_cast<std::uint32_t>(head));
        const auto to = tree.child(at, "mark");
        const bool infinitive = to >= 0 && tree.word(static_cast<std::uint32_t>(to)).lemma == "to";
        if (complement && (above.lemma == "deny" || above.lemma == "refuse")) {
            negate(act, above.span);
        } else if (complement && !known.hedge(above.lemma).empty()) {
            hedge(act, hedge_named(known.hedge(above.lemma)), above.span);
        } else if (purpose && infinitive) {
            hedge(act, Hedge::Future, tree.word(static_cast<std::uint32_t>(to)).span);
        } else if (relation != "conj" && !complement) {
            return;
        }
        at = static_cast<std::uint32_t>(head);
    }
}

Span outer(const Tree& tree, const std::vector<std::uint32_t>& words) {
    return tree.word(words.front()).span.joined(tree.word(words.back()).span);
}

bool holds(const std::vector<std::uint32_t>& words, std::uint32_t word) {
    return std::binary_search(words.begin(), words.end(), word);
}

void collect_places(const Tree& tree, const std::vector<std::uint32_t>& words, Act& act) {
    for (const auto& entity : tree.sentence().entities) {
        const bool place = entity.type == EntityType::GeoPolitical ||
                           entity.type == EntityType::Location ||
                           entity.type == EntityType::Facility;
        if (!place || !holds(words, entity.first) || !holds(words, entity.last)) continue;
        act.places.push_back(tree.word(entity.first).span.joined(tree.word(entity.last).span));
    }
}

// A count with its bound and what it counts: "more than 130 other Afghan servicemen".
void collect_figures(const Tree& tree, const std::vector<std::uint32_t>& words, Act& act,
                     const ActsKnown& known) {
    for (const auto i : words) {
        if (tree.relation(i) != "nummod" || tree.word(i).part != "NUM") continue;
        const auto noun = tree.word(i).head;
        if (noun < 0 || known.is_time(tree.word(static_cast<std::uint32_t>(noun)).lemma)) continue;
        const auto bound = tree.below(i);
        const auto last = std::max(i, static_cast<std::uint32_t>(noun));
        act.figures.push_back(tree.word(bound.front()).span.joined(tree.word(last).span));
    }
}

void collect_moments(const Tree& tree, std::uint32_t verb, const std::vector<std::uint32_t>& words,
                     Act& act, const ActsKnown& known) {
    for (const auto c : tree.children(verb)) {
        const auto relation = tree.relation(c);
        if ((relation == "obl" || relation == "advmod") && known.is_time(tree.word(c).lemma) &&
            holds(words, c)) {
            std::vector<std::uint32_t> phrase;
            for (const auto w : tree.below(c)) {
                if (holds(words, w)) phrase.push_back(w);
            }
            if (!phrase.empty()) act.moments.push_back(outer(tree, phrase));
        }
    }
}

}  // namespace

std::vector<Act> acts(const values::Report& report, const values::Marks& marks,
                      const std::vector<values::Claim>& claims, const ActsKnown& known) {
    std::vector<Act> out;
    for (std::uint32_t s = 0; s < marks.sentences.size(); ++s) {
        const Tree tree(marks.sentences[s]);
        for (std::uint32_t i = 0; i < tree.size(); ++i) {
            const auto type = known.type(tree.word(i).lemma, tree.word(i).part);
            if (type.empty() || tree.word(i).part != "VERB" || !heads_clause(tree, i)) continue;
            const CutClause cut = cut_clause(tree, i);
            if (!cut.subject && !cut.object) continue;  // a bare word tells nobody anything
            Act act;
            act.type = type;
            act.trigger = tree.word(i).span;
            act.clause = cut.clause;
            if (cut.subject) act.actor = outer(tree, *cut.subject);
            if (cut.object && !cut.object->empty()) act.object = outer(tree, *cut.object);
            bind_by_children(tree, i, known, act);
            bind_by_heads(tree, i, known, act);
            collect_places(tree, cut.words, act);
            collect_figures(tree, cut.words, act, known);
            collect_moments(tree, i, cut.words, act, known);
            for (const auto& claim : claims) {
                if (claim.content && claim.content->contains(act.trigger)) {
                    act.claims.push_back(claim.id);
                }
            }
            act.sentence = s;
            act.id = id("a_", report.id + " " + act.trigger.print());
            act.reason = {"act:" + tree.word(i).lemma, {act.trigger}, 1.0};
            out.push_back(std::move(act));
        }
    }
    return out;
}

}  // namespace sitrep::extract
