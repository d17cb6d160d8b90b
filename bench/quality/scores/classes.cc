#include "quality/scores/classes.h"

namespace sitrep::quality {

std::map<std::string, Counts> by_label(const std::vector<Judged>& items) {
    std::map<std::string, Counts> out;
    for (const Judged& item : items) {
        ++out[item.expected].expected;
        if (item.predicted.empty()) continue;
        ++out[item.predicted].predicted;
        if (item.predicted == item.expected) ++out[item.expected].right;
    }
    return out;
}

double macro_f1(const std::vector<Judged>& items, const std::vector<std::string>& labels) {
    if (labels.empty()) return 0;
    const auto counts = by_label(items);
    double sum = 0;
    for (const auto& label : labels) {
        const auto found = counts.find(label);
        if (found != counts.end()) sum += found->second.f1();
    }
    return sum / static_cast<double>(labels.size());
}

}  // namespace sitrep::quality
