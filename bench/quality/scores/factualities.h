// factualities: whether it is said rightly that something happened, and how far from the judges.
//
// Macro F1  of "happened" (label >= 1) against "did not" (label <= -1), over those labels alone:
//           most words happened, so that accuracy says nothing
// MAE       mean of |ours - label| over all labels, on the judges' scale from -3 to 3
// Source    MAE: Stanovsky et al., "Integrating deep linguistic features in factuality prediction
//           over unified datasets", ACL 2017
#pragma once

#include <vector>

#include "quality/scores/rates.h"

namespace sitrep::quality {

struct Factuality {
    double label = 0;
    bool happened = true;  // ours
    double scale = 0;      // ours
};

struct FactualityScore {
    Counts happened;
    Counts did_not;
    double macro_f1 = 0;
    double mae = 0;
};

FactualityScore score(const std::vector<Factuality>& judged);

}  // namespace sitrep::quality
