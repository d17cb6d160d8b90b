#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "resolve/chains/sieves.h"
#include "resolve/persons.h"

namespace sitrep::resolve::chains {
namespace {

using values::Being;
using values::Form;
using values::Gender;

constexpr std::size_t names_max = 300;  // that a name is compared with, the nearest first
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

// The names met so far: the latest mention of each, the newest last.
class Met {
public:
    Met(const Page& page, Groups& groups) : page_(page), groups_(groups) {}

    void join(std::uint32_t i) {
        const std::string whole = joined(groups_.at(i).name);
        if (!groups_.linked(i) && !join_same(i, whole)) join_kindred(i);
        latest_[whole] = i;
        order_.emplace_back(i, whole);
    }

private:
    bool may_be_one(std::uint32_t i, std::uint32_t other) const {
        return !differ(groups_.told(i).gender, groups_.told(other).gender);
    }

    void link(std::uint32_t i, std::uint32_t other, const Rule& found) {
        groups_.join(i, other,
                     {{}, {found.name, {page_.span(other), page_.span(i)}, found.score}, {}});
    }

    bool join_same(std::uint32_t i, const std::string& whole) {
        const auto same = latest_.find(whole);
        if (same == latest_.end() || !may_be_one(i, same->second)) return false;
        const Rule found = rule(page_, groups_.at(i), groups_.at(same->second));
        if (found.name == nullptr) return false;
        link(i, same->second, found);
        return true;
    }

    // The nearest name of which this is another form. Where two persons bear it, the one named at
    // least twice as often; else we do not know.
    void join_kindred(std::uint32_t i) {
        std::optional<std::uint32_t> nearest;
        Rule found = no_rule;
        std::size_t left = names_max;
        for (auto at = order_.rbegin(); at != order_.rend() && left > 0; ++at, --left) {
            const std::uint32_t other = at->first;
            if (latest_.at(at->second) != other || !may_be_one(i, other)) continue;
            if (nearest && groups_.same(*nearest, other)) continue;
            const Rule here = rule(page_, groups_.at(i), groups_.at(other));
            if (here.name == nullptr) continue;
            if (!nearest) {
                nearest = other;
                found = here;
            } else if (groups_.told(other).being == Being::Person) {
                const std::size_t near = groups_.told(*nearest).phrases.size();
                const std::size_t far = groups_.told(other).phrases.size();
                if (near >= 2 * far) continue;
                if (far >= 2 * near) {
                    nearest = other;
                    found = here;
                    continue;
                }
                groups_.leave(i, {{},
                                  {"two-of-that-name", {page_.span(i)}, 0},
                                  {{*nearest, found.name, 0.5}, {other, here.name, 0.5}}});
                return;
            }
        }
        if (nearest) link(i, *nearest, found);
    }

    const Page& page_;
    Groups& groups_;
    std::map<std::string, std::uint32_t, std::less<>> latest_;
    std::vector<std::pair<std::uint32_t, std::string>> order_;
};

}  // namespace

void join_names(const Page& page, Groups& groups) {
    Met met(page, groups);
    for (std::uint32_t i = 0; i < groups.size(); ++i) {
        const Phrase& phrase = groups.at(i);
        if (phrase.form == Form::Name && !phrase.name.empty()) met.join(i);
    }
}

}  // namespace sitrep::resolve::chains
