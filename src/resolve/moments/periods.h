// Periods: units of time as TIMEX3 writes them, and as steps on the calendar.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "values/moment.h"

namespace sitrep::resolve {

// A unit by its letter in words.tsv.
struct UnitOf {
    char unit;
    std::string_view code;  // TIMEX3's
    bool clock;             // stands behind T
    values::Grain grain;
    int days;  // about
};
const UnitOf& unit_of(char unit);

// "P10D", "PT5H", "PXY" for an open number.
std::string period(char unit, std::optional<double> count);

// With zeros before it, so many digits wide.
std::string padded(int number, int width);

// That many units on from a day.
std::int32_t moved(std::int32_t day, char unit, double count);

}  // namespace sitrep::resolve
