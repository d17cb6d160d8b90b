#include "lookup/layer/stack.h"

#include <algorithm>
#include <numeric>

#include "base/check.h"

namespace sitrep::lookup {

void Gazetteer::Stack::put(layer::View view) {
    if (layers.empty()) {
        spelling = view.spelling();
        bases.push_back(0);
    }
    bases.push_back(bases.back() + static_cast<PlaceNumber>(view.places()));
    kinds.push_back(KindWords::parse(view.words()));
    layers.push_back(std::move(view));
}

void Gazetteer::Stack::settle() {
    if (layers.size() > 1) {
        standing.resize(bases.back());
        std::iota(standing.begin(), standing.end(), PlaceNumber{0});
        for (std::size_t upper = 1; upper < layers.size(); ++upper) {
            for (std::size_t lower = upper; lower-- > 0;) stand_over(upper, lower);
        }
        // From the top, so that what stands for a row is settled before the row asks.
        for (PlaceNumber place = bases.back(); place-- > 0;) {
            standing[place] = standing[standing[place]];
            if (standing[place] != place) below[standing[place]].push_back(place);
        }
    }
    for (std::size_t i = 1; i < layers.size(); ++i) {
        for (std::uint32_t row = 0; row < layers[i].places(); ++row) {
            const layer::Text id = layers[i].rows()[row].parent_below;
            if (id.bytes == 0) continue;
            const auto parent = find(layers[i].text(id), i);
            if (parent) parents_below[bases[i] + row] = *parent;
        }
    }
}

// Both layers' ids are sorted by their hashes: one walk meets all that they share.
void Gazetteer::Stack::stand_over(std::size_t upper, std::size_t lower) {
    const layer::View& above = layers[upper];
    const layer::View& under = layers[lower];
    auto at = under.id_keys().begin();
    for (const layer::Key& key : above.id_keys()) {
        const auto hash = key.hash();
        while (at != under.id_keys().end() && at->hash() < hash) ++at;
        if (at == under.id_keys().end()) break;
        const layer::Id& mine = above.ids()[key.at];
        for (auto same = at; same != under.id_keys().end() && same->hash() == hash; ++same) {
            const layer::Id& its = under.ids()[same->at];
            if (above.text(mine.text) != under.text(its.text)) continue;
            PlaceNumber& stands = standing[bases[lower] + its.row];
            // Two rows of one layer may claim one below: the first has it.
            if (stands == bases[lower] + its.row) stands = bases[upper] + mine.row;
        }
    }
}

std::size_t Gazetteer::Stack::layer_of(PlaceNumber place) const {
    CHECK(!bases.empty() && place < bases.back());
    std::size_t i = 0;
    while (place >= bases[i + 1]) ++i;
    return i;
}

Gazetteer::Stack::At Gazetteer::Stack::at(PlaceNumber place) const {
    const auto i = layer_of(place);
    return {layers[i], place - bases[i]};
}

std::optional<PlaceNumber> Gazetteer::Stack::find(std::string_view id,
                                                  std::size_t layers_below) const {
    for (std::size_t i = layers_below; i-- > 0;) {
        for (const auto& key : layer::View::matching(layers[i].id_keys(), layer::key_hash(id))) {
            const layer::Id& found = layers[i].ids()[key.at];
            if (layers[i].text(found.text) == id) return stands(bases[i] + found.row);
        }
    }
    return std::nullopt;
}

}  // namespace sitrep::lookup
