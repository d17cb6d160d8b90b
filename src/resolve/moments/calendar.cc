#include "resolve/moments/calendar.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

namespace sitrep::resolve {
namespace {

using values::Date;

constexpr std::int32_t day_min = -719162;  // 0001-01-01
constexpr std::int32_t day_max = 2932896;  // 9999-12-31
constexpr int year_min = 1;
constexpr int year_max = 9999;

std::int32_t sure_day(int year, int month, int day) {
    return day_of(std::clamp(year, year_min, year_max), month, day).value_or(0);
}

int last_day(int year, int month) {
    constexpr std::array<int, 12> days = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month == 2 && leap ? 29 : days[static_cast<std::size_t>(month - 1)];
}

std::int32_t easter(int year) {
    const int a = year % 19;
    const int b = year / 100;
    const int c = year % 100;
    const int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    const int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    const int m = (a + 11 * h + 22 * l) / 451;
    const int month = (h + l - 7 * m + 114) / 31;
    return sure_day(year, month, (h + l - 7 * m + 114) % 31 + 1);
}

std::int32_t orthodox_easter(int year) {
    const int d = (19 * (year % 19) + 15) % 30;
    const int e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
    const int month = (d + e + 114) / 31;
    constexpr int julian_behind = 13;  // days, 1900 to 2099
    return sure_day(year, month, (d + e + 114) % 31 + 1) + julian_behind;
}

// The day number of a day of the tabular Islamic calendar.
std::int32_t islamic(int year, int month, int day) {
    constexpr std::int32_t epoch = -492148;  // 1 Muharram of year 1, 16 July 622 (Julian)
    return epoch + (year - 1) * 354 + (3 + 11 * year) / 30 + 29 * (month - 1) + month / 2 + day - 1;
}

std::vector<int> numbers_of(std::string_view text) {
    std::vector<int> out;
    const char* at = text.data();
    const char* const end = text.data() + text.size();
    while (at != end) {
        int number = 0;
        const auto read = std::from_chars(at, end, number);
        if (read.ec != std::errc{}) {
            ++at;
            continue;
        }
        out.push_back(number);
        at = read.ptr;
        if (at != end && *at == '-') ++at;  // "12-25" is no minus
    }
    return out;
}

// The days of that year on which an Islamic date falls; the first where there are two.
std::optional<NamedDays> islamic_days(int year, int month, std::optional<int> day) {
    constexpr double lunar_share = 33.0 / 32.0;
    const int near = static_cast<int>((year - 622) * lunar_share);
    for (int y = near - 1; y <= near + 2; ++y) {
        const std::int32_t first = islamic(y, month, day.value_or(1));
        if (year_of(first) != year) continue;
        const std::int32_t last = day ? first : islamic(y, month, 30 - (month + 1) % 2);
        return NamedDays{{first, last}, true};
    }
    return std::nullopt;
}

}  // namespace

std::optional<Date> date_of(std::int32_t day) {
    if (day < day_min || day > day_max) return std::nullopt;
    return Date::of(1970, 1, 1)->shifted(day);
}
int year_of(std::int32_t day) { return date_of(std::clamp(day, day_min, day_max))->year(); }
int month_of(std::int32_t day) { return date_of(std::clamp(day, day_min, day_max))->month(); }
int weekday_of(std::int32_t day) {
    constexpr int thursday = 3;  // 1970-01-01
    return ((day + thursday) % 7 + 7) % 7;
}

std::optional<std::int32_t> day_of(int year, int month, int day) {
    const auto date = Date::of(year, month, day);
    if (!date) return std::nullopt;
    return date->day_number();
}

Days month_days(int year, int month) {
    return {sure_day(year, month, 1), sure_day(year, month, last_day(year, month))};
}
Days year_days(int year) { return {sure_day(year, 1, 1), sure_day(year, 12, 31)}; }
Days quarter_days(int year, int quarter) {
    return {month_days(year, 3 * quarter - 2).first, month_days(year, 3 * quarter).last};
}
Days half_days(int year, int half) {
    return {month_days(year, 6 * half - 5).first, month_days(year, 6 * half).last};
}
Days season_days(int year, std::string_view season) {
    const int first = season == "SP" ? 3 : season == "SU" ? 6 : season == "FA" ? 9 : 12;
    const bool winter = first == 12;
    return {month_days(year, first).first,
            winter ? month_days(year + 1, 2).last : month_days(year, first + 2).last};
}
Days week_days(std::int32_t day) {
    const std::int32_t monday = day - weekday_of(day);
    return {monday, monday + 6};
}

IsoWeek iso_week(std::int32_t day) {
    const std::int32_t thursday = week_days(day).first + 3;
    const int year = year_of(thursday);
    return {year, (thursday - year_days(year).first) / 7 + 1};
}

std::int32_t months_on(std::int32_t day, int months) {
    const auto date = date_of(std::clamp(day, day_min, day_max));
    const int all = date->year() * 12 + date->month() - 1 + months;
    const int year = std::clamp(all / 12, year_min, year_max);
    const int month = (all % 12 + 12) % 12 + 1;
    return sure_day(year, month, std::min(date->day(), last_day(year, month)));
}

std::optional<NamedDays> holiday(std::string_view rule, int year) {
    const auto numbers = numbers_of(rule.substr(std::min(rule.size(), rule.find(' '))));
    const auto lone = [](std::int32_t day, bool about = false) {
        return NamedDays{{day, day}, about};
    };
    const std::size_t count = numbers.size();
    if (rule.starts_with("fixed") && count == 2)
        return lone(sure_day(year, numbers[0], numbers[1]));
    if (rule.starts_with("date") && count == 3) {
        return lone(sure_day(numbers[0], numbers[1], numbers[2]));
    }
    if (rule.starts_with("nth") && count == 3) {
        const std::int32_t first = sure_day(year, numbers[0], 1);
        const int ahead = (numbers[2] - weekday_of(first) + 7) % 7;
        return lone(first + ahead + 7 * (numbers[1] - 1));
    }
    if (rule.starts_with("last") && count == 2) {
        const std::int32_t last = month_days(year, numbers[0]).last;
        return lone(last - (weekday_of(last) - numbers[1] + 7) % 7);
    }
    if (rule.starts_with("easter") && count == 1) return lone(easter(year) + numbers[0]);
    if (rule.starts_with("orthodox") && count == 1) return lone(orthodox_easter(year) + numbers[0]);
    if (rule == "nowruz") return lone(sure_day(year, 3, 21), true);
    if (rule.starts_with("islamic") && (count == 1 || count == 2)) {
        return islamic_days(year, numbers[0],
                            count == 2 ? std::optional<int>(numbers[1]) : std::nullopt);
    }
    return std::nullopt;
}

}  // namespace sitrep::resolve
