#include "quality/scores/factualities.h"

#include <cmath>
#include <string>

#include "quality/scores/classes.h"

namespace sitrep::quality {
namespace {

constexpr double sure = 1;  // of at least this weight a label counts as a class
constexpr const char* happened = "happened";
constexpr const char* did_not = "did not";

}  // namespace

FactualityScore score(const std::vector<Factuality>& judged) {
    std::vector<Judged> classes;
    double off = 0;
    for (const auto& one : judged) {
        off += std::abs(one.scale - one.label);
        if (std::abs(one.label) < sure) continue;
        classes.push_back({one.label > 0 ? happened : did_not, one.happened ? happened : did_not});
    }
    auto counts = by_label(classes);
    FactualityScore out{counts[happened], counts[did_not], macro_f1(classes, {happened, did_not}),
                        0};
    if (!judged.empty()) out.mae = off / static_cast<double>(judged.size());
    return out;
}

}  // namespace sitrep::quality
