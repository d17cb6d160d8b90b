#include "resolve/actors.h"

#include <algorithm>
#include <utility>

#include "resolve/actors/gathering.h"
#include "resolve/actors/mention.h"
#include "resolve/actors/nouns.h"
#include "resolve/actors/phrase.h"

namespace sitrep::resolve {
namespace {

using values::EntityType;
using values::MarkedSentence;
using values::WordRange;

bool names_actor(EntityType type) {
    return type == EntityType::Person || type == EntityType::Organisation ||
           type == EntityType::ArmedGroup || type == EntityType::GeoPolitical ||
           type == EntityType::Nationality;
}

// Reads the mentions of one report, and knows which words are taken by one.
class Reading {
public:
    Reading(const values::Report& report, const values::Marks& marks, const ActorsKnown& known)
        : report_(report), marks_(marks), known_(known), day_(report.published.date.whole()) {
        for (const auto& sentence : marks.sentences) taken_.emplace_back(sentence.words.size());
    }

    std::optional<Mention> read(WordRange range) {
        if (range.first.sentence != range.last.sentence || range.last < range.first) return {};
        const MarkedSentence& sentence = marks_.sentences[range.first.sentence];
        const Noun noun = noun_within(sentence, range.first.word, range.last.word);
        if (sentence.words[noun.head].part == "PRON") return Mention{range, {}, noun};
        return Mention{range, told_of(range.first.sentence, noun), noun};
    }

    void take(const Mention& mention) {
        auto& taken = taken_[mention.range.first.sentence];
        for (auto i = mention.noun.first; i < mention.noun.cut && i < taken.size(); ++i) {
            taken[i] = true;
        }
    }

    // Role nouns first, for their phrases hold names; then the names that are left.
    void gather(Gathering& gathering) {
        for (std::uint32_t s = 0; s < marks_.sentences.size(); ++s) {
            const MarkedSentence& sentence = marks_.sentences[s];
            for (std::uint32_t w = 0; w < sentence.words.size(); ++w) {
                if (taken_[s][w] || !heads_noun(sentence, w) || !may_be_role(sentence, w)) continue;
                consider(s, noun_of(sentence, w), Needs::Role, gathering);
            }
            for (const auto& entity : sentence.entities) {
                if (!names_actor(entity.type) || taken_[s][entity.last]) continue;
                name(s, entity, gathering);
            }
        }
    }

private:
    enum class Needs { Role, Name };

    Told told_of(std::uint32_t sentence, const Noun& noun) {
        const MarkedSentence& marked = marks_.sentences[sentence];
        const auto part = marked.words[noun.first].span.joined(marked.words[noun.last].span);
        std::optional<std::uint32_t> cut;
        if (noun.cut <= noun.last) cut = marked.words[noun.cut].span.begin();
        const bool town = is_whereabouts(report_.text, marked, noun.head, known_);
        return told(phrase(report_.text, part, cut, known_, day_), report_.text,
                    town ? CapitalMeans::Town : CapitalMeans::Government, known_, day_);
    }

    // A common noun must be a role word itself; before a name there may stand one.
    bool may_be_role(const MarkedSentence& sentence, std::uint32_t head) const {
        const auto is_role = [&](std::uint32_t at) {
            return known_.in_role(sentence.words[at].span.of(report_.text));
        };
        if (sentence.words[head].part != "PROPN") return is_role(head);
        const std::uint32_t first = head - std::min(head, noun_phrase_words_max);
        const auto last = static_cast<std::uint32_t>(
            std::min<std::size_t>(head + noun_phrase_words_max, sentence.words.size() - 1));
        for (std::uint32_t i = first; i <= last; ++i) {
            if (is_role(i)) return true;
        }
        return false;
    }

    // A role noun is the head of its phrase, or stands before the name that is: "terrorist threats"
    // are nobody. Where it tells nothing of its own ("the group", "three units") it is left out.
    static bool is_roled(const Mention& mention, const values::Word& head) {
        const auto& affiliation = mention.told.actor.affiliation;
        if (!mention.told.heads_by_role) return false;
        if (affiliation.sectors.empty() && affiliation.role.empty()) return false;
        return head.part == "PROPN" || mention.told.head.overlaps(head.span);
    }

