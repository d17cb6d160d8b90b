#include "quality/parties.h"

#include <algorithm>
#include <array>

namespace sitrep::quality {
namespace {

using values::Somebody;
using values::Span;

constexpr std::array<std::string_view, 7> state_sectors{"GOV", "MIL", "COP", "SPY",
                                                        "JUD", "LEG", "PRM"};
constexpr std::array<std::string_view, 5> group_sectors{"REB", "UAF", "PTY", "OPP", "CRM"};

template <std::size_t Count>
bool is_one(const std::array<std::string_view, Count>& of, const std::string& code) {
    return std::find(of.begin(), of.end(), code) != of.end();
}

const Somebody* over_head(const values::Digest& digest, Span head) {
    const Somebody* found = nullptr;
    std::uint32_t shortest = 0;
    for (const auto& one : digest.somebodies) {
        for (const auto& mention : one.mentions) {
            if (!mention.span.overlaps(head)) continue;
            if (found != nullptr && mention.span.size() >= shortest) continue;
            found = &one;
            shortest = mention.span.size();
        }
    }
    return found;
}

const Somebody* named_inside(const values::Digest& digest, Span words) {
    const Somebody* found = nullptr;
    Span first;
    for (const auto& one : digest.somebodies) {
        for (const auto& mention : one.mentions) {
            if (!mention.name || !words.contains(mention.span)) continue;
            if (found != nullptr && mention.span.begin() >= first.begin()) continue;
            found = &one;
            first = mention.span;
        }
    }
    return found;
}

}  // namespace

const Somebody* somebody_at(const values::Digest& digest, Span words, Span head) {
    const Somebody* found = over_head(digest, head);
    if (found == nullptr || !found->actor.choice) {
        const Somebody* inside = named_inside(digest, words);
        if (inside != nullptr && inside->actor.choice) found = inside;
    }
    return found;
}

std::vector<std::string> countries_at(const values::Digest& digest, Span words, Span head) {
    const Somebody* one = somebody_at(digest, words, head);
    if (one == nullptr || !one->actor.choice) return {};
    return one->actor.choice->affiliation.countries;
}

std::vector<std::string> countries_of(const values::Digest& digest, const values::Event& event,
                                      values::Role role) {
    std::vector<std::string> out;
    for (const auto& filler : event.fillers) {
        if (filler.role != role) continue;
        for (const auto& code : countries_at(digest, filler.words, filler.head)) {
            add_once(out, code);
        }
    }
    return out;
}

Hand hand_of(const values::Actor& actor) {
    for (const auto& sector : actor.affiliation.sectors) {
        if (is_one(group_sectors, sector)) return Hand::NonState;
        if (is_one(state_sectors, sector)) return Hand::State;
    }
    if (actor.kind == values::ActorKind::State) return Hand::State;
    return actor.kind == values::ActorKind::Group ? Hand::NonState : Hand::Unknown;
}

Hand hand_of(const values::Digest& digest, const values::Event& event, values::Role role) {
    for (const auto& filler : event.fillers) {
        if (filler.role != role) continue;
        const Somebody* one = somebody_at(digest, filler.words, filler.head);
        if (one == nullptr || !one->actor.choice) continue;
        const Hand hand = hand_of(*one->actor.choice);
        if (hand != Hand::Unknown) return hand;
    }
    return Hand::Unknown;
}

std::vector<const values::Claim*> claims_of(const values::Digest& digest,
                                            const values::Event& event) {
    std::vector<const values::Claim*> out;
    for (const auto& claim : digest.claims) {
        const auto& ids = event.claims;
        if (std::find(ids.begin(), ids.end(), claim.id) != ids.end()) out.push_back(&claim);
    }
    return out;
}

void add_once(std::vector<std::string>& list, const std::string& item) {
    if (std::find(list.begin(), list.end(), item) == list.end()) list.push_back(item);
}

}  // namespace sitrep::quality
