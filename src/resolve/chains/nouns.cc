#include <algorithm>
#include <optional>
#include <string>

#include "resolve/chains/sieves.h"

namespace sitrep::resolve::chains {
namespace {

using values::Being;
using values::Form;
using values::Number;

constexpr std::uint32_t being_sentences_max = 12;  // how far back a person or body is looked for
constexpr std::uint32_t thing_sentences_max = 3;
constexpr std::uint32_t new_thing_sentences_max = 2;  // brought in by "a", without an article
constexpr std::uint32_t called_sentences_max = 4;
constexpr double same_noun_score = 0.85;
constexpr double role_score = 0.85;
constexpr double called_score = 0.75;

bool is_being(const Phrase& phrase) {
    return phrase.being == Being::Person || phrase.being == Being::Body ||
           phrase.being == Being::State;
}

bool points_back(const Phrase& phrase) {
    return phrase.article == Article::Definite || phrase.article == Article::Demonstrative;
}

bool holds(const std::vector<std::string>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

// "border guards" said twice in the same words; "guards" alone may be others.
bool is_whole_name_like(const Phrase& phrase) {
    return phrase.article == Article::None && !phrase.narrowed && !phrase.modifiers.empty() &&
           phrase.being == Being::Person;
}

// What narrows the later phrase must have been said of the earlier.
bool narrows_no_further(const Groups& groups, const Phrase& now, std::uint32_t before) {
    for (const std::string& modifier : now.modifiers) {
        bool said = false;
        for (const std::uint32_t other : groups.told(before).phrases) {
            const Phrase& phrase = groups.at(other);
            said = said || holds(phrase.modifiers, modifier) || holds(phrase.name, modifier) ||
                   holds(phrase.roles, modifier);
        }
        if (!said) return false;
    }
    return true;
}

bool same_modifiers(const Phrase& now, const Phrase& before) {
    return now.modifiers == before.modifiers;
}

// A body is meant again after "a group", "the group", "their group"; after "groups" it is others.
bool was_brought_in(const Phrase& other) {
    return points_back(other) || other.article == Article::Indefinite ||
           other.article == Article::Possessive;
}

// A thing is meant again soon after "a plan" or "the plan"; "plans", "some plans" bring in others.
bool is_told_of_before(const Phrase& now, const Phrase& other) {
    if (points_back(other)) return true;
    const bool near = now.head.sentence - other.head.sentence <= new_thing_sentences_max;
    return near && other.article == Article::Indefinite && now.number == Number::One &&
           other.modifiers == now.modifiers;
}

// "the troops" after "the troops": the same noun, no narrower.
bool same_noun(const Groups& groups, std::uint32_t i, std::uint32_t before) {
    const Phrase& now = groups.at(i);
    const Phrase& other = groups.at(before);
    if (other.form != Form::Noun || other.noun != now.noun || now.number != other.number) {
        return false;
    }
    if (other.article == Article::Possessive && now.article != Article::Possessive &&
        !is_being(now)) {
        return false;
    }
    if (!is_being(now) && now.being != Being::Place && !is_told_of_before(now, other)) return false;
    if (now.being == Being::Body && !was_brought_in(other)) return false;
    if (now.narrowed) return same_modifiers(now, other);
    return narrows_no_further(groups, now, before);
}

// "the minister" after "Foreign Minister Osei".
bool has_role(const Groups& groups, const Phrase& now, std::uint32_t before) {
    const Phrase& other = groups.at(before);
    return other.form == Form::Name && holds(other.roles, now.noun) && !now.narrowed &&
           narrows_no_further(groups, now, before);
}

bool is_called(const Groups& groups, const Phrase& now, std::uint32_t before) {
    if (now.narrowed || !now.modifiers.empty()) return false;
    const auto& told = groups.told(before);
    const bool one_body = points_back(groups.at(before)) && now.number != Number::Many &&
                          groups.at(before).number != Number::Many;
    if (!told.named && told.being != Being::Person && !one_body) return false;
    return std::any_of(told.phrases.begin(), told.phrases.end(), [&](std::uint32_t phrase) {
        return holds(groups.at(phrase).called, now.noun);
    });
}

struct Rule {
    const char* name = nullptr;
    double score = 0;
};

// "this group" is near; "the minister" may be named a page before.
std::uint32_t sentences_max(const Phrase& now) {
    const bool far = is_being(now) && now.article == Article::Definite;
    return far ? being_sentences_max : thing_sentences_max;
}

Rule rule(const Groups& groups, std::uint32_t i, std::uint32_t before) {
    const Phrase& now = groups.at(i);
    const Phrase& other = groups.at(before);
    const std::uint32_t away = now.head.sentence - other.head.sentence;
    if (!groups.agree(i, before)) return {};
    if (!points_back(now)) {
        const bool same = other.form == Form::Noun && other.noun == now.noun && !other.narrowed &&
                          other.number == now.number && same_modifiers(now, other);
        return same ? Rule{"same-words", same_noun_score} : Rule{};
    }
    if (away <= sentences_max(now)) {
        if (same_noun(groups, i, before)) return {"same-noun", same_noun_score};
        if (has_role(groups, now, before)) return {"role", role_score};
    }
    if (away <= called_sentences_max && is_called(groups, now, before)) {
        return {"called", called_score};
    }
    return {};
}

}  // namespace

void join_nouns(const Page& page, Groups& groups) {
    for (std::uint32_t i = 0; i < groups.size(); ++i) {
        const Phrase& now = groups.at(i);
        if (now.form != Form::Noun || !now.parts.empty() || groups.linked(i)) continue;
        if (now.other || (!points_back(now) && !is_whole_name_like(now))) continue;
        for (std::uint32_t before = i; before-- > 0;) {
            const Phrase& other = groups.at(before);
            if (now.head.sentence - other.head.sentence > being_sentences_max) break;
            if (!other.parts.empty() || groups.same(i, before)) continue;
            const Rule found = rule(groups, i, before);
            if (found.name == nullptr) continue;
            groups.join(i, before,
                        {{}, {found.name, {page.span(before), page.span(i)}, found.score}, {}});
            break;
        }
    }
}

void join_owned(const Page& page, Groups& groups) {
    for (std::uint32_t i = 0; i < groups.size(); ++i) {
        const Phrase& now = groups.at(i);
        if (now.form != Form::Noun || now.owner < 0 || groups.linked(i)) continue;
        const std::int32_t owner =
            page.phrases.headed_by({now.head.sentence, static_cast<std::uint32_t>(now.owner)});
        if (owner < 0) continue;
        for (std::uint32_t before = i; before-- > 0;) {
            const Phrase& other = groups.at(before);
            if (now.head.sentence - other.head.sentence > being_sentences_max) break;
            if (other.owner < 0 || other.noun != now.noun || other.number != now.number) continue;
            const std::int32_t theirs = page.phrases.headed_by(
                {other.head.sentence, static_cast<std::uint32_t>(other.owner)});
            if (theirs < 0 || !groups.same(static_cast<std::uint32_t>(owner),
                                           static_cast<std::uint32_t>(theirs))) {
                continue;
            }
            if (!groups.agree(i, before) || !narrows_no_further(groups, now, before)) continue;
            if (!is_being(now) && now.modifiers != other.modifiers) continue;
            groups.join(i, before,
                        {{}, {"same-owner", {page.span(before), page.span(i)}, role_score}, {}});
            break;
        }
    }
}

}  // namespace sitrep::resolve::chains
