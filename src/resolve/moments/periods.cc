#include "resolve/moments/periods.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

#include "resolve/moments/calendar.h"

namespace sitrep::resolve {
namespace {

using values::Grain;

constexpr double count_max = 100000;  // of units; more is no time that anyone means

constexpr std::array<UnitOf, 15> units = {{{'S', "S", true, Grain::Minute, 0},
                                           {'I', "M", true, Grain::Minute, 0},
                                           {'H', "H", true, Grain::Hour, 0},
                                           {'D', "D", false, Grain::Day, 1},
                                           {'N', "NI", true, Grain::Part, 1},
                                           {'W', "W", false, Grain::Week, 7},
                                           {'F', "W", false, Grain::Week, 14},
                                           {'K', "WE", false, Grain::Weekend, 7},
                                           {'M', "M", false, Grain::Month, 30},
                                           {'Q', "Q", false, Grain::Quarter, 91},
                                           {'E', "S", false, Grain::Season, 91},
                                           {'B', "H", false, Grain::Half, 182},
                                           {'Y', "Y", false, Grain::Year, 365},
                                           {'L', "DE", false, Grain::Decade, 3652},
                                           {'C', "CE", false, Grain::Century, 36524}}};

std::string number_text(double count) {
    std::array<char, 32> digits{};
    std::snprintf(digits.data(), digits.size(), "%.10g", count);
    return digits.data();
}

// A count with a broken part as two units: "P2Y6M", "PT5H30M"; empty where it has none.
std::string broken_period(char unit, double count) {
    const double whole = std::floor(count);
    const double rest = count - whole;
    if (rest == 0) return {};
    const std::string before = whole > 0 ? number_text(whole) : "";
    if (unit == 'Y' && rest == 0.5) return "P" + (before.empty() ? "" : before + "Y") + "6M";
    if (unit == 'H') {
        return "PT" + (before.empty() ? "" : before + "H") + number_text(std::round(rest * 60)) +
               "M";
    }
    return {};
}

}  // namespace

const UnitOf& unit_of(char unit) {
    const auto* const found = std::find_if(units.begin(), units.end(),
                                           [&](const UnitOf& one) { return one.unit == unit; });
    return found == units.end() ? units[12] : *found;
}

// "P10D", "PT5H", "PXY", "P3M".
std::string period(char unit, std::optional<double> wanted) {
    const auto& of = unit_of(unit);
    const bool open = !wanted || *wanted > count_max;
    const double count = open ? 0 : *wanted * (unit == 'F' ? 2 : 1);
    if (open) {
        const std::string_view code = unit == 'C' ? "C" : of.code;
        return std::string("P") + (of.clock ? "T" : "") + "X" + std::string(code);
    }
    if (std::string broken = broken_period(unit, count); !broken.empty()) return broken;
    if (unit == 'L' || unit == 'C')
        return "P" + number_text(count * (unit == 'L' ? 10 : 100)) + "Y";
    return std::string("P") + (of.clock ? "T" : "") + number_text(count) + std::string(of.code);
}

std::string padded(int number, int width) {
    std::array<char, 16> digits{};
    std::snprintf(digits.data(), digits.size(), "%0*d", width, number);
    return digits.data();
}

// That many units on from day.
std::int32_t moved(std::int32_t day, char unit, double count) {
    const int whole = static_cast<int>(std::clamp(count, -count_max, count_max));
    switch (unit) {
        case 'M':
            return months_on(day, whole);
        case 'Q':
            return months_on(day, 3 * whole);
        case 'B':
            return months_on(day, 6 * whole);
        case 'Y':
            return months_on(day, 12 * whole);
        case 'L':
            return months_on(day, 120 * whole);
        case 'C':
            return months_on(day, 1200 * whole);
        case 'S':
        case 'I':
        case 'H':
            return day;
        default:
            return day + whole * unit_of(unit).days;
    }
}

}  // namespace sitrep::resolve
