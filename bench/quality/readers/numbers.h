// numbers: sentences and phrases with the figures they tell.
//
// Sets    NewsQuant (JSON array of text and quantities), Recognizers-Text specs (JSON array of
//         Input and Results), Duckling's numerals (TSV of section, expected, phrase)
// Errors  a file that is no such thing: path and next step
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/result.h"

namespace sitrep::quality {

// A figure as a data set tells it; a value without a number is left out by the readers.
struct ToldFigure {
    double low = 0;
    double high = 0;      // the second end of a range, as written; low where there is one value
    bool ranges = false;  // two ends are told
    std::string change;   // NewsQuant: = > < ~ up down
    std::string unit;     // normalised
};

struct ToldText {
    std::string id;
    std::string text;
    std::vector<ToldFigure> figures;
    bool odd = false;  // an expected value is no number ("null", "end-1"): not measurable
};

base::Result<std::vector<ToldText>> newsquant_file(const std::string& path);
// Intervals "[20,35)" give both ends; an open end is infinite.
base::Result<std::vector<ToldText>> spec_file(const std::string& path);
base::Result<std::vector<ToldText>> duckling_file(const std::string& path);

}  // namespace sitrep::quality
