// The door's join: which places of a new layer a lower one knows already.
#include <algorithm>
#include <unordered_map>

#include "lookup/layer.h"

namespace sitrep::lookup {
namespace {

using values::PlaceKind;

constexpr double variant_cost_max = 0.4;  // of a name that is still the same place, near by
constexpr double variant_worth_km = 20;   // a name so alike is worth so many kilometres
constexpr std::size_t names_asked_max = 12;

bool wide(PlaceKind kind) { return kind == PlaceKind::Province || kind == PlaceKind::District; }

// Two points of one place as two sources give it lie so far apart at most. A village's namesake is
// often the next one down the valley.
double apart_max_km(PlaceKind kind, bool variant) {
    if (kind == PlaceKind::Province) return 250;
    if (kind == PlaceKind::District) return 60;
    return variant ? 2 : 5;
}

bool same_kind(PlaceKind a, PlaceKind b) { return a == b || (!wide(a) && alike(a, b)); }

class Joining {
public:
    explicit Joining(const Gazetteer& below) : below_(below) {}

    bool join(Draft& draft) {
        if (const auto known = known_by_id(draft)) return note(draft, *known);
        if (draft.country.empty() || draft.kind == PlaceKind::Country) return false;
        const auto found = best(draft);
        if (!found || !taken_.emplace(*found, draft.id).second) return false;
        draft.also.emplace_back(below_.id(*found));
        return note(draft, *found);
    }

private:
    std::optional<PlaceNumber> known_by_id(const Draft& draft) const {
        if (const auto found = below_.find(draft.id)) return found;
        for (const auto& id : draft.also) {
            if (const auto found = below_.find(id)) return found;
        }
        return std::nullopt;
    }

    bool note(const Draft& draft, PlaceNumber found) {
        taken_.emplace(found, draft.id);
        joined_.emplace(draft.id, found);
        return true;
    }

    std::optional<PlaceNumber> best(const Draft& draft) const {
        std::optional<PlaceNumber> found;
        double least = 1e9;
        const auto consider = [&](const std::string& name, bool variants) {
            Wanted wanted;
            wanted.variants = variants;
            for (const Candidate& candidate : below_.candidates(name, wanted)) {
                const auto price = price_of(draft, candidate);
                if (price && *price < least) {
                    least = *price;
                    found = candidate.place;
                }
            }
        };
        consider(draft.name, true);
        for (std::size_t i = 0; i < std::min(draft.names.size(), names_asked_max); ++i) {
            consider(draft.names[i].text, false);
        }
        return found;
    }

    // In kilometres and what the spelling is worth; empty where it cannot be the same.
    std::optional<double> price_of(const Draft& draft, const Candidate& candidate) const {
        if (candidate.kind != NameKind::Primary && candidate.kind != NameKind::Alias) return {};
        if (candidate.cost > variant_cost_max || taken_.contains(candidate.place)) return {};
        if (!same_kind(draft.kind, below_.kind(candidate.place))) return {};
        if (below_.country(candidate.place) != draft.country) return {};
        const auto point = below_.point(candidate.place);
        const double worth = candidate.cost * variant_worth_km;
        if (!draft.point || !point)
            return in_same_parent(draft, candidate.place) ? std::optional(worth) : std::nullopt;
        const double apart = values::kilometres(*draft.point, *point);
        const bool variant = candidate.met == Met::Skeleton || candidate.met == Met::Loose;
        if (apart > apart_max_km(draft.kind, variant)) return {};
        return apart + worth;
    }

    // Without points only what lies in one place below, or a province of one country, can be.
    bool in_same_parent(const Draft& draft, PlaceNumber place) const {
        if (draft.kind == PlaceKind::Province) return true;
        return wide(draft.kind) &&
               std::any_of(draft.parents.begin(), draft.parents.end(), [&](const auto& id) {
                   const auto parent = joined_.find(id);
                   return parent != joined_.end() && below_.parent(place) == parent->second;
               });
    }

    const Gazetteer& below_;
    std::unordered_map<PlaceNumber, std::string> taken_;   // by which draft
    std::unordered_map<std::string, PlaceNumber> joined_;  // by the draft's id
};

}  // namespace

std::size_t join(std::vector<Draft>& places, const Gazetteer& below) {
    if (below.size() == 0) return 0;
    // Wide ones first: what lies in them is joined by them. Seats before others of their name.
    std::vector<std::size_t> order(places.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        if (places[a].kind != places[b].kind) return places[a].kind < places[b].kind;
        return places[a].seat > places[b].seat;
    });
    Joining joining(below);
    std::size_t count = 0;
    for (const std::size_t i : order) count += joining.join(places[i]) ? 1 : 0;
    return count;
}

}  // namespace sitrep::lookup
