#include "quality/scores/distances.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace sitrep::quality {

void Distances::add(std::optional<double> kilometres) {
    errors_.push_back(std::min(kilometres.value_or(kilometres_max), kilometres_max));
}

Distances& Distances::operator+=(const Distances& more) {
    errors_.insert(errors_.end(), more.errors_.begin(), more.errors_.end());
    return *this;
}

double Distances::near() const {
    if (errors_.empty()) return 0;
    const auto count = std::count_if(errors_.begin(), errors_.end(),
                                     [](double error) { return error <= near_kilometres; });
    return static_cast<double>(count) / static_cast<double>(errors_.size());
}

double Distances::mean() const {
    if (errors_.empty()) return 0;
    return std::accumulate(errors_.begin(), errors_.end(), 0.0) /
           static_cast<double>(errors_.size());
}

double Distances::median() const {
    if (errors_.empty()) return 0;
    std::vector<double> sorted = errors_;
    std::sort(sorted.begin(), sorted.end());
    const auto middle = sorted.size() / 2;
    return sorted.size() % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

double Distances::area() const {
    if (errors_.size() < 2)
        return errors_.empty() ? 0 : std::log1p(errors_[0]) / std::log(kilometres_max);
    std::vector<double> logs;
    for (const double error : errors_) logs.push_back(std::log1p(error));
    std::sort(logs.begin(), logs.end());
    double sum = 0;
    for (std::size_t i = 1; i < logs.size(); ++i) sum += (logs[i - 1] + logs[i]) / 2;
    return sum / (std::log(kilometres_max) * static_cast<double>(logs.size() - 1));
}

}  // namespace sitrep::quality
