#include "values/report.h"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <string_view>

namespace sitrep::values {
namespace {

constexpr int minutes_of_day = 24 * 60;
constexpr int zone_minutes_max =
    18 * 60;  // ISO 8601 zones lie within -12:00 and +14:00; java.time: 18

bool no_part(const PartialDate& date) {
    return !date.year && !date.month && !date.day && !date.weekday;
}

std::string clock(int minutes) {
    std::array<char, 16> buffer{};
    std::snprintf(buffer.data(), buffer.size(), "%02d:%02d", minutes / 60, minutes % 60);
    return buffer.data();
}

// "14:05" as minutes; empty where it is none.
std::optional<int> minutes(std::string_view clock) {
    if (clock.size() != 5 || clock[2] != ':') return std::nullopt;
    for (const std::size_t at : {0U, 1U, 3U, 4U}) {
        if (clock[at] < '0' || clock[at] > '9') return std::nullopt;
    }
    const int minute = (clock[3] - '0') * 10 + (clock[4] - '0');
    if (minute >= 60) return std::nullopt;
    return ((clock[0] - '0') * 10 + (clock[1] - '0')) * 60 + minute;
}

// Takes a zone ("+05:00", "Z") off the end of the notation; false where what stands there is wrong.
bool take_zone(std::string_view& notation, std::optional<std::int16_t>& zone) {
    if (notation.ends_with('Z')) {
        zone = std::int16_t{0};
        notation.remove_suffix(1);
        return true;
    }
    if (notation.size() < 6) return true;
    const auto sign = notation[notation.size() - 6];
    if ((sign != '+' && sign != '-') || notation[notation.size() - 3] != ':') return true;
    const auto offset = minutes(notation.substr(notation.size() - 5));
    if (!offset || *offset > zone_minutes_max) return false;
    zone = static_cast<std::int16_t>(sign == '-' ? -*offset : *offset);
    notation.remove_suffix(6);
    return true;
}

}  // namespace

std::string Publication::print() const {
    if (no_part(date)) return "unknown";
    std::string out = date.print();
    if (minute_of_day) out += "T" + clock(*minute_of_day);
    if (zone_offset_minutes) {
        out += *zone_offset_minutes < 0 ? "-" : "+";
        out += clock(std::abs(*zone_offset_minutes));
    }
    return out;
}

std::optional<Publication> Publication::parse(std::string_view notation) {
    Publication found;
    if (notation == "unknown") return found;
    found.known = Known::Given;
    if (!take_zone(notation, found.zone_offset_minutes)) return std::nullopt;
    if (const auto t = notation.find('T'); t != std::string_view::npos) {
        const auto minute = minutes(notation.substr(t + 1));
        if (!minute || *minute >= minutes_of_day) return std::nullopt;
        found.minute_of_day = static_cast<std::int16_t>(*minute);
        notation = notation.substr(0, t);
    }
    const auto date = PartialDate::parse(notation);
    if (!date || no_part(*date)) return std::nullopt;
    found.date = *date;
    return found;
}

}  // namespace sitrep::values
