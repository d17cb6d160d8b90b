#include "publish/names.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "publish/meanings.h"

namespace sitrep::publish {
namespace {

using values::Digest;
using values::Named;
using values::Span;

// A name under way: how often it is spoken of orders it.
struct Gathered {
    Named named;
    std::size_t mentions = 0;
    std::set<std::pair<std::string, std::uint32_t>> seen;  // spelling and report
};

void add(Gathered& to, const Digest& digest, std::uint32_t number, Span span) {
    ++to.mentions;
    auto quoted = values::quoted(digest.report.text, {span});
    if (quoted.words.empty() || !to.seen.insert({quoted.words, number}).second) return;
    to.named.spellings.push_back({number, std::move(quoted)});
}

void add_places(const Digest& digest, std::uint32_t number, std::map<std::string, Gathered>& out) {
    for (const auto& mention : digest.places) {
        const bool there = mention.use == values::PlaceUse::Place;
        if (!there || !mention.place.choice) continue;
        const auto& place = *mention.place.choice;
        const std::string inside = lies_in(place);
        auto& gathered = out[place.unplaced() ? place.name + "|" + inside : place.id];
        if (gathered.mentions == 0) {
            gathered.named.kind = "place";
            gathered.named.notation = place.print();
            gathered.named.name = place.name;
            gathered.named.what = std::string(values::code(place.kind)) +
                                  (inside.empty() ? "" : " in " + inside) +
                                  (place.unplaced() ? ", not in the gazetteer" : "");
        }
        add(gathered, digest, number, mention.span);
    }
}

// Country, sector and role.
std::string what(const values::Actor& actor) {
    std::string out = std::string(values::name(actor.kind));
    const auto& of = actor.affiliation;
    for (const auto& country : of.countries) out += " · " + country;
    for (const auto& sector : of.sectors) out += " · " + sector;
    if (!of.role.empty()) out += " · " + of.role;
    return out;
}

// A name with a capital, of a person, group or body that the report speaks of as one.
bool fits(const values::Actor& actor, values::Being being) {
    const auto capital = std::find_if(actor.name.begin(), actor.name.end(),
                                      [](char c) { return c >= 'A' && c <= 'Z'; });
    if (capital == actor.name.end()) return false;
    const auto& of = actor.affiliation;
    if (actor.kind ==
        values::ActorKind::Person) {  // one of no role and state is no actor of a crisis
        return being == values::Being::Person && (!of.countries.empty() || !of.role.empty());
    }
    return actor.kind == values::ActorKind::Group ||
           (actor.kind == values::ActorKind::Body && being == values::Being::Body);
}

// "June" and "Sher Khan Bandar" look like people's names to the head that marks entities.
bool is_time_or_place(const Digest& digest, Span span) {
    const auto time = [&](const auto& one) { return one.span.overlaps(span); };
    const auto place = [&](const auto& one) { return one.span == span && one.place.choice; };
    return std::any_of(digest.moments.begin(), digest.moments.end(), time) ||
           std::any_of(digest.places.begin(), digest.places.end(), place);
}

void add_actors(const Digest& digest, std::uint32_t number, std::map<std::string, Gathered>& out) {
    for (const auto& one : digest.somebodies) {
        if (!one.naming.name || !one.actor.choice) continue;
        const auto& actor = *one.actor.choice;
        if (!fits(actor, one.being) || is_time_or_place(digest, one.naming.span)) continue;
        auto& gathered = out[actor.name];
        if (gathered.mentions == 0) {
            gathered.named.kind = "actor";
            gathered.named.notation = actor.print();
            gathered.named.name = actor.name;
            gathered.named.what = what(actor);
        }
        add(gathered, digest, number, one.naming.span);
        gathered.mentions += one.mentions.size() - 1;
    }
}

void take(std::map<std::string, Gathered>& gathered, std::vector<Named>& out) {
    std::vector<Gathered*> order;
    for (auto& [key, one] : gathered) {
        if (!one.named.spellings.empty()) order.push_back(&one);
    }
    std::stable_sort(order.begin(), order.end(), [](const Gathered* a, const Gathered* b) {
        return a->mentions > b->mentions;
    });
    for (std::size_t i = 0; i < std::min(order.size(), names_max); ++i) {
        auto& spellings = order[i]->named.spellings;
        std::stable_sort(spellings.begin(), spellings.end(), [](const auto& a, const auto& b) {
            return a.quoted.words < b.quoted.words;
        });
        out.push_back(std::move(order[i]->named));
    }
}

}  // namespace

std::vector<Named> names(const std::vector<Digest>& digests) {
    std::map<std::string, Gathered> places;
    std::map<std::string, Gathered> actors;
    for (std::size_t i = 0; i < digests.size(); ++i) {
        const auto number = static_cast<std::uint32_t>(i + 1);
        add_places(digests[i], number, places);
        add_actors(digests[i], number, actors);
    }
    std::vector<Named> out;
    take(places, out);
    take(actors, out);
    return out;
}

}  // namespace sitrep::publish
