#include "extract/acts.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "extract/bounds.h"
#include "extract/clauses.h"
#include "extract/dateline.h"
#include "extract/ids.h"
#include "extract/particulars.h"
#include "extract/phrases.h"
#include "extract/tree.h"
#include "extract/triggers.h"

namespace sitrep::extract {
namespace {

using values::Act;
using values::Span;

struct Roles {
    std::int32_t actor = nobody;
    std::int32_t object = nobody;
};

// The noun's own phrase behind one of those prepositions: "control of the town".
std::int32_t behind(const Tree& tree, const ActsKnown& known, std::uint32_t noun,
                    std::initializer_list<std::string_view> prepositions) {
    for (const auto c : tree.children(noun)) {
        if (!tree.is(c, {"nmod", "obl"}) || c < noun) continue;
        for (const auto preposition : prepositions) {
            if (tree.child(c, "case", preposition) >= 0 && !is_time(tree, c, known)) {
                return static_cast<std::int32_t>(c);
            }
        }
    }
    return nobody;
}

// "reported five soldiers killed": a bare participle that harms says whom, not who.
bool bare_harm(const Tree& tree, const Trigger& trigger) {
    const auto i = trigger.clause;
    return (trigger.type == "ASSAULT" || trigger.type == "HARM") &&
           tree.has_feature(i, "VerbForm=Part") && !tree.has_feature(i, "Tense=Pres") &&
           tree.child(i, "aux") < 0 && tree.child(i, "obj") < 0 && !tree.form(i).ends_with("ing") &&
           tree.child(i, "nsubj") >= 0;
}

Roles verb_roles(const Tree& tree, const Trigger& trigger, const CutClause& cut) {
    if (cut.passive || bare_harm(tree, trigger)) return {cut.agent, cut.subject};
    // Who dies does nothing.
    const bool suffers = trigger.type == "HARM" && cut.object == nobody;
    if (suffers) return {nobody, cut.subject};
    return {cut.subject, cut.object};
}

Roles phrase_roles(const Tree& tree, const Trigger& trigger, const CutClause& cut,
                   const ActsKnown& known) {
    const auto noun = static_cast<std::uint32_t>(trigger.noun);
    const auto of = behind(tree, known, noun, {"of", "over"});
    if (trigger.loses) return {trigger.holder ? trigger.noun : of, cut.subject};
    const bool noun_is_subject = cut.subject == trigger.noun;
    if (cut.passive && !noun_is_subject) return {cut.agent, cut.subject};
    const auto actor = noun_is_subject ? cut.agent : cut.subject;
    if (of != nobody) return {actor, of};
    return {actor, cut.object == trigger.noun ? nobody : cut.object};
}

Roles noun_roles(const Tree& tree, const Trigger& trigger, const CutClause& cut,
                 const ActsKnown& known) {
    const bool subject = cut.subject == static_cast<std::int32_t>(trigger.word);
    auto object = behind(tree, known, trigger.word, {"on", "against", "to"});
    if (object == nobody) object = behind(tree, known, trigger.clause, {"on", "against"});
    if (subject) {
        auto actor = behind(tree, known, trigger.word, {"between", "by"});
        if (actor == nobody && cut.passive) actor = cut.agent;
        return {actor, object};
    }
    return {cut.passive ? cut.agent : cut.subject, object};
}

Roles roles(const Tree& tree, const Trigger& trigger, const CutClause& cut,
            const ActsKnown& known) {
    switch (trigger.kind) {
        case TriggerKind::Verb:
            return verb_roles(tree, trigger, cut);
        case TriggerKind::Phrase:
            return phrase_roles(tree, trigger, cut, known);
        case TriggerKind::Noun:
            return noun_roles(tree, trigger, cut, known);
        case TriggerKind::Harmed:
            return {};
    }
    return {};
}

std::optional<Span> role(const Tree& tree, std::int32_t noun, const ActsKnown& known) {
    if (noun < 0) return std::nullopt;
    auto head = static_cast<std::uint32_t>(noun);
    // "dozens of soldiers fleeing": the parser may hang the participle on either.
    while (tree.relation(head) == "nmod" && tree.child(head, "case", "of") >= 0 &&
           known.find(Told::Count, tree.form(static_cast<std::uint32_t>(tree.head(head)))) !=
               nullptr) {
        head = static_cast<std::uint32_t>(tree.head(head));
    }
    if (is_time(tree, head, known) && tree.word(head).part != "PROPN") return std::nullopt;
    const auto of = tree.child(head, "nmod");  // "by the end of 1972" is no doer
    if (of >= 0 && is_time(tree, static_cast<std::uint32_t>(of), known) &&
        tree.child(static_cast<std::uint32_t>(of), "case", "of") >= 0 &&
        tree.relation(head) == "obl") {
        return std::nullopt;
    }
    return outer(tree, role_phrase(tree, head, known));
}

// "a number of men wounded … is up to 100 people": participles behind the subject of a standing
// number are told by that whole clause; so are those behind the object of a verb ("lost 100 men
// killed and captured").
std::uint32_t telling_clause(const Tree& tree, const Trigger& trigger) {
    auto at = trigger.clause;
    while (tree.word(at).relation == "conj" && tree.head(at) >= 0) {
        at = static_cast<std::uint32_t>(tree.head(at));
    }
    const bool bare =
        tree.child(trigger.clause, "obl") < 0 && tree.child(trigger.clause, "obj") < 0;
    if (trigger.kind != TriggerKind::Verb || tree.word(at).relation != "acl" || !bare) {
        return trigger.clause;
    }
    for (at = static_cast<std::uint32_t>(tree.head(at)); tree.relation(at) == "nmod";) {
        at = static_cast<std::uint32_t>(tree.head(at));
    }
    if (tree.head(at) < 0) return trigger.clause;
    const auto above = static_cast<std::uint32_t>(tree.head(at));
    const bool standing =
        tree.is(at, {"nsubj"}) && tree.child(above, "cop") >= 0 && tree.child(above, "nummod") >= 0;
    const bool told =
        tree.is(at, {"obj"}) && tree.child(at, "nummod") >= 0 && tree.word(above).part == "VERB";
    return standing || told ? above : trigger.clause;
}

// What stands in brackets explains: "the Front (banned in Velia)".
bool in_brackets(const Tree& tree, std::uint32_t word) {
    int open = 0;
    for (std::uint32_t i = 0; i < word; ++i) {
        const auto form = tree.form(i);
        if (form == "(" || form == "[") ++open;
        if ((form == ")" || form == "]") && open > 0) --open;
    }
    for (auto i = word; open > 0 && i < tree.size(); ++i) {
        if (tree.form(i) == ")" || tree.form(i) == "]") return true;
    }
    return false;
}

// A bare past participle beside the clause tells no act of its subject ("said in a statement
// released Tuesday"), unless it tells harm ("wounded in the leg, he fled").
bool only_describes(const Tree& tree, const Trigger& trigger) {
    const auto i = trigger.clause;
    return trigger.kind == TriggerKind::Verb && tree.relation(i) == "advcl" &&
           tree.has_feature(i, "VerbForm=Part") && !tree.has_feature(i, "Tense=Pres") &&
           tree.child(i, "nsubj") < 0 && tree.child(i, "obj") < 0 && tree.child(i, "mark") < 0 &&
           tree.child(i, "aux") < 0 && trigger.type != "ASSAULT" && trigger.type != "HARM" &&
           !tree.form(i).ends_with("ing");
}

// Does it stand in a clause that the saying takes for granted: "promised help as troops withdraw"?
bool aside(const Tree& tree, std::uint32_t word) {
    for (auto at = static_cast<std::int32_t>(word); at >= 0;
         at = tree.head(static_cast<std::uint32_t>(at))) {
        const auto i = static_cast<std::uint32_t>(at);
        const bool clause = tree.relation(i) == "advcl" || tree.word(i).relation == "acl:relcl";
        if (clause && tree.child(i, "mark", "to") < 0) return true;
    }
    return false;
}

std::optional<Act> act(const Tree& tree, std::uint32_t word, const ActsKnown& known) {
    const auto found = trigger(tree, word, known);
    if (!found) return std::nullopt;
    const CutClause cut = cut_clause(tree, found->clause);
    if (in_brackets(tree, word) || only_describes(tree, *found)) return std::nullopt;
    const bool alone = cut.subject == nobody && cut.object == nobody;
    if (alone && found->kind == TriggerKind::Verb)
        return std::nullopt;  // a bare word tells nothing
    const auto [actor, object] = roles(tree, *found, cut, known);
    const auto above = telling_clause(tree, *found);
    const CutClause shown = above == found->clause ? cut : cut_clause(tree, above);
    Act act;
    act.type = found->type;
    act.trigger = tree.word(word).span;
    act.clause = shown.clause;
    act.actor = role(tree, actor, known);
    act.object = role(tree, object, known);
    bind(tree, *found, known, act);
    act.places = places(tree, shown, known);
    act.figures = figures(tree, shown, known);
    act.moments = moments(tree, shown, known);
    act.reason = {found->rule, {act.trigger}, 1.0};
    return act;
}

}  // namespace

std::vector<Act> acts(const values::Report& report, const values::Marks& marks,
                      const std::vector<values::Claim>& claims, const ActsKnown& known) {
    std::vector<Act> out;
    for (std::uint32_t s = 0; s < marks.sentences.size(); ++s) {
        const auto sentence = without_dateline(report, marks.sentences[s]);
        const Tree tree(sentence, report.text);
        for (std::uint32_t i = 0; i < tree.size(); ++i) {
            auto found = act(tree, i, known);
            if (!found) continue;
            const values::Claim* nearest = nullptr;
            for (const auto& claim : claims) {
                if (!claim.content || !claim.content->contains(found->trigger)) continue;
                found->claims.push_back(claim.id);
                if (nearest == nullptr || claim.content->size() < nearest->content->size()) {
                    nearest = &claim;
                }
            }
            if (nearest != nullptr && !aside(tree, i))
                bind_by_cue(marks, *nearest, report.text, known, *found);
            found->sentence = s;
            found->id = id("a_", report.id + " " + found->trigger.print());
            out.push_back(*std::move(found));
        }
    }
    return out;
}

}  // namespace sitrep::extract
