// home: the folder of this installation, which holds lexicon/ and models/.
#pragma once

#include <string>

namespace sitrep::cli {

// SITREP_HOME where it is set, else the nearest folder above the program that holds lexicon/en;
// empty where there is none.
std::string home();

}  // namespace sitrep::cli
