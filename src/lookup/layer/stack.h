// Stack: the layers of a gazetteer, lowest first, and which of their rows are one place.
#pragma once

#include <unordered_map>
#include <utility>
#include <vector>

#include "lookup/gazetteer.h"
#include "lookup/kind_words.h"
#include "lookup/layer/format.h"
#include "lookup/spelling.h"

namespace sitrep::lookup {

struct Gazetteer::Stack {
    std::vector<layer::View> layers;
    std::vector<PlaceNumber> bases;  // of each layer's first row; one more at the end
    // The row that stands for each; empty where no layer lies on another.
    std::vector<PlaceNumber> standing;
    std::unordered_map<PlaceNumber, std::vector<PlaceNumber>> below;  // topmost first
    std::unordered_map<PlaceNumber, PlaceNumber> parents_below;
    std::vector<KindWords> kinds;  // of each layer
    Spelling spelling;             // of the lowest layer

    // A row and its layer.
    struct At {
        const layer::View& view;
        std::uint32_t row;
        const layer::Row& operator*() const { return view.rows()[row]; }
        const layer::Row* operator->() const { return &view.rows()[row]; }
    };

    void put(layer::View view);  // on top
    void settle();               // once all are there

    std::size_t layer_of(PlaceNumber place) const;
    At at(PlaceNumber place) const;
    PlaceNumber stands(PlaceNumber place) const {
        return standing.empty() ? place : standing[place];
    }
    // Calls with the place's row and those below it, topmost first, until one answers true.
    template <class Ask>
    bool any(PlaceNumber place, const Ask& ask) const {
        if (ask(place)) return true;
        const auto found = below.find(place);
        if (found == below.end()) return false;
        for (const PlaceNumber lower : found->second) {
            if (ask(lower)) return true;
        }
        return false;
    }
    std::optional<PlaceNumber> find(std::string_view id, std::size_t layers_below) const;

private:
    void stand_over(std::size_t upper, std::size_t lower);
};

}  // namespace sitrep::lookup
