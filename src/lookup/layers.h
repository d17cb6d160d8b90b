// layers: where the layers of a gazetteer lie and what they are made with.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "lookup/features.h"
#include "lookup/kind_words.h"
#include "lookup/spelling.h"

namespace sitrep::lookup {

constexpr const char* layer_ending = ".places";

// The world layer where it is there, then the folder's layers by the bytes of their names: the
// later stands over the earlier. Either may be empty or absent.
std::vector<std::string> layer_paths(const std::string& world, const std::string& folder);

// The lexicon's tables that layers are made with, from lexicon/en/places.
struct PlaceTables {
    Features features;
    KindWords kinds;
    Spelling spelling;
};
base::Result<PlaceTables> place_tables(const std::string& folder);

}  // namespace sitrep::lookup
