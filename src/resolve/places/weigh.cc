#include "resolve/places/weigh.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace sitrep::resolve::places_ {
namespace {

using lookup::NameKind;
using lookup::PlaceNumber;
using values::PlaceKind;

constexpr int rounds_max = 4;          // of weighing each name by the others
constexpr std::size_t passed_max = 4;  // candidates told beside the chosen
constexpr double kilometres_of_radian = 6371.0088;

// What is asked of a candidate over and over.
struct Facts {
    PlaceNumber place = 0;
    PlaceKind kind = PlaceKind::Town;
    std::optional<PlaceNumber> country;
    std::optional<PlaceNumber> province;
    std::optional<values::Point> point;
    double x = 0, y = 0, z = 0;
    double alone = 0;  // what its name and weight are worth
};

class Weighing {
public:
    Weighing(const std::vector<Spot>& spots, std::vector<Group>& groups,
             const lookup::Gazetteer& gazetteer, const Weights& weights)
        : spots_(spots), groups_(groups), gazetteer_(gazetteer), weights_(weights) {
        for (const Group& group : groups_) {
            auto& facts = facts_.emplace_back();
            for (const auto& candidate : group.candidates) facts.push_back(facts_of(candidate));
            prefer_capitals(facts);
        }
    }

    std::vector<Chosen> run() {
        for (int round = 0; round < rounds_max; ++round) {
            bool changed = false;
            count(round);
            for (std::size_t g = 0; g < groups_.size(); ++g) {
                const auto before = groups_[g].chosen;
                choose(g, round);
                changed = changed || groups_[g].chosen != before;
            }
            if (round > 0 && !changed) break;
        }
        count(rounds_max);
        std::vector<Chosen> chosen;
        for (std::size_t i = 0; i < spots_.size(); ++i) chosen.push_back(one(i));
        return chosen;
    }

private:
    Facts facts_of(const lookup::Candidate& candidate) const {
        Facts facts;
        facts.place = candidate.place;
        facts.kind = gazetteer_.kind(candidate.place);
        facts.point = gazetteer_.point(candidate.place);
        facts.alone =
            weights_.weight * gazetteer_.weight(candidate.place) - weights_.cost * candidate.cost;
        if (candidate.met == lookup::Met::Bare && facts.kind >= PlaceKind::District) {
            // "Ohio" is hardly "Ohio County".
            const double times = facts.kind == PlaceKind::District ? 2 : 1;
            facts.alone -= times * weights_.bare;
        }
        const auto take = [&](PlaceNumber place) {
            const auto kind = gazetteer_.kind(place);
            if (kind == PlaceKind::Country) facts.country = place;
            if (kind == PlaceKind::Province) facts.province = place;
        };
        take(candidate.place);
        for (const auto parent : gazetteer_.parents(candidate.place)) take(parent);
        if (facts.point) {
            constexpr double radians = 3.14159265358979323846 / 180;
            const double latitude = facts.point->latitude * radians;
            const double longitude = facts.point->longitude * radians;
            facts.x = std::cos(latitude) * std::cos(longitude);
            facts.y = std::cos(latitude) * std::sin(longitude);
            facts.z = std::sin(latitude);
        }
        return facts;
    }

    // "talks in Tashkent": the capital before the province named after it.
    void prefer_capitals(std::vector<Facts>& all) const {
        for (const Facts& capital : all) {
            if (gazetteer_.seat(capital.place) != lookup::Seat::OfCountry) continue;
            for (Facts& other : all) {
                const bool wider =
                    other.kind == PlaceKind::Province || other.kind == PlaceKind::District;
                if (wider && other.country == capital.country) other.alone -= weights_.kind;
            }
        }
    }

    const Facts* chosen(std::size_t group) const {
        const auto& choice = groups_[group].chosen;
        return choice ? &facts_[group][*choice] : nullptr;
    }

    // In how many other names each country and province lies; in the first round those of names
    // with one sense alone, or that are countries and provinces themselves.
    void count(int round) {
        countries_.clear();
        provinces_.clear();
        total_ = 0;
        for (std::size_t g = 0; g < groups_.size(); ++g) {
            if (round == 0 && !groups_[g].candidates.empty()) {
                const auto best = best_alone(g);
                const auto kind = facts_[g][best].kind;
                const bool sure = facts_[g].size() == 1 || kind <= PlaceKind::Province;
                if (!sure) continue;
                groups_[g].chosen = best;
            }
            const Facts* const facts = chosen(g);
            if (facts == nullptr || (facts->kind < PlaceKind::Country)) continue;
            total_ += 1;
            if (facts->country) countries_[*facts->country] += 1;
            if (facts->province) provinces_[*facts->province] += 1;
        }
    }

    std::size_t best_alone(std::size_t group) const {
        std::size_t best = 0;
        for (std::size_t c = 1; c < facts_[group].size(); ++c) {
            if (facts_[group][c].alone > facts_[group][best].alone) best = c;
        }
        return best;
    }

    double context(std::size_t group, const Facts& facts) const {
        const Facts* const now = chosen(group);
        const auto share = [&](const std::map<PlaceNumber, double>& counts,
                               std::optional<PlaceNumber> place, std::optional<PlaceNumber> own) {
            if (!place || total_ <= 0) return 0.0;
            const auto found = counts.find(*place);
            double count = found == counts.end() ? 0 : found->second;
            double total = total_;
            if (now != nullptr && now->kind >= PlaceKind::Country) {
                total -= 1;
                if (own == place) count -= 1;
            }
            return total <= 0 ? 0.0 : count / (total + 1);
        };
        double score = weights_.country * share(countries_, facts.country,
                                                now != nullptr ? now->country : std::nullopt);
        score += weights_.province *
                 std::sqrt(std::max(0.0, share(provinces_, facts.province,
                                               now != nullptr ? now->province : std::nullopt)));
        return score + weights_.near * nearness(group, facts);
    }

