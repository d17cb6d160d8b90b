// weigh: which candidate each name of a report means.
//
// Weights  set by hand after reading errors on LGL; not fitted, and not yet measured one by one
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "lookup/gazetteer.h"
#include "resolve/places/spot.h"

namespace sitrep::resolve::places_ {

struct Weights {
    double cost = 3;       // of another spelling
    double weight = 1.8;   // what one expects of a place that nothing speaks for
    double kind = 1.5;     // the kind the text says, for and against
    double said = 5;       // lies in what the text says it lies in
    double bare = 2;       // "Texas" for Texas City: against a settlement met without its word
    double country = 1.5;  // share of the report's other names in the same country
    double province = 3;   // ... in the same province, or that province itself
    double near = 2.5;     // other names of the report within reach
    double reach_kilometres = 100;
};

// Which candidate each spot means (a position in its group's candidates), and how it was scored.
struct Chosen {
    std::optional<std::size_t> candidate;
    std::string rule;
    double score = 0;
    std::vector<std::pair<std::size_t, double>> others;  // best first
};

std::vector<Chosen> weigh(const std::vector<Spot>& spots, std::vector<Group>& groups,
                          const lookup::Gazetteer& gazetteer, const Weights& weights = {});

}  // namespace sitrep::resolve::places_
