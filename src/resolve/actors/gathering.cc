#include "resolve/actors/gathering.h"

#include <algorithm>
#include <utility>

namespace sitrep::resolve {
namespace {

using values::ActorKind;

// Persons go by their last name, all others by the whole.
std::string key(const values::Actor& actor) {
    const auto words = folded(actor.name);
    if (words.empty()) return {};
    if (actor.kind == ActorKind::Person) return words.back().form;
    std::string all;
    for (const auto& word : words) all += (all.empty() ? "" : " ") + word.form;
    return all;
}

// "Tom King" and "King", not "Tom King" and "Ann King"; nor two with different countries.
bool same(const values::Actor& one, const values::Actor& other) {
    if (one.kind != other.kind || one.name.empty() || key(one) != key(other)) return false;
    const auto& some = one.affiliation.countries;
    const auto& others = other.affiliation.countries;
    if (!some.empty() && !others.empty() && some != others) return false;
    if (one.kind != ActorKind::Person) return true;
    const auto words = folded(one.name);
    const auto more = folded(other.name);
    return words.size() == 1 || more.size() == 1 || words.front().form == more.front().form;
}

bool sounder(const values::Reason& reason, const values::Reason& than) {
    return reason.score > than.score;
}

// What the mentions of one actor say together: each part from the mention that says it most surely.
Told together(const std::vector<Mention>& mentions) {
    Told all = mentions.front().told;
    for (std::size_t i = 1; i < mentions.size(); ++i) {
        const Told& more = mentions[i].told;
        const auto& from = more.actor.affiliation;
        auto& into = all.actor.affiliation;
        const bool other =
            !from.countries.empty() && !into.countries.empty() && from.countries != into.countries;
        if (other) all.passed.push_back({from, "another-mention", 0});
        if (sounder(more.country, all.country)) {
            into.countries = from.countries;
            all.country = more.country;
        }
        if (sounder(more.sector, all.sector)) {
            into.sectors = from.sectors;
            all.sector = more.sector;
        }
        if (into.role.size() < from.role.size()) into.role = from.role;
        if (into.body.empty()) into.body = from.body;
        if (into.lasting == values::Lasting{}) into.lasting = from.lasting;
        const bool person = more.actor.kind == ActorKind::Person && !more.actor.name.empty();
        if (person && all.actor.kind != ActorKind::Person) {
            all.actor.kind = ActorKind::Person;
            all.actor.name.clear();
        }
        const bool fits = more.actor.kind == all.actor.kind || all.actor.name.empty();
        if (fits && all.actor.name.size() < more.actor.name.size()) {
            all.actor.kind = more.actor.kind;
            all.actor.name = more.actor.name;
        }
    }
    return all;
}

values::ActorTold actor_of(const std::vector<Mention>& mentions) {
    const Told all = together(mentions);
    values::ActorTold out;
    for (const auto& mention : mentions) out.mentions.push_back(mention.range);
    const auto affiliation = decision(all);
    if (affiliation.choice || !all.actor.name.empty()) out.actor.choice = all.actor;
    out.actor.reason = affiliation.reason;
    for (const auto& passed : all.passed) {
        values::Actor other = all.actor;
        other.affiliation = passed.value;
        out.actor.passed.push_back({other, passed.because, passed.score});
    }
    return out;
}

bool earlier(const Mention& one, const Mention& other) {
    return one.range.first < other.range.first;
}

}  // namespace

void Gathering::add_chain(std::vector<Mention> mentions) {
    if (mentions.empty()) return;
    for (const auto& mention : mentions) index(mention, groups_.size());
    groups_.push_back(std::move(mentions));
}

void Gathering::add(Mention mention) {
    const std::string name = key(mention.told.actor);
    for (const std::size_t at : name.empty() ? std::vector<std::size_t>{} : by_key_[name]) {
        auto& group = groups_[at];
        const bool fits = std::any_of(group.begin(), group.end(), [&](const Mention& there) {
            return same(there.told.actor, mention.told.actor);
        });
        if (!fits) continue;
        group.push_back(std::move(mention));
        return;
    }
    index(mention, groups_.size());
    groups_.push_back({std::move(mention)});
}

void Gathering::index(const Mention& mention, std::size_t group) {
    const std::string name = key(mention.told.actor);
    if (name.empty()) return;
    auto& groups = by_key_[name];
    if (groups.empty() || groups.back() != group) groups.push_back(group);
}

std::vector<values::ActorTold> Gathering::actors() const {
    std::vector<values::ActorTold> out;
    for (auto group : groups_) {
        std::stable_sort(group.begin(), group.end(), earlier);
        out.push_back(actor_of(group));
    }
    std::stable_sort(out.begin(), out.end(), [](const auto& one, const auto& other) {
        return one.mentions.front().first < other.mentions.front().first;
    });
    return out;
}

}  // namespace sitrep::resolve