    void consider(std::uint32_t s, const Noun& noun, Needs needs, Gathering& gathering,
                  values::ActorKind untold = values::ActorKind::Person) {
        for (auto i = noun.first; i < noun.cut; ++i) {
            if (taken_[s][i]) return;
        }
        Mention mention{{{s, noun.first}, {s, noun.last}}, told_of(s, noun), noun};
        auto& actor = mention.told.actor;
        if (mention.told.sector.rule.empty()) actor.kind = untold;
        const bool place = actor.kind == values::ActorKind::State &&
                           is_whereabouts(report_.text, marks_.sentences[s], noun.head, known_);
        if (place || mention.told.is_town) return;
        if (needs == Needs::Role && !is_roled(mention, marks_.sentences[s].words[noun.head]))
            return;
        take(mention);
        gathering.add(std::move(mention));
    }

    // A name that no table knows is of the kind its marks say; a place is left to places.
    void name(std::uint32_t s, const values::Entity& entity, Gathering& gathering) {
        const Noun noun = noun_within(marks_.sentences[s], entity.first, entity.last);
        const bool place =
            entity.type == EntityType::GeoPolitical || entity.type == EntityType::Nationality;
        if (told_of(s, noun).sector.rule.empty() && place) return;
        consider(s, noun, Needs::Name, gathering, kind_of(entity.type));
    }

    static values::ActorKind kind_of(EntityType type) {
        if (type == EntityType::Organisation) return values::ActorKind::Body;
        return type == EntityType::ArmedGroup ? values::ActorKind::Group
                                              : values::ActorKind::Person;
    }

    const values::Report& report_;
    const values::Marks& marks_;
    const ActorsKnown& known_;
    std::optional<values::Date> day_;
    std::vector<std::vector<bool>> taken_;
};

}  // namespace

values::Decision<values::Affiliation> affiliation(std::string_view phrase, const ActorsKnown& known,
                                                  const std::optional<values::Date>& day) {
    const auto whole = values::Span::in(phrase, 0, phrase.size());
    const Phrase read = resolve::phrase(phrase, whole, std::nullopt, known, day);
    return decision(told(read, phrase, CapitalMeans::Government, known, day));
}

values::Decision<values::Affiliation> affiliation(const values::Report& report,
                                                  const values::Marks& marks, WordRange mention,
                                                  const ActorsKnown& known) {
    const auto read = Reading(report, marks, known).read(mention);
    return read ? decision(read->told) : values::Decision<values::Affiliation>{};
}

std::vector<values::ActorTold> actors(const values::Report& report, const values::Marks& marks,
                                      const std::vector<Chain>& chains, const ActorsKnown& known) {
    Reading reading(report, marks, known);
    Gathering gathering;
    for (const auto& chain : chains) {
        std::vector<Mention> mentions;
        for (const auto& range : chain) {
            auto mention = reading.read(range);
            if (!mention) continue;
            reading.take(*mention);
            mentions.push_back(std::move(*mention));
        }
        gathering.add_chain(std::move(mentions));
    }
    reading.gather(gathering);
    return gathering.actors();
}

values::Decision<values::Actor> kept_to_report(values::Decision<values::Actor> actor,
                                               std::string_view naming) {
    if (!actor.choice || actor.choice->kind != values::ActorKind::Person) return actor;
    std::string& name = actor.choice->name;
    const std::string given = name.substr(0, name.find(' '));
    if (given == name || naming.find(given) != std::string_view::npos) return actor;
    const std::string family = name.substr(name.rfind(' ') + 1);
    const auto at = naming.rfind(family);
    if (at == std::string_view::npos || at < 2) return actor;
    // The word before the family name, with a capital and no part of the role, is another given
    // name.
    const auto blank = naming.rfind(' ', at - 2);
    const std::size_t begin = blank == std::string_view::npos ? 0 : blank + 1;
    std::string before(naming.substr(begin, at - 1 - begin));
    if (before.empty() || before.front() < 'A' || before.front() > 'Z') return actor;
    before.front() = static_cast<char>(before.front() + 32);
    if (actor.choice->affiliation.role.find(before) == std::string::npos) name = naming;
    return actor;
}

}  // namespace sitrep::resolve
