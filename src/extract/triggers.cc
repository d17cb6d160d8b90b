#include "extract/triggers.h"

#include <algorithm>
#include <string_view>

#include "extract/phrases.h"

namespace sitrep::extract {
namespace {

using Entry = ActsKnown::Entry;

const Entry* told(const Tree& tree, std::uint32_t i, Told what, const ActsKnown& known) {
    return known.find(what, tree.form(i), tree.word(i).lemma);
}

bool same_word(const Tree& tree, std::uint32_t i, std::string_view wanted) {
    const auto form = tree.form(i);
    return form == wanted || tree.word(i).lemma == wanted ||
           (form.size() == wanted.size() + 1 && form.starts_with(wanted) && form.ends_with('s'));
}

bool heads_clause(const Tree& tree, std::uint32_t verb) {
    return !tree.is(verb, {"amod", "compound", "case", "aux", "nmod", "fixed", "cop"});
}

// Somebody to whom a place may fall: no number, no time, and a name of men or a noun in the plural.
bool may_hold(const Tree& tree, std::uint32_t i, const ActsKnown& known) {
    if (tree.word(i).part == "NUM" || is_time(tree, i, known)) return false;
    for (const auto& entity : tree.sentence().entities) {
        const bool men = entity.type == values::EntityType::ArmedGroup ||
                         entity.type == values::EntityType::Organisation ||
                         entity.type == values::EntityType::GeoPolitical ||
                         entity.type == values::EntityType::Nationality;
        if (men && entity.first <= i && i <= entity.last) return true;
    }
    return tree.word(i).part == "NOUN" && tree.has_feature(i, "Number=Plur");
}

bool is_place(const Tree& tree, std::uint32_t i, const ActsKnown& known) {
    if (told(tree, i, Told::Place, known) != nullptr) return true;
    for (const auto& entity : tree.sentence().entities) {
        const bool place = entity.type == values::EntityType::GeoPolitical ||
                           entity.type == values::EntityType::Location ||
                           entity.type == values::EntityType::Facility;
        if (place && entity.first <= i && i <= entity.last) return true;
    }
    return false;
}

// "under rebel control", "in the hands of the Front": who holds it stands with the noun; "the fire
// is under control" is none.
bool names_holder(const Tree& tree, std::uint32_t noun) {
    const auto& below = tree.children(noun);
    return std::any_of(below.begin(), below.end(), [&](std::uint32_t c) {
        return tree.is(c, {"nmod", "compound", "amod"});
    });
}

// Does a child of the verb make the phrase with it?
bool makes(const Tree& tree, std::uint32_t child, const Phrase& phrase, const ActsKnown& known) {
    const auto verb = static_cast<std::uint32_t>(tree.head(child));
    if (phrase.preposition.empty()) {
        const bool object = tree.is(child, {"obj"}) || tree.word(child).relation == "nsubj:pass";
        if (phrase.noun == "#") return object && is_place(tree, child, known);
        const bool near = object || tree.is(child, {"compound", "advmod", "xcomp", "iobj"}) ||
                          (tree.is(child, {"obl"}) && tree.child(child, "case") < 0);
        return near && same_word(tree, child, phrase.noun);
    }
    if (!tree.is(child, {"obl", "nmod", "advcl"})) return false;
    if (tree.child(child, "case", phrase.preposition) < 0) return false;
    if (phrase.noun == "#") return is_place(tree, child, known);
    if (phrase.noun != "*") {
        return same_word(tree, child, phrase.noun) && (!phrase.loses || names_holder(tree, child));
    }
    const auto subject = tree.child(verb, "nsubj");
    return subject >= 0 && is_place(tree, static_cast<std::uint32_t>(subject), known) &&
           may_hold(tree, child, known);
}

std::optional<std::uint32_t> phrase_noun(const Tree& tree, std::uint32_t verb, const Phrase& phrase,
                                         const ActsKnown& known) {
    for (const auto c : tree.children(verb)) {
        if (makes(tree, c, phrase, known)) return c;
    }
    return std::nullopt;
}

// "is in control": the noun stands where the verb would.
std::optional<Trigger> standing_phrase(const Tree& tree, std::uint32_t i, const ActsKnown& known) {
    if (tree.child(i, "cop") < 0) return std::nullopt;
    for (const auto& phrase : known.phrases("be", "be")) {
        if (!same_word(tree, i, phrase.noun) || (phrase.loses && !names_holder(tree, i))) continue;
        if (!phrase.preposition.empty() && tree.child(i, "case", phrase.preposition) < 0) continue;
        Trigger out{TriggerKind::Phrase, i, i, phrase.type, "act:be " + phrase.noun};
        out.noun = static_cast<std::int32_t>(i);
        out.loses = phrase.loses;
        return out;
    }
    return std::nullopt;
}

Trigger phrase_trigger(const Tree& tree, std::uint32_t verb, const Phrase& phrase,
                       std::uint32_t noun, const ActsKnown& known) {
    Trigger out;
    out.word = out.clause = verb;
    out.type = phrase.type;
    out.rule = "act:" + told(tree, verb, Told::Phrase, known)->lemma;
    if (phrase.noun == "#") return out;  // the place is the verb's own object
    out.kind = TriggerKind::Phrase;
    out.noun = static_cast<std::int32_t>(noun);
    out.loses = phrase.loses;
    out.holder = phrase.noun == "*";
    if (!out.holder) out.rule += " " + phrase.noun;
    return out;
}

// "a quake struck", "protests erupted": the noun tells the act, the verb only serves it.
bool serves_noun(const Tree& tree, std::uint32_t verb, const ActsKnown& known) {
    const auto subject = tree.child(verb, "nsubj");
    return subject >= 0 && tree.child(verb, "obj") < 0 &&
           told(tree, verb, Told::Light, known) != nullptr &&
           told(tree, static_cast<std::uint32_t>(subject), Told::Noun, known) != nullptr;
}

std::optional<Trigger> verb_trigger(const Tree& tree, std::uint32_t i, const ActsKnown& known) {
    if (!heads_clause(tree, i)) return std::nullopt;
    for (const auto& phrase : known.phrases(tree.form(i), tree.word(i).lemma)) {
        const auto noun = phrase_noun(tree, i, phrase, known);
        if (!noun) continue;
        if (phrase.type == "-") return std::nullopt;
        return phrase_trigger(tree, i, phrase, *noun, known);
    }
    const auto* verb = told(tree, i, Told::Verb, known);
    if (verb == nullptr || serves_noun(tree, i, known)) return std::nullopt;
    return Trigger{TriggerKind::Verb, i, i, verb->type, "act:" + verb->lemma};
}

// The verb that makes an act of an act noun: light, or a hedge at most one noun further up
// ("denied information about talks").
std::optional<std::uint32_t> lending_verb(const Tree& tree, std::uint32_t noun,
                                          const ActsKnown& known) {
    auto at = noun;
    for (int step = 0; step < 2; ++step) {
        const auto up = tree.head(at);
        if (up < 0) return std::nullopt;
        const auto above = static_cast<std::uint32_t>(up);
        const bool object = tree.is(at, {"obj"}) || tree.word(at).relation == "nsubj:pass";
        const bool topic = tree.is(at, {"obl", "nmod"}) && (tree.child(at, "case", "for") >= 0 ||
                                                            tree.child(at, "case", "about") >= 0 ||
                                                            tree.child(at, "case", "of") >= 0);
        const bool subject = tree.is(at, {"nsubj"});
        if (tree.is(above, {"amod", "case", "aux"})) return std::nullopt;
        // "called the blast an attack" only gives it a name.
        const auto named = tree.child(above, "xcomp");
        if (object && named >= 0 && tree.word(static_cast<std::uint32_t>(named)).part != "VERB") {
            return std::nullopt;
        }
        if (step == 0 && (object || subject) && told(tree, above, Told::Light, known) != nullptr) {
            return above;
        }
        if (step == 0 && subject && tree.child(above, "expl") >= 0) return above;
        const bool verb = tree.word(above).part == "VERB";
        if (verb && (object || (topic && step == 0)) &&
            told(tree, above, Told::Hedge, known) != nullptr) {
            return above;
        }
        if (verb || !topic) return std::nullopt;
        at = above;
    }
    return std::nullopt;
}

std::optional<Trigger> noun_trigger(const Tree& tree, std::uint32_t i, const ActsKnown& known) {
    const auto* noun = told(tree, i, Told::Noun, known);
    if (noun == nullptr) return std::nullopt;
    const auto verb = lending_verb(tree, i, known);
    if (!verb) return std::nullopt;
    return Trigger{TriggerKind::Noun, i, *verb, noun->type, "act:" + noun->lemma};
}

// "there are four wounded and one killed": the first of them tells it.
std::optional<Trigger> harmed_trigger(const Tree& tree, std::uint32_t i, const ActsKnown& known) {
    const auto* harmed = known.find(Told::Harmed, tree.form(i));
    if (harmed == nullptr) return std::nullopt;
    for (auto at = i; tree.head(at) >= 0;) {
        const auto up = static_cast<std::uint32_t>(tree.head(at));
        if (tree.is(at, {"nsubj"}) && tree.child(up, "expl") >= 0) {
            for (const auto w : tree.below(at)) {
                if (w < i && known.find(Told::Harmed, tree.form(w)) != nullptr) return std::nullopt;
            }
            return Trigger{TriggerKind::Harmed, i, up, harmed->type, "act:" + harmed->lemma};
        }
        if (!tree.is(at, {"conj", "amod", "acl", "nmod"})) return std::nullopt;
        at = up;
    }
    return std::nullopt;
}

}  // namespace

std::optional<Trigger> trigger(const Tree& tree, std::uint32_t i, const ActsKnown& known) {
    if (auto harmed = harmed_trigger(tree, i, known)) return harmed;
    if (auto standing = standing_phrase(tree, i, known)) return standing;
    const auto& part = tree.word(i).part;
    if (part == "VERB") return verb_trigger(tree, i, known);
    if (part == "NOUN" || part == "PROPN") return noun_trigger(tree, i, known);
    return std::nullopt;
}

}  // namespace sitrep::extract
