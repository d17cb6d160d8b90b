// The door's Gazetteer::candidates: what a name may mean, by each of its keys.
#include <algorithm>
#include <unordered_map>

#include "lookup/folded.h"
#include "lookup/gazetteer.h"
#include "lookup/layer/stack.h"

namespace sitrep::lookup {
namespace {

constexpr std::size_t name_bytes_asked_max = 400;  // of a name; longer ones are nobody's
constexpr std::size_t keys_read_max = 4096;        // of one hash in one layer
constexpr double glued_cost = 0.01;
constexpr double bare_cost = 0.02;
constexpr double variant_cost_max = 0.75;  // farther, one in a hundred is the same place
constexpr std::string_view article = "the ";

bool capitals(std::string_view name) {
    return std::none_of(name.begin(), name.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

// "Va." is met by "Va", "VA" and "V.A.", not by "va".
bool written_as(std::string_view asked, std::string_view abbreviation) {
    if (capitals(asked)) return true;
    std::size_t at = 0;
    for (const char c : asked) {
        if (c == '.' || c == ' ') continue;
        while (at < abbreviation.size() && (abbreviation[at] == '.' || abbreviation[at] == ' ')) {
            ++at;
        }
        if (at == abbreviation.size() || abbreviation[at++] != c) return false;
    }
    return true;
}

}  // namespace

// One question, gathered layer by layer.
class Asking {
public:
    Asking(const Gazetteer& gazetteer, const Gazetteer::Stack& stack, std::string_view name,
           const Wanted& wanted)
        : gazetteer_(gazetteer),
          stack_(stack),
          asked_(name),
          wanted_(wanted),
          folded_(folded(name)),
          glued_(glued(folded_)) {}

    std::vector<Candidate> all() {
        if (glued_.empty()) return {};
        if (wanted_.variants) {
            sounds_ = sounds(folded_);
            skeleton_ = skeleton(folded_);
            near_skeleton_ = near_skeleton(folded_);
        }
        for (std::size_t i = 0; i < stack_.layers.size(); ++i) {
            layer_ = i;
            exact();
            bare();
            if (wanted_.variants && skeleton_.size() > 1) variants();
        }
        return ranked();
    }

private:
    void exact() {
        const auto& view = stack_.layers[layer_];
        read(view.folded_keys(), glued_, [&](const layer::Name& name) {
            if (view.text(name.folded) == folded_) {
                offer(name, Met::Folded, 0);
            } else if (glued(view.text(name.folded)) == glued_) {
                offer(name, Met::Glued, glued_cost);
            }
        });
    }

    // The name without its word of kind against whole names, and as it is against bare ones.
    void bare() {
        const auto& view = stack_.layers[layer_];
        read(view.bare_keys(), glued_,
             [&](const layer::Name& name) { offer(name, Met::Bare, bare_cost); });
        if (folded_.starts_with(article)) {
            read(view.folded_keys(), glued(folded_.substr(article.size())),
                 [&](const layer::Name& name) { offer(name, Met::Bare, bare_cost); });
        }
        const auto left = stack_.kinds[layer_].bare(folded_);
        if (!left) return;
        const auto offer_fitting = [&](const layer::Name& name) {
            const auto kind = static_cast<values::PlaceKind>(view.rows()[name.row].kind);
            if (left->fits(kind)) offer(name, Met::Bare, bare_cost);
        };
        read(view.folded_keys(), glued(left->name), offer_fitting);
        read(view.bare_keys(), glued(left->name), offer_fitting);
    }

    void variants() {
        const auto& view = stack_.layers[layer_];
        read(view.skeleton_keys(), skeleton_, [&](const layer::Name& name) {
            const auto other = view.text(name.folded);
            if (std::max(other.size(), folded_.size()) >
                3 * std::min(other.size(), folded_.size())) {
                return;
            }
            const double cost = stack_.spelling.far(sounds_, sounds(other), variant_cost_max);
            if (cost >= 1) return;
            const bool near = near_skeleton(other) == near_skeleton_;
            offer(name, near ? Met::Skeleton : Met::Loose, std::max(cost, 2 * bare_cost));
        });
    }

    template <class Take>
    void read(std::span<const layer::Key> keys, const std::string& key, const Take& take) {
        const auto& view = stack_.layers[layer_];
        const auto found = layer::View::matching(keys, layer::key_hash(key));
        const auto count = std::min(found.size(), keys_read_max);
        for (const auto& entry : found.first(count)) {
            const layer::Name& name = view.names()[entry.at];
            if (static_cast<NameKind>(name.kind) == NameKind::Abbreviation &&
                !written_as(asked_, view.text(name.text))) {
                continue;
            }
            take(name);
        }
    }

    void offer(const layer::Name& name, Met met, double cost) {
        const auto place = stack_.stands(stack_.bases[layer_] + name.row);
        const auto known = places_.find(place);
        if (known != places_.end()) {
            Candidate& best = found_[known->second];
            if (best.cost <= cost) return;
            best = {place, cost, met, static_cast<NameKind>(name.kind), text(name)};
            return;
        }
        if (wanted_.within && !gazetteer_.contains(*wanted_.within, place)) return;
        places_.emplace(place, found_.size());
        found_.push_back({place, cost, met, static_cast<NameKind>(name.kind), text(name)});
    }

    std::string_view text(const layer::Name& name) const {
        return stack_.layers[layer_].text(name.text);
    }

    std::vector<Candidate> ranked() {
        std::vector<std::pair<double, std::size_t>> weights;
        weights.reserve(found_.size());
        for (std::size_t i = 0; i < found_.size(); ++i) {
            weights.emplace_back(gazetteer_.weight(found_[i].place), i);
        }
        std::sort(weights.begin(), weights.end(), [&](const auto& a, const auto& b) {
            const Candidate& one = found_[a.second];
            const Candidate& two = found_[b.second];
            if (one.cost != two.cost) return one.cost < two.cost;
            return a.first != b.first ? a.first > b.first : one.place < two.place;
        });
        std::vector<Candidate> out;
        const auto count = std::min(weights.size(), wanted_.count_max);
        out.reserve(count);
        for (std::size_t i = 0; i < count; ++i) out.push_back(found_[weights[i].second]);
        return out;
    }

    const Gazetteer& gazetteer_;
    const Gazetteer::Stack& stack_;
    std::string_view asked_;
    const Wanted& wanted_;
    std::string folded_;
    std::string glued_;
    std::string sounds_;
    std::string skeleton_;
    std::string near_skeleton_;
    std::size_t layer_ = 0;
    std::vector<Candidate> found_;
    std::unordered_map<PlaceNumber, std::size_t> places_;  // positions in found_
};

std::vector<Candidate> Gazetteer::candidates(std::string_view name, const Wanted& wanted) const {
    if (name.size() > name_bytes_asked_max) return {};
    return Asking(*this, *stack_, name, wanted).all();
}

}  // namespace sitrep::lookup
