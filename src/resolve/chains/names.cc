#include <algorithm>
#include <map>
#include <string>

#include "resolve/chains/sieves.h"
#include "resolve/persons.h"

namespace sitrep::resolve::chains {
namespace {

using values::Being;
using values::Form;
using values::Gender;

constexpr double exact_score = 0.97;
constexpr double short_score = 0.92;
constexpr double spelling_score = 0.88;
constexpr double acronym_score = 0.9;

std::string joined(const std::vector<std::string>& words) {
    std::string out;
    for (const std::string& word : words) {
        if (!out.empty()) out += ' ';
        out += word;
    }
    return out;
}

bool may_be_person(const Phrase& phrase) {
    return phrase.being == Being::Person || phrase.being == Being::Unknown;
}

bool ends_with(const std::vector<std::string>& whole, const std::vector<std::string>& end) {
    return whole.size() > end.size() && std::equal(end.rbegin(), end.rend(), whole.rbegin());
}

bool begins_with(const std::vector<std::string>& whole, const std::vector<std::string>& begin) {
    return whole.size() > begin.size() && std::equal(begin.begin(), begin.end(), whole.begin());
}

// "scns" of "State Committee for National Security": its capitals, in order.
std::string initials(const Page& page, const Phrase& phrase) {
    std::string out;
    const auto& words = page.marks.sentences[phrase.head.sentence].words;
    for (std::uint32_t w = phrase.first; w <= phrase.last; ++w) {
        if (words[w].part == "DET") continue;
        const char first = words[w].span.of(page.text).front();
        if (first >= 'A' && first <= 'Z') out += static_cast<char>(first - 'A' + 'a');
    }
    return out;
}

bool is_acronym(const Page& page, const Phrase& phrase) {
    if (phrase.name.size() != 1 || phrase.name.front().size() < 2) return false;
    const std::string_view form = page.marks.at(phrase.head).span.of(page.text);
    return std::all_of(form.begin(), form.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

struct Rule {
    const char* name;
    double score;
};
constexpr Rule no_rule{nullptr, 0};

Rule person_rule(const Phrase& now, const Phrase& before) {
    if (now.name.size() == 1 && before.name.size() > 1) {
        if (ends_with(before.name, now.name)) return {"family-name", short_score};
        const bool titled = !now.roles.empty();
        if (begins_with(before.name, now.name) && !titled) return {"given-name", short_score};
        return no_rule;
    }
    if (now.name.size() > 1 && before.name.size() == 1) {
        if (ends_with(now.name, before.name)) return {"full-name", short_score};
        return begins_with(now.name, before.name) ? Rule{"full-name", short_score} : no_rule;
    }
    if (now.name.size() < 2 || before.name.size() < 2) return no_rule;
    // Cheap, and no spelling of a name begins otherwise in both its first and last word.
    if (now.name.front().front() != before.name.front().front() &&
        now.name.back().front() != before.name.back().front()) {
        return no_rule;
    }
    const auto decision = same_person({joined(now.name)}, {joined(before.name)});
    return decision.choice.value_or(false) ? Rule{"spelling", spelling_score} : no_rule;
}

Rule body_rule(const Page& page, const Phrase& now, const Phrase& before) {
    if (is_acronym(page, now) && before.name.size() > 1) {
        const std::string letters = initials(page, before);
        return letters == now.name.front() ? Rule{"initials", acronym_score} : no_rule;
    }
    if (is_acronym(page, before) && now.name.size() > 1) {
        const std::string letters = initials(page, now);
        return letters == before.name.front() ? Rule{"initials", acronym_score} : no_rule;
    }
    const bool body = now.being == Being::Body && before.being == Being::Body;
    if (!body) return no_rule;
    if (now.article == Article::Definite && ends_with(before.name, now.name)) {
        return {"short-name", short_score};
    }
    if (begins_with(before.name, now.name) || begins_with(now.name, before.name)) {
        return {"short-name", short_score};
    }
    return no_rule;
}

Rule rule(const Page& page, const Phrase& now, const Phrase& before) {
    if (now.name == before.name) {
        return can_be_one(now.being, before.being) ? Rule{"same-name", exact_score} : no_rule;
    }
    if (may_be_person(now) && may_be_person(before) &&
        (now.being == Being::Person || before.being == Being::Person)) {
        return person_rule(now, before);
    }
    return body_rule(page, now, before);
}

bool differ(Gender one, Gender other) {
    return one != Gender::Unknown && other != Gender::Unknown && one != other;
}

}  // namespace

void join_names(const Page& page, Groups& groups) {
    std::map<std::string, std::uint32_t, std::less<>> latest;  // whole names
    for (std::uint32_t i = 0; i < groups.size(); ++i) {
        const Phrase& now = groups.at(i);
        if (now.form != Form::Name || now.name.empty()) continue;
        std::uint32_t antecedent = i;
        Rule found = no_rule;
        const std::string whole = joined(now.name);
        const auto same = latest.find(whole);
        if (same != latest.end() &&
            !differ(groups.told(i).gender, groups.told(same->second).gender)) {
            found = rule(page, now, groups.at(same->second));
            antecedent = same->second;
        }
        if (found.name == nullptr) {
            for (auto other = latest.begin(); other != latest.end(); ++other) {
                const Phrase& before = groups.at(other->second);
                const Rule here = rule(page, now, before);
                if (here.name == nullptr ||
                    differ(groups.told(i).gender, groups.told(other->second).gender)) {
                    continue;
                }
                if (found.name == nullptr || other->second > antecedent || antecedent == i) {
                    found = here;
                    antecedent = other->second;
                }
            }
        }
        latest[whole] = i;
        if (found.name == nullptr || groups.linked(i)) continue;
        groups.join(i, antecedent,
                    {{}, {found.name, {page.span(antecedent), page.span(i)}, found.score}, {}});
    }
}

}  // namespace sitrep::resolve::chains
