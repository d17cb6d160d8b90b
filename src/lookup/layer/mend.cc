// The door's mend: what importers read, made into places that hang together.
#include <algorithm>
#include <cmath>
#include <numbers>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "lookup/folded.h"
#include "lookup/import/rows.h"
#include "lookup/layer.h"

namespace sitrep::lookup {
namespace {

constexpr std::size_t nowhere = static_cast<std::size_t>(-1);
constexpr double cells_a_degree = 2;  // towns of one cell count once in a middle

using imported::note;
using ById = std::unordered_map<std::string_view, std::size_t>;

bool nameable(std::string_view text) {
    if (text.empty() || text.size() > name_bytes_max) return false;
    const std::string name = folded(text);
    return !name.empty() && !has_other_script(name);
}

// Leaves out names that cannot be asked for; without one of its own, an alias takes its place.
bool mend_names(Draft& draft) {
    std::erase_if(draft.names, [](const DraftName& name) { return !nameable(name.text); });
    if (draft.names.size() > names_of_place_max) draft.names.resize(names_of_place_max);
    if (nameable(draft.name)) return true;
    if (draft.names.empty()) return false;
    draft.name = draft.names.front().text;
    return true;
}

void drop_repeated(Drafts& drafts) {
    std::unordered_set<std::string> ids;
    std::vector<Draft> kept;
    kept.reserve(drafts.places.size());
    for (Draft& draft : drafts.places) {
        const std::size_t line = draft.line;
        if (draft.id.empty() || draft.id.size() > name_bytes_max) {
            note(drafts, line, "no id; left out");
        } else if (!mend_names(draft)) {
            note(drafts, line, "no name in a script that is read; left out");
        } else if (kept.size() >= layer_places_max) {
            note(drafts, line, "more places than a layer holds; left out");
        } else if (!ids.insert(draft.id).second) {
            note(drafts, line, "the id " + draft.id + " a second time; left out");
        } else {
            kept.push_back(std::move(draft));
        }
    }
    for (Draft& draft : kept) {
        std::erase_if(draft.also, [&](const std::string& id) {
            return id.empty() || id.size() > name_bytes_max || !ids.insert(id).second;
        });
    }
    drafts.places = std::move(kept);
}

ById by_id(const std::vector<Draft>& places) {
    ById found;
    for (std::size_t i = 0; i < places.size(); ++i) {
        found.emplace(places[i].id, i);
        for (const auto& id : places[i].also) found.emplace(id, i);
    }
    return found;
}

// Each place's parent in this layer, nowhere for none or one below.
std::vector<std::size_t> hang(Drafts& drafts, const Gazetteer& below) {
    const ById ids = by_id(drafts.places);
    std::vector<std::size_t> parents(drafts.places.size(), nowhere);
    for (std::size_t i = 0; i < drafts.places.size(); ++i) {
        Draft& draft = drafts.places[i];
        const auto known =
            std::find_if(draft.parents.begin(), draft.parents.end(), [&](const std::string& id) {
                const auto own = ids.find(id);
                if (own != ids.end() && own->second != i) parents[i] = own->second;
                return parents[i] != nowhere || below.find(id).has_value();
            });
        if (known != draft.parents.end()) {
            draft.parents = {*known};
        } else if (!draft.parents.empty()) {
            note(drafts, draft.line,
                 "its parent " + draft.parents.front() + " is not known; kept without");
            draft.parents.clear();
        }
    }
    return parents;
}

// Cuts each ring at the place where a walk meets itself.
void cut_rings(Drafts& drafts, std::vector<std::size_t>& parents) {
    std::vector<std::size_t> walked(parents.size(), nowhere);  // by which start
    for (std::size_t start = 0; start < parents.size(); ++start) {
        std::size_t at = start;
        while (at != nowhere && walked[at] == nowhere) {
            walked[at] = start;
            const std::size_t next = parents[at];
            if (next != nowhere && walked[next] == start) {
                Draft& draft = drafts.places[at];
                note(drafts, draft.line,
                     "lies in itself by way of " + draft.parents.front() + "; kept without parent");
                draft.parents.clear();
                parents[at] = nowhere;
                break;
            }
            at = next;
        }
    }
}

// A mean direction from the middle of the earth, so that no date line cuts it.
struct Middle {
    double x = 0;
    double y = 0;
    double z = 0;

    void add(values::Point point) {
        const double latitude = point.latitude * std::numbers::pi / 180;
        const double longitude = point.longitude * std::numbers::pi / 180;
        x += std::cos(latitude) * std::cos(longitude);
        y += std::cos(latitude) * std::sin(longitude);
        z += std::sin(latitude);
    }
    std::optional<values::Point> point() const {
        if (x == 0 && y == 0 && z == 0) return std::nullopt;
        return values::point(std::atan2(z, std::hypot(x, y)) * 180 / std::numbers::pi,
                             std::atan2(y, x) * 180 / std::numbers::pi);
    }
};

void find_middles(std::vector<Draft>& places, const std::vector<std::size_t>& parents) {
    std::unordered_map<std::size_t, Middle> middles;
    std::unordered_set<std::uint64_t> counted;
    for (const Draft& draft : places) {
        if (!draft.point) continue;
        const auto row = static_cast<std::uint64_t>((draft.point->latitude + 90) * cells_a_degree);
        const auto column =
            static_cast<std::uint64_t>((draft.point->longitude + 180) * cells_a_degree);
        std::size_t at = parents[static_cast<std::size_t>(&draft - places.data())];
        for (std::size_t depth = 0; at != nowhere && depth < place_depth_max; ++depth) {
            const std::uint64_t cell = row * 1000 + column;
            if (!places[at].point && counted.insert(at * 1'000'000 + cell).second) {
                middles[at].add(*draft.point);
            }
            at = parents[at];
        }
    }
    for (const auto& [at, middle] : middles) places[at].point = middle.point();
}

}  // namespace

void mend(Drafts& drafts, const Gazetteer& below) {
    drop_repeated(drafts);
    auto parents = hang(drafts, below);
    cut_rings(drafts, parents);
    find_middles(drafts.places, parents);
    std::stable_sort(drafts.faults.begin(), drafts.faults.end(),
                     [](const Fault& a, const Fault& b) { return a.line < b.line; });
}

}  // namespace sitrep::lookup
