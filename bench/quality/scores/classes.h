// classes: one label an item against the one that was given to it.
//
// Macro F1  the plain mean of the F1 of each label asked for, over all items: an item of another
//           label that was given this one counts against its precision. A label of no item and no
//           prediction has F1 0.
// Accuracy  right of all expected, as Counts::recall
// Source    Sokolova and Lapalme, "A systematic analysis of performance measures for classification
//           tasks", 2009 (macro average)
#pragma once

#include <map>
#include <string>
#include <vector>

#include "quality/scores/rates.h"

namespace sitrep::quality {

struct Judged {
    std::string expected;
    std::string predicted;  // empty: no answer
};

std::map<std::string, Counts> by_label(const std::vector<Judged>& items);
double macro_f1(const std::vector<Judged>& items, const std::vector<std::string>& labels);

}  // namespace sitrep::quality
