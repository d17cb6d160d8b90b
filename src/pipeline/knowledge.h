// Knowledge: all that reading a report needs to know, opened from an installation.
//
// Home    the folder that holds lexicon/en and models/english
// Errors  place, fault and next step of what is missing or damaged: the installation is broken
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "extract/acts_known.h"
#include "nn/encoder.h"
#include "read/known.h"
#include "read/options.h"
#include "read/reports.h"
#include "split/words.h"

namespace sitrep::pipeline {

struct Lexicon {
    read::Known reading;
    split::Words words;
    extract::ActsKnown acts;
};

struct Knowledge {
    Lexicon lexicon;
    nn::Encoder encoder;
};

std::string lexicon_folder(const std::string& home);
std::string model_folder(const std::string& home);

base::Result<Lexicon> open_lexicon(const std::string& home);
base::Result<Knowledge> open(const std::string& home);

// The reports of paths, their open years fixed by their siblings.
read::Input input(const std::vector<std::string>& paths, const read::Options& options,
                  const Lexicon& lexicon);

// Knowledge and input together: the weights load while the reports are read.
struct Prepared {
    Knowledge know;
    read::Input input;
};
base::Result<Prepared> prepare(const std::string& home, const std::vector<std::string>& paths,
                               const read::Options& options);

}  // namespace sitrep::pipeline