    // How much of the report lies near, in [0, 1].
    double nearness(std::size_t group, const Facts& facts) const {
        if (!facts.point || facts.kind <= PlaceKind::Province) return 0;
        double sum = 0;
        for (std::size_t g = 0; g < groups_.size(); ++g) {
            const Facts* const other = chosen(g);
            if (g == group || other == nullptr || !other->point || other->place == facts.place ||
                other->kind <= PlaceKind::Province) {
                continue;
            }
            const double cosine = facts.x * other->x + facts.y * other->y + facts.z * other->z;
            const double far = kilometres_of_radian * std::acos(std::clamp(cosine, -1.0, 1.0));
            sum += std::exp(-far / weights_.reach_kilometres);
        }
        return sum / (sum + 0.5);
    }

    bool lies_in(const Spot& spot, const Facts& facts) const {
        for (const auto outer : spot.inside) {
            const auto group = spots_[outer].group;
            for (std::size_t c = 0; c < facts_[group].size(); ++c) {
                if (facts_[group][c].place == facts.place) continue;
                // What was not chosen may be what is meant, if it is wide: "Athens, Georgia".
                const bool wide = facts_[group][c].kind <= PlaceKind::District;
                if (!wide && groups_[group].chosen != c) continue;
                if (gazetteer_.contains(facts_[group][c].place, facts.place)) return true;
            }
        }
        return false;
    }

    // Whether what the text says of one mention speaks for a candidate.
    double said(const Spot& spot, std::size_t candidate) const {
        const Facts& facts = facts_[spot.group][candidate];
        double score = lies_in(spot, facts) ? weights_.said : 0;
        for (const auto inner : inside_of(spot)) {
            const Facts* const other = chosen(spots_[inner].group);
            if (other != nullptr && other->place != facts.place &&
                facts.kind <= PlaceKind::District &&
                gazetteer_.contains(facts.place, other->place)) {
                score += weights_.said / 2;
            }
        }
        if (spot.kinds != 0) {
            const bool fits = ((spot.kinds >> static_cast<unsigned>(facts.kind)) & 1U) != 0;
            score += fits ? weights_.kind : -weights_.kind;
        }
        const auto kind = groups_[spot.group].candidates[candidate].kind;
        const bool bent = kind == NameKind::Adjective || kind == NameKind::People;
        if (bent != (spot.use == values::PlaceUse::Adjective) && bent) score -= weights_.kind;
        return score;
    }

    std::vector<std::size_t> inside_of(const Spot& outer) const {
        std::vector<std::size_t> found;
        const auto at = static_cast<std::size_t>(&outer - spots_.data());
        for (std::size_t i = at > 8 ? at - 8 : 0; i < std::min(spots_.size(), at + 3); ++i) {
            const auto& inside = spots_[i].inside;
            if (std::find(inside.begin(), inside.end(), at) != inside.end()) found.push_back(i);
        }
        return found;
    }

    double group_score(std::size_t group, std::size_t candidate) const {
        const Facts& facts = facts_[group][candidate];
        double best = 0;
        double worst = 0;
        for (const auto spot : groups_[group].spots) {
            const double score = said(spots_[spot], candidate);
            best = std::max(best, score);
            worst = std::min(worst, score);
        }
        return facts.alone + best + worst + context(group, facts);
    }

    void choose(std::size_t group, int) {
        const auto& candidates = facts_[group];
        if (candidates.empty()) return;
        std::size_t best = 0;
        double best_score = -1e9;
        for (std::size_t c = 0; c < candidates.size(); ++c) {
            const double score = group_score(group, c);
            if (score > best_score) {
                best = c;
                best_score = score;
            }
        }
        groups_[group].chosen = best;
    }

    // One sense a report, unless the words of this mention say another.
    Chosen one(std::size_t spot) const {
        const std::size_t group = spots_[spot].group;
        Chosen result;
        std::vector<std::pair<std::size_t, double>> scored;
        for (std::size_t c = 0; c < facts_[group].size(); ++c) {
            const double own = said(spots_[spot], c);
            scored.emplace_back(c, group_score(group, c) + own);
        }
        std::stable_sort(scored.begin(), scored.end(),
                         [](const auto& a, const auto& b) { return a.second > b.second; });
        if (scored.empty()) return result;
        double sum = 0;
        for (const auto& [candidate, score] : scored) sum += std::exp(score - scored[0].second);
        result.candidate = scored[0].first;
        result.score = 1 / sum;
        const Facts& facts = facts_[group][scored[0].first];
        result.rule = lies_in(spots_[spot], facts) ? "said-parent"
                      : scored.size() == 1         ? "only-one"
                                                   : "weighed";
        for (std::size_t i = 1; i < std::min(scored.size(), passed_max + 1); ++i) {
            result.others.emplace_back(scored[i].first,
                                       std::exp(scored[i].second - scored[0].second) / sum);
        }
        return result;
    }

    const std::vector<Spot>& spots_;
    std::vector<Group>& groups_;
    const lookup::Gazetteer& gazetteer_;
    const Weights& weights_;
    std::vector<std::vector<Facts>> facts_;
    std::map<PlaceNumber, double> countries_;
    std::map<PlaceNumber, double> provinces_;
    double total_ = 0;
};

}  // namespace

std::vector<Chosen> weigh(const std::vector<Spot>& spots, std::vector<Group>& groups,
                          const lookup::Gazetteer& gazetteer, const Weights& weights) {
    return Weighing(spots, groups, gazetteer, weights).run();
}

}  // namespace sitrep::resolve::places_
