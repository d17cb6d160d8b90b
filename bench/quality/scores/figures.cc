#include "quality/scores/figures.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <map>

namespace sitrep::quality {
namespace {

std::string nine_digits(double value) {
    std::array<char, 40> buffer{};
    std::snprintf(buffer.data(), buffer.size(), "%.9g", value);
    return buffer.data();
}

std::string lowered(std::string words) {
    for (char& c : words) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return words;
}

}  // namespace

std::string agreed(const ToldFigure& figure, Asked asked) {
    std::string out = nine_digits(figure.low);
    if (figure.ranges) out += ".." + nine_digits(figure.high);
    if (asked == Asked::Change) out += " " + figure.change;
    if (asked == Asked::Unit) out += " " + lowered(figure.unit);
    return out;
}

Counts compare(const std::vector<ToldFigure>& predicted, const std::vector<ToldFigure>& expected,
               Asked asked) {
    std::map<std::string, std::size_t> open;
    for (const auto& figure : expected) ++open[agreed(figure, asked)];
    Counts counts{0, predicted.size(), expected.size()};
    for (const auto& figure : predicted) {
        const auto found = open.find(agreed(figure, asked));
        if (found == open.end() || found->second == 0) continue;
        --found->second;
        ++counts.right;
    }
    return counts;
}

bool same(std::vector<double> predicted, std::vector<double> expected) {
    if (predicted.size() != expected.size()) return false;
    std::sort(predicted.begin(), predicted.end());
    std::sort(expected.begin(), expected.end());
    for (std::size_t i = 0; i < predicted.size(); ++i) {
        if (std::isinf(predicted[i]) || std::isinf(expected[i])) {
            if (predicted[i] != expected[i]) return false;
            continue;
        }
        const double most = std::max(std::abs(predicted[i]), std::abs(expected[i]));
        if (std::abs(predicted[i] - expected[i]) > most * 1e-9) return false;
    }
    return true;
}

}  // namespace sitrep::quality
