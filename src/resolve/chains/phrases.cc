#include "resolve/chains/phrases.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "lookup/folded.h"

namespace sitrep::resolve::chains {
namespace {

using values::Being;
using values::Entity;
using values::EntityType;
using values::Form;
using values::Gender;
using values::Number;
using values::Word;

constexpr std::int32_t none = -1;

// ASCII letters alone.
std::string lowered(std::string_view word) {
    std::string out(word);
    for (char& c : out) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return out;
}

// What one sentence is read with.
struct Reading {
    std::string_view text;
    const Tree& tree;
    const BeingsKnown& known;
    std::vector<std::int32_t> entity_of;     // by word: the entity that holds it
    std::vector<std::uint32_t> entity_head;  // by entity

    const Word& at(std::uint32_t word) const { return tree.at(word); }
    std::string_view form(std::uint32_t word) const { return at(word).span.of(text); }
    const Entity* headed_entity(std::uint32_t word) const {
        const std::int32_t entity = entity_of[word];
        if (entity == none || entity_head[static_cast<std::size_t>(entity)] != word) return nullptr;
        return &tree.sentence().entities[static_cast<std::size_t>(entity)];
    }
};

// The entity that a word heads; "Jana Sol" too where the tree hangs her on "leader" before her.
const Entity* naming_entity(const Reading& read, std::uint32_t w) {
    const Entity* own = read.headed_entity(w);
    if (own || read.at(w).part != "NOUN") return own;
    for (const std::uint32_t child : read.tree.under(w)) {
        const Entity* entity = read.headed_entity(child);
        const bool person = entity && entity->type == EntityType::Person;
        if (person && child == w + 1 && relates(read.at(child), "flat")) return entity;
    }
    return nullptr;
}

Reading reading(std::string_view text, const Tree& tree, const BeingsKnown& known) {
    const values::MarkedSentence& sentence = tree.sentence();
    Reading out{text, tree, known, std::vector<std::int32_t>(sentence.words.size(), none), {}};
    for (std::size_t i = 0; i < sentence.entities.size(); ++i) {
        const Entity& entity = sentence.entities[i];
        std::uint32_t head = entity.last;
        for (std::uint32_t w = entity.last + 1; w-- > entity.first;) {
            out.entity_of[w] = static_cast<std::int32_t>(i);
            const std::int32_t above = sentence.words[w].head;
            if (above < static_cast<std::int32_t>(entity.first) ||
                above > static_cast<std::int32_t>(entity.last)) {
                head = w;
            }
        }
        out.entity_head.push_back(head);
    }
    return out;
}

bool is_capital(std::string_view form) {
    return !form.empty() && ((form[0] >= 'A' && form[0] <= 'Z') || (form[0] & 0x80) != 0);
}

bool names_somebody(EntityType type) {
    switch (type) {
        case EntityType::Person:
        case EntityType::Organisation:
        case EntityType::ArmedGroup:
        case EntityType::GeoPolitical:
        case EntityType::Location:
        case EntityType::Facility:
            return true;
        default:
            return false;
    }
}

// Words that stand inside another phrase: "police" in "police chief", "Osei" in "Ana Osei".
bool is_inner(const Word& word) {
    for (const std::string_view kind : {"compound", "flat", "fixed", "goeswith", "amod", "case"}) {
        if (relates(word, kind)) return true;
    }
    return word.relation == "nmod:desc";
}

// "army" in "army spokesman".
bool is_body_before(const Reading& read, std::uint32_t w) {
    const Word& word = read.at(w);
    if (word.part != "NOUN" || word.relation != "compound" || read.entity_of[w] != none)
        return false;
    const BeingWord* noun = read.known.find(WordKind::Noun, word.lemma);
    return noun != nullptr && noun->being == Being::Body;
}

// "The SSC" names somebody though it is taken for a noun; "the CEO" and "a TV" do not.
bool is_acronym(const Reading& read, std::uint32_t w) {
    const std::string_view form = read.form(w);
    const bool the = w > 0 && lowered(read.form(w - 1)) == "the";
    return the && form.size() > 1 && read.known.noun(lowered(form)) == nullptr &&
           std::all_of(form.begin(), form.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

enum class HeadOf { Nothing, Name, Noun, Pronoun };

HeadOf head_of(const Reading& read, std::uint32_t w) {
    const Word& word = read.at(w);
    if (word.part == "PRON") {
        const auto* pronoun = read.known.find(WordKind::Pronoun, lowered(read.form(w)));
        if (pronoun) return relates(word, "expl") ? HeadOf::Nothing : HeadOf::Pronoun;
        const auto* noun = read.known.find(WordKind::Noun, lowered(read.form(w)));
        return noun ? HeadOf::Noun : HeadOf::Nothing;
    }
    const Entity* entity = read.headed_entity(w);
    const bool named = entity && names_somebody(entity->type) && is_capital(read.form(w));
    if (!entity && naming_entity(read, w)) return HeadOf::Name;
    if (word.part != "NOUN" && word.part != "PROPN") {
        return named && word.part != "DET" && !is_inner(word) ? HeadOf::Name : HeadOf::Nothing;
    }
    if (is_inner(word)) {
        if (named && !relates(word, "flat")) return HeadOf::Name;
        return is_body_before(read, w) ? HeadOf::Noun : HeadOf::Nothing;
    }
    if (read.entity_of[w] != none && !entity && !(word.part == "PROPN" && relates(word, "nmod"))) {
        return HeadOf::Nothing;
    }
    if (word.part == "PROPN" || (named && w > 0) || is_acronym(read, w)) return HeadOf::Name;
    return read.known.find(WordKind::Time, word.lemma) ? HeadOf::Nothing : HeadOf::Noun;
}

bool belongs_before(const Word& word) {
    for (const std::string_view kind :
         {"det", "amod", "nummod", "compound", "flat", "advmod", "nmod"}) {
        if (relates(word, kind)) return true;
    }
    return false;
}

std::uint32_t first_word(const Tree& tree, std::uint32_t w) {
    std::uint32_t first = w;
    for (const std::uint32_t child : tree.under(w)) {
        if (child < w && belongs_before(tree.at(child))) {
            first = std::min(first, first_word(tree, child));
        }
    }
    return first;
}

void find_extent(const Reading& read, std::uint32_t w, Phrase& phrase) {
    phrase.first = first_word(read.tree, w);
    phrase.last = w;
    for (const std::uint32_t child : read.tree.under(w)) {
        const Word& word = read.at(child);
        if (child > w && (relates(word, "flat") || relates(word, "compound"))) {
            phrase.last = std::max(phrase.last, child);
        }
    }
    if (const Entity* entity = naming_entity(read, w); entity && phrase.form == Form::Name) {
        phrase.first = std::min(phrase.first, entity->first);
        phrase.last = std::max(phrase.last, entity->last);
    }
}

void add_role(const BeingsKnown& known, const std::string& lemma, Phrase& phrase) {
    phrase.roles.push_back(lemma);
    const BeingWord* noun = known.noun(lemma);
    if (noun == nullptr) noun = known.find(WordKind::Title, lemma);
    if (noun == nullptr) return;
    if (phrase.gender == Gender::Unknown) phrase.gender = noun->gender;
    if (phrase.being == Being::Unknown) phrase.being = noun->being;
    phrase.called.insert(phrase.called.end(), noun->called.begin(), noun->called.end());
}

// "foreign minister" tells more than "minister".
const BeingWord* noun_with_modifier(const Reading& read, std::uint32_t w) {
    for (const std::uint32_t child : read.tree.under(w)) {
        if (child + 1 != w) continue;
        const std::string both = lowered(read.form(child)) + " " + lowered(read.at(w).lemma);
        if (const BeingWord* found = read.known.find(WordKind::Noun, both)) return found;
    }
    return nullptr;
}

bool is_title(const Reading& read, std::uint32_t w) {
    if (read.at(w).relation == "nmod:desc") return true;
    return read.known.find(WordKind::Title, lowered(read.form(w))) != nullptr;
}

void read_title(const Reading& read, std::uint32_t w, Phrase& phrase) {
    if (const BeingWord* both = noun_with_modifier(read, w)) {
        phrase.called.insert(phrase.called.end(), both->called.begin(), both->called.end());
    }
    const std::string form = lowered(read.form(w));
    add_role(read.known, read.known.find(WordKind::Title, form) ? form : lowered(read.at(w).lemma),
             phrase);
}

void read_name(const Reading& read, std::uint32_t w, Phrase& phrase) {
    const Entity* entity = naming_entity(read, w);
    std::vector<bool> in_name(read.entity_of.size(), false);
    in_name[w] = true;
    for (const std::uint32_t child : read.tree.under(w)) {
        const Word& word = read.at(child);
        const bool names = relates(word, "flat") || relates(word, "goeswith") ||
                           (relates(word, "compound") && word.part == "PROPN");
        if (names) in_name[child] = true;
        if (is_title(read, child)) {
            read_title(read, child, phrase);
            in_name[child] = false;
        }
    }
    if (entity) {
        phrase.is_person_entity = entity->type == EntityType::Person;
        for (std::uint32_t i = entity->first; i <= entity->last; ++i) {
            in_name[i] =
                !is_title(read, i) && !read.tree.within(i, w) ? in_name[i] : !is_title(read, i);
        }
    }
    for (std::uint32_t i = 0; i < in_name.size(); ++i) {
        const Word& word = read.at(i);
        if (!in_name[i] || word.part == "PUNCT" || word.part == "DET" || word.part == "PART") {
            continue;
        }
        std::string folded = lookup::folded(read.form(i));
        if (!folded.empty()) phrase.name.push_back(std::move(folded));
    }
    // "Minister Osei" where the tree takes the title for a part of the name.
    while (phrase.is_person_entity && phrase.name.size() > 1) {
        const BeingWord* title = read.known.find(WordKind::Noun, phrase.name.front());
        if (title == nullptr || title->being != Being::Person) break;
        add_role(read.known, phrase.name.front(), phrase);
        phrase.name.erase(phrase.name.begin());
    }
}

bool can_act(Being being) { return being == Being::Body || being == Being::State; }

Being being_of(EntityType type) {
    switch (type) {
        case EntityType::Person:
        case EntityType::Nationality:
            return Being::Person;
        case EntityType::Organisation:
        case EntityType::ArmedGroup:
            return Being::Body;
        case EntityType::GeoPolitical:
            return Being::State;
        case EntityType::Location:
        case EntityType::Facility:
            return Being::Place;
        default:
            return Being::Thing;
    }
}

// "the State Council" is a council; of any body we may say "the organisation".
void tell_kind(const BeingsKnown& known, Phrase& phrase) {
    for (const std::string& word : phrase.name) {
        const BeingWord* noun = known.find(WordKind::Noun, word);
        if (noun == nullptr || !can_act(noun->being)) continue;
        phrase.called.push_back(word);
        phrase.called.insert(phrase.called.end(), noun->called.begin(), noun->called.end());
    }
    // "the Border Service" is a service.
    if (phrase.being == Being::Body && phrase.name.size() > 1) {
        phrase.called.push_back(phrase.name.back());
    }
    const BeingWord* any = known.find(WordKind::Name, values::name(phrase.being));
    if (any) phrase.called.insert(phrase.called.end(), any->called.begin(), any->called.end());
}

void tell_name(const Reading& read, std::uint32_t w, Phrase& phrase) {
    const bool many = has_feature(read.at(w), "Number=Plur");
    phrase.number = many ? Number::Many : Number::One;
    if (const Entity* entity = naming_entity(read, w)) phrase.being = being_of(entity->type);
    if (phrase.name.empty()) return;
    const std::string& first = phrase.name.front();
    const bool borne = read.known.is_given_name(first);
    if (phrase.being == Being::Unknown && borne) phrase.being = Being::Person;
    if (phrase.being == Being::Unknown) {
        if (const BeingWord* noun = read.known.noun(phrase.name.back())) {
            phrase.being = noun->being;
            phrase.gender = noun->gender;
            // "the Department Spokesperson" is a spokesperson.
            phrase.called.insert(phrase.called.end(), noun->called.begin(), noun->called.end());
        }
    }
    if (phrase.being == Being::Person && phrase.gender == Gender::Unknown && borne) {
        phrase.gender = read.known.gender(first);
    }
    if (phrase.being == Being::Body || phrase.being == Being::State) {
        tell_kind(read.known, phrase);
    }
    // An organisation is "it" and "they".
    if (phrase.being == Being::Body) phrase.number = Number::Unknown;
}

void tell_noun(const Reading& read, std::uint32_t w, Phrase& phrase) {
    phrase.noun = lowered(read.at(w).lemma);
    phrase.number = read.at(w).part == "PRON"                ? Number::Unknown
                    : has_feature(read.at(w), "Number=Plur") ? Number::Many
                                                             : Number::One;
    const BeingWord* noun = read.known.noun(phrase.noun);
    if (noun == nullptr) noun = read.known.noun(lowered(read.form(w)));
    const BeingWord* both = noun_with_modifier(read, w);
    for (const BeingWord* found : {both, noun}) {
        if (found == nullptr) continue;
        if (phrase.being == Being::Unknown) phrase.being = found->being;
        if (phrase.gender == Gender::Unknown) phrase.gender = found->gender;
        if (found->many) phrase.number = Number::Many;
        phrase.called.insert(phrase.called.end(), found->called.begin(), found->called.end());
    }
    if (const Entity* entity = read.headed_entity(w); entity && phrase.being == Being::Unknown) {
        phrase.being = being_of(entity->type);
    }
    if (phrase.being == Being::Body && phrase.number == Number::One)
        phrase.number = Number::Unknown;
}

void tell_pronoun(const Reading& read, std::uint32_t w, Phrase& phrase) {
    const BeingWord* row = read.known.find(WordKind::Pronoun, lowered(read.form(w)));
    phrase.person = row->is("first") ? 1 : row->is("second") ? 2 : 3;
    phrase.reflexive = row->is("reflexive");
    phrase.possessive = read.at(w).relation == "nmod:poss";
    phrase.gender = row->gender;
    if (row->gender != Gender::Unknown || phrase.person != 3) phrase.being = Being::Person;
    if (row->is("one")) phrase.number = Number::One;
    if (row->many) phrase.number = Number::Many;
}

void read_modifiers(const Reading& read, std::uint32_t w, Phrase& phrase) {
    for (const std::uint32_t child : read.tree.under(w)) {
        const Word& word = read.at(child);
        const std::string form = lowered(read.form(child));
        const BeingWord* article = read.known.find(WordKind::Article, form);
        if (article && article->is("other")) phrase.other = true;
        if (word.relation == "nmod:poss") {
            phrase.article = Article::Possessive;
            phrase.owner = static_cast<std::int32_t>(child);
        } else if (relates(word, "det")) {
            phrase.article = article == nullptr             ? Article::Indefinite
                             : article->is("definite")      ? Article::Definite
                             : article->is("demonstrative") ? Article::Demonstrative
                                                            : Article::Indefinite;
        } else if (child < w && (relates(word, "amod") || relates(word, "compound") ||
                                 relates(word, "nummod") || relates(word, "nmod"))) {
            phrase.modifiers.push_back(lowered(word.lemma));
            for (const std::uint32_t below : read.tree.under(child)) {
                if (read.at(below).part != "PUNCT") {
                    phrase.modifiers.push_back(lowered(read.at(below).lemma));
                }
            }
        } else if (child > w && (relates(word, "nmod") || relates(word, "acl"))) {
            const bool aside = relates(word, "acl") && w + 1 < read.entity_of.size() &&
                               read.form(w + 1) == ",";  // "the man, who is 34": no other man
            if (aside) continue;
            phrase.narrowed = true;
            phrase.modifiers.push_back(lowered(word.lemma));
        }
    }
    std::sort(phrase.modifiers.begin(), phrase.modifiers.end());
}

Phrase phrase_of(const Reading& read, std::uint32_t sentence, std::uint32_t w, HeadOf kind) {
    Phrase phrase;
    phrase.head = {sentence, w};
    phrase.form = kind == HeadOf::Name   ? Form::Name
                  : kind == HeadOf::Noun ? Form::Noun
                                         : Form::Pronoun;
    phrase.first = phrase.last = w;
    if (kind == HeadOf::Pronoun) {
        tell_pronoun(read, w, phrase);
        return phrase;
    }
    find_extent(read, w, phrase);
    read_modifiers(read, w, phrase);
    if (kind == HeadOf::Name) {
        read_name(read, w, phrase);
        tell_name(read, w, phrase);
    } else {
        tell_noun(read, w, phrase);
    }
    return phrase;
}

// "Osei and Rell": one phrase over both, beside their own.
std::optional<Phrase> coordination(const Tree& tree, const Phrases& found, std::uint32_t first) {
    const Phrase& front = found.phrases[first];
    Phrase whole = front;
    whole.parts.push_back(first);
    for (const std::uint32_t child : tree.under(front.head.word)) {
        if (!relates(tree.at(child), "conj")) continue;
        const std::int32_t part = found.headed_by({front.head.sentence, child});
        if (part == none) continue;
        const Phrase& member = found.phrases[static_cast<std::size_t>(part)];
        whole.parts.push_back(static_cast<std::uint32_t>(part));
        whole.last = std::max(whole.last, member.last);
        if (member.being != whole.being) whole.being = Being::Unknown;
    }
    if (whole.parts.size() < 2) return std::nullopt;
    Phrase group;
    group.head = front.head;
    group.first = front.first;
    group.last = whole.last;
    group.being = whole.being;
    group.number = Number::Many;
    group.parts = std::move(whole.parts);
    return group;
}

}  // namespace

Phrases phrases(const values::Report& report, const values::Marks& marks,
                const BeingsKnown& known) {
    Phrases found;
    found.trees.reserve(marks.sentences.size());
    for (std::uint32_t s = 0; s < marks.sentences.size(); ++s) {
        const Tree& tree = found.trees.emplace_back(marks.sentences[s]);
        const std::size_t count = marks.sentences[s].words.size();
        auto& heads = found.heads.emplace_back(count, none);
        const Reading read = reading(report.text, tree, known);
        const std::size_t begin = found.phrases.size();
        for (std::uint32_t w = 0; w < count; ++w) {
            const HeadOf kind = head_of(read, w);
            if (kind == HeadOf::Nothing) continue;
            heads[w] = static_cast<std::int32_t>(found.phrases.size());
            found.phrases.push_back(phrase_of(read, s, w, kind));
        }
        const std::size_t end = found.phrases.size();
        for (std::size_t i = begin; i < end; ++i) {
            const auto place = static_cast<std::uint32_t>(i);
            if (auto group = coordination(tree, found, place)) {
                found.phrases.push_back(std::move(*group));
            }
        }
    }
    return found;
}

}  // namespace sitrep::resolve::chains
