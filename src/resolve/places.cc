#include "resolve/places.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "lookup/folded.h"
#include "resolve/places/beside.h"
#include "resolve/places/names.h"
#include "resolve/places/weigh.h"

namespace sitrep::resolve {
namespace {

using places_::Chosen;
using places_::Group;
using places_::Spot;
using values::PlaceKind;

constexpr std::size_t candidates_max = 256;  // "San Antonio", "Springfield"
constexpr double variant_cost_max = 0.6;     // another spelling that may be the same name

std::vector<lookup::Candidate> candidates_of(std::string_view name,
                                             const lookup::Gazetteer& gazetteer) {
    lookup::Wanted wanted;
    wanted.count_max = candidates_max;
    wanted.variants = false;
    auto found = gazetteer.candidates(name, wanted);
    const auto keep = [&found](const auto& wrong) {
        const auto rest = std::remove_if(found.begin(), found.end(), wrong);
        if (rest != found.begin()) found.erase(rest, found.end());
    };
    const auto short_form = [](const auto& one) {
        return one.kind == lookup::NameKind::Abbreviation;
    };
    // "U.S." is no town called Us.
    if (std::any_of(found.begin(), found.end(), short_form)) {
        keep([&](const auto& one) { return !short_form(one); });
    }
    const auto country = [&](const auto& one) {
        return one.met == lookup::Met::Folded && gazetteer.kind(one.place) == PlaceKind::Country;
    };
    // A country's name is a country's or a province's: "Georgia".
    if (std::any_of(found.begin(), found.end(), country)) {
        keep([&](const auto& one) { return gazetteer.kind(one.place) > PlaceKind::Province; });
    }
    return found;
}

// Spellings that no list has are taken only for a place in what the text says it lies in.
std::vector<lookup::Candidate> variants_inside(const Group& group, const std::vector<Spot>& spots,
                                               const std::vector<Group>& groups,
                                               const lookup::Gazetteer& gazetteer) {
    std::vector<lookup::Candidate> found;
    for (const auto spot : group.spots) {
        for (const auto outer : spots[spot].inside) {
            for (const auto& parent : groups[spots[outer].group].candidates) {
                if (gazetteer.kind(parent.place) > PlaceKind::District) continue;
                lookup::Wanted wanted;
                wanted.within = parent.place;
                for (const auto& candidate : gazetteer.candidates(group.name, wanted)) {
                    if (candidate.cost <= variant_cost_max) found.push_back(candidate);
                }
            }
        }
    }
    return found;
}

std::vector<Group> grouped(std::string_view text, std::vector<Spot>& spots,
                           const lookup::Gazetteer& gazetteer) {
    std::vector<Group> groups;
    std::map<std::pair<std::string, bool>, std::size_t> known;
    for (std::size_t i = 0; i < spots.size(); ++i) {
        const std::string name(spots[i].span.of(text));
        const bool bent = spots[i].use == values::PlaceUse::Adjective;
        const auto [at, added] = known.try_emplace({lookup::folded(name), bent}, groups.size());
        if (added) groups.push_back({name, candidates_of(name, gazetteer), {}, std::nullopt});
        spots[i].group = at->second;
        groups[at->second].spots.push_back(i);
    }
    for (auto& group : groups) {
        if (group.candidates.empty()) {
            group.candidates = variants_inside(group, spots, groups, gazetteer);
        }
    }
    return groups;
}

PlaceKind kind_said(const Spot& spot) {
    for (std::size_t i = 0; i < values::place_kinds; ++i) {
        if (((spot.kinds >> i) & 1U) != 0) return static_cast<PlaceKind>(i);
    }
    return PlaceKind::Site;
}

// A place of which only the text knows, under what it says it lies in.
std::optional<values::Place> unplaced(std::string_view text, const Spot& spot,
                                      const std::vector<Spot>& spots,
                                      const std::vector<values::PlaceMention>& mentions) {
    if (spot.use == values::PlaceUse::Adjective) return std::nullopt;
    for (const auto outer : spot.inside) {
        const auto& parent = mentions[outer].place.choice;
        if (!parent || spots[outer].group == spot.group) continue;
        values::Place place;
        place.kind = kind_said(spot);
        place.name = spot.span.of(text);
        place.country = parent->country;
        place.parents.push_back({parent->id, parent->kind, parent->name});
        place.parents.insert(place.parents.end(), parent->parents.begin(), parent->parents.end());
        return place;
    }
    return std::nullopt;
}

values::Places resolved(const values::Report& report, const values::Marks& marks,
                        std::vector<Spot> spots, const lookup::Gazetteer& gazetteer,
                        const PlacesKnown& known) {
    if (spots.size() > places_max) spots.resize(places_max);
    places_::read_beside(report.text, marks, known, spots);
    auto groups = grouped(report.text, spots, gazetteer);
    const auto chosen = places_::weigh(spots, groups, gazetteer);
    values::Places places;
    for (std::size_t i = 0; i < spots.size(); ++i) {
        values::PlaceMention mention{spots[i].span, spots[i].use, {}};
        const auto& candidates = groups[spots[i].group].candidates;
        mention.place.reason = {"no-such-name", {spots[i].span}, 0};
        if (chosen[i].candidate) {
            mention.place.choice = gazetteer.place(candidates[*chosen[i].candidate].place);
            mention.place.reason.rule = chosen[i].rule;
            mention.place.reason.score = chosen[i].score;
        }
        for (const auto& [other, score] : chosen[i].others) {
            mention.place.passed.push_back(
                {gazetteer.place(candidates[other].place), "less-likely", score});
        }
        for (const auto outer : spots[i].inside) {
            mention.place.reason.evidence.push_back(spots[outer].span);
        }
        places.mentions.push_back(std::move(mention));
    }
    // From the last: what a place lies in mostly stands behind it.
    for (std::size_t i = spots.size(); i-- > 0;) {
        auto& decision = places.mentions[i].place;
        if (decision.choice) continue;
        decision.choice = unplaced(report.text, spots[i], spots, places.mentions);
        if (decision.choice) decision.reason.rule = "unplaced-in-said-parent";
    }
    for (const auto& border : places_::borders(report.text, marks, known, spots)) {
        const auto& one = places.mentions[border.one].place.choice;
        const auto& other = places.mentions[border.other].place.choice;
        const bool both = one && other && one->kind == PlaceKind::Country &&
                          other->kind == PlaceKind::Country && one->id != other->id;
        if (both) places.borders.push_back(border);
    }
    return places;
}

}  // namespace

values::Places places(const values::Report& report, const values::Marks& marks,
                      const lookup::Gazetteer& gazetteer, const PlacesKnown& known) {
    return resolved(report, marks, places_::names(report, marks, gazetteer, known), gazetteer,
                    known);
}

values::Places places_at(const values::Report& report, const values::Marks& marks,
                         const std::vector<values::Span>& names, const lookup::Gazetteer& gazetteer,
                         const PlacesKnown& known) {
    return resolved(report, marks, places_::names_at(marks, names), gazetteer, known);
}

}  // namespace sitrep::resolve
