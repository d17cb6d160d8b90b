// home: the folder of this installation, which holds lexicon/ and models/.
#pragma once

#include <string>

namespace sitrep::cli {

// SITREP_HOME where it is set, else the nearest folder above the program that holds lexicon/en;
// empty where there is none.
std::string home();

// Where a set-up puts the world layer of places.
std::string world_layer(const std::string& home);
// Where imported layers of places lie: $XDG_DATA_HOME/sitrep/gazetteer, by default below
// ~/.local/share; empty where there is no home of a user either.
std::string imported_layers();

}  // namespace sitrep::cli
