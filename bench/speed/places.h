// How fast places are looked up in the world layer of this installation.
#pragma once

#include <optional>
#include <string>

namespace sitrep::speed {

struct PlaceFigures {
    double open_ms = 0;
    double layer_mb = 0;
    double names_a_second = 0;     // every place's own name, without variants
    double variants_a_second = 0;  // a letter changed, with variants
};

// Empty where there is no layer at path. The quickest of so many runs.
std::optional<PlaceFigures> place_figures(const std::string& path, int runs);

}  // namespace sitrep::speed
