// Knowledge: all that reading a report needs to know, opened from an installation.
//
// Home    the folder that holds lexicon/en and models/english
// Errors  place, fault and next step of what is missing or damaged: the installation is broken
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "extract/acts_known.h"
#include "lookup/gazetteer.h"
#include "nn/encoder.h"
#include "read/known.h"
#include "read/options.h"
#include "read/reports.h"
#include "resolve/actors_known.h"
#include "resolve/beings_known.h"
#include "resolve/moments.h"
#include "resolve/numbers_known.h"
#include "resolve/places_known.h"
#include "split/words.h"

namespace sitrep::pipeline {

struct Lexicon {
    read::Known reading;
    split::Words words;
    extract::ActsKnown acts;
};

// What the resolve room needs.
struct Resolving {
    resolve::TimeKnown times;
    resolve::NumbersKnown numbers;
    resolve::BeingsKnown beings;
    resolve::ActorsKnown actors;
    resolve::PlacesKnown places;
    lookup::Gazetteer gazetteer;
};

// What marks need; a digest needs the rest too.
struct Annotating {
    Lexicon lexicon;
    nn::Encoder encoder;
};

struct Knowledge : Annotating {
    Resolving resolving;
};

std::string lexicon_folder(const std::string& home);
std::string model_folder(const std::string& home);

// Where an installation stands, and the layers of places to stack (lookup/layers.h).
struct Home {
    std::string folder;
    std::vector<std::string> layers;
};

base::Result<Lexicon> open_lexicon(const std::string& home);
base::Result<Resolving> open_resolving(const Home& home);
base::Result<Knowledge> open(const Home& home);

// The reports of paths, their open years fixed by their siblings.
read::Input input(const std::vector<std::string>& paths, const read::Options& options,
                  const Lexicon& lexicon);

// Knowledge and input together: the weights load while the reports are read.
struct Prepared {
    Knowledge know;
    read::Input input;
};
struct PreparedForMarks {
    Annotating know;
    read::Input input;
};
base::Result<Prepared> prepare(const Home& home, const std::vector<std::string>& paths,
                               const read::Options& options);
base::Result<PreparedForMarks> prepare_for_marks(const std::string& home,
                                                 const std::vector<std::string>& paths,
                                                 const read::Options& options);

}  // namespace sitrep::pipeline
