#include "values/date.h"

#include <array>
#include <charconv>
#include <cstdio>

namespace sitrep::values {
namespace {

constexpr std::array<std::string_view, 7> weekday_names{
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
constexpr std::array<std::string_view, 7> weekday_marks{"mon", "tue", "wed", "thu",
                                                        "fri", "sat", "sun"};
constexpr int year_max = 9999;

bool leap(int year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

int days_in(int year, int month) {
    constexpr std::array<int, 12> lengths{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && leap(year) ? 29 : lengths[static_cast<std::size_t>(month - 1)];
}

std::optional<int> number(std::string_view digits) {
    int value = 0;
    const char* last = digits.data() + digits.size();
    const auto result = std::from_chars(digits.data(), last, value);
    if (digits.empty() || result.ec != std::errc{} || result.ptr != last || value < 0) {
        return std::nullopt;
    }
    return value;
}

// "??" and "????" are open; false where the words are no number.
bool part(std::string_view words, std::optional<int>& into) {
    if (words.find_first_not_of('?') == std::string_view::npos) return !words.empty();
    into = number(words);
    return into.has_value();
}

std::string padded(int value, int width) {
    std::array<char, 16> buffer{};
    std::snprintf(buffer.data(), buffer.size(), "%0*d", width, value);
    return buffer.data();
}

}  // namespace

std::optional<Date> Date::of(int year, int month, int day) {
    if (year < 1 || year > year_max || month < 1 || month > 12) return std::nullopt;
    if (day < 1 || day > days_in(year, month)) return std::nullopt;
    return Date(year, month, day);
}

std::optional<Date> Date::parse(std::string_view notation) {
    const auto partial = PartialDate::parse(notation);
    return partial && !partial->weekday ? partial->whole() : std::nullopt;
}

std::int32_t Date::day_number() const {
    const int y = month_ <= 2 ? year_ - 1 : year_;
    const int era = y / 400;
    const int year_of_era = y - era * 400;
    const int day_of_year = (153 * (month_ + (month_ > 2 ? -3 : 9)) + 2) / 5 + day_ - 1;
    const int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * 146097 + day_of_era - 719468;
}

std::optional<Date> Date::shifted(std::int32_t days) const {
    const std::int64_t z = std::int64_t{day_number()} + days + 719468;
    if (z < 0) return std::nullopt;
    const std::int64_t era = z / 146097;
    const std::int64_t doe = z - era * 146097;
    const std::int64_t yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
    const std::int64_t doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
    const std::int64_t mp = (5 * doy + 2) / 153;
    const int day = static_cast<int>(doy - (153 * mp + 2) / 5 + 1);
    const int month = static_cast<int>(mp < 10 ? mp + 3 : mp - 9);
    const std::int64_t year = yoe + era * 400 + (month <= 2 ? 1 : 0);
    if (year > year_max) return std::nullopt;
    return of(static_cast<int>(year), month, day);
}

Weekday Date::weekday() const {
    const std::int32_t from_monday = (day_number() + 3) % 7;  // 1970-01-01 was a Thursday
    return static_cast<Weekday>(from_monday < 0 ? from_monday + 7 : from_monday);
}

std::string Date::print() const {
    return padded(year_, 4) + "-" + padded(month_, 2) + "-" + padded(day_, 2);
}

std::optional<Date> PartialDate::whole() const {
    if (!year || !month || !day) return std::nullopt;
    return Date::of(*year, *month, *day);
}

std::vector<int> PartialDate::years_proposed(int first, int last) const {
    std::vector<int> years;
    if (!month || !day || !weekday) return years;
    for (int candidate = first; candidate <= last; ++candidate) {
        const auto date = Date::of(candidate, *month, *day);
        if (date && date->weekday() == *weekday) years.push_back(candidate);
    }
    return years;
}

std::string PartialDate::print() const {
    std::string out = year ? padded(*year, 4) : "????";
    if (month || day || weekday) out += "-" + (month ? padded(*month, 2) : std::string("??"));
    if (day || weekday) out += "-" + (day ? padded(*day, 2) : std::string("??"));
    if (weekday) {
        out += "/";
        out += weekday_marks[static_cast<std::size_t>(*weekday)];
    }
    return out;
}

std::optional<PartialDate> PartialDate::parse(std::string_view notation) {
    PartialDate date;
    if (const auto slash = notation.find('/'); slash != std::string_view::npos) {
        const auto mark = notation.substr(slash + 1);
        for (std::size_t i = 0; i < weekday_marks.size(); ++i) {
            if (weekday_marks[i] == mark) date.weekday = static_cast<Weekday>(i);
        }
        if (!date.weekday) return std::nullopt;
        notation = notation.substr(0, slash);
    }
    if (notation.size() != 4 && notation.size() != 7 && notation.size() != 10) return std::nullopt;
    if (!part(notation.substr(0, 4), date.year)) return std::nullopt;
    if (notation.size() >= 7) {
        if (notation[4] != '-' || !part(notation.substr(5, 2), date.month)) return std::nullopt;
        if (date.month && (*date.month < 1 || *date.month > 12)) return std::nullopt;
    }
    if (notation.size() == 10) {
        if (notation[7] != '-' || !part(notation.substr(8, 2), date.day)) return std::nullopt;
        if (date.day && (*date.day < 1 || *date.day > 31)) return std::nullopt;
    }
    if (date.year && date.month && date.day && !date.whole()) return std::nullopt;
    return date;
}

std::string_view name(Weekday weekday) { return weekday_names[static_cast<std::size_t>(weekday)]; }

}  // namespace sitrep::values
