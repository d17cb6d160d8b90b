#include "values/moment.h"

#include <array>
#include <charconv>
#include <cstdio>

namespace sitrep::values {
namespace {

constexpr std::array<std::string_view, 13> grains = {
    "minute",  "hour",   "part", "day",  "weekend", "week",   "month",
    "quarter", "season", "half", "year", "decade",  "century"};
constexpr std::int32_t epoch_days_min = -719162;  // 0001-01-01
constexpr std::int32_t epoch_days_max = 2932896;  // 9999-12-31

std::optional<Date> date_of(std::int32_t day) {
    if (day < epoch_days_min || day > epoch_days_max) return std::nullopt;
    return Date::of(1970, 1, 1)->shifted(day);
}

std::string printed(std::int32_t day, Scale scale) {
    if (scale == Scale::FromPublication) {
        return day == 0 ? "pub" : (day > 0 ? "pub+" : "pub") + std::to_string(day);
    }
    const auto date = date_of(day);
    if (!date) return "\?\?\?\?-\?\?-\?\?";
    std::string out = date->print();
    if (scale == Scale::YearOpen) out.replace(0, 4, "????");
    return out;
}

// The year in which days of an open year stand after reading back.
constexpr std::string_view year_for_reading = "2000";

struct ReadDay {
    std::int32_t day = 0;
    Scale scale = Scale::Calendar;
};

std::optional<ReadDay> read_day(std::string_view text) {
    if (text.starts_with("pub")) {
        std::int32_t days = 0;
        text.remove_prefix(3);
        if (text.empty()) return ReadDay{0, Scale::FromPublication};
        if (text.front() == '+') text.remove_prefix(1);
        const auto read = std::from_chars(text.data(), text.data() + text.size(), days);
        if (read.ec != std::errc{} || read.ptr != text.data() + text.size()) return std::nullopt;
        return ReadDay{days, Scale::FromPublication};
    }
    std::string whole(text);
    const bool open = whole.starts_with("????");
    if (open) whole.replace(0, 4, year_for_reading);
    const auto date = Date::parse(whole);
    if (!date) return std::nullopt;
    return ReadDay{date->day_number(), open ? Scale::YearOpen : Scale::Calendar};
}

std::string clock(int minute) {
    std::array<char, 16> digits{};
    std::snprintf(digits.data(), digits.size(), "%02d:%02d", minute / 60, minute % 60);
    return digits.data();
}

std::optional<std::int16_t> read_clock(std::string_view text) {
    if (text.size() != 5 || text[2] != ':') return std::nullopt;
    int hour = 0;
    int minute = 0;
    std::from_chars(text.data(), text.data() + 2, hour);
    std::from_chars(text.data() + 3, text.data() + 5, minute);
    if (hour < 0 || hour > 24 || minute < 0 || minute > 59) return std::nullopt;
    return static_cast<std::int16_t>(hour * 60 + minute);
}

// "2024" or "2024-02" where the interval is exactly that.
std::optional<std::string> short_form(const Moment& moment) {
    if (moment.scale != Scale::Calendar || !moment.first || !moment.last) return std::nullopt;
    const auto first = date_of(*moment.first);
    const auto last = date_of(*moment.last);
    if (!first || !last || first->day() != 1) return std::nullopt;
    const std::string day = first->print();
    if (moment.grain == Grain::Year && first->month() == 1 &&
        *last == *Date::of(first->year(), 12, 31)) {
        return day.substr(0, 4);
    }
    const auto next = last->shifted(1);
    const bool month = first->month() == last->month() && first->year() == last->year() &&
                       (!next || next->day() == 1);
    if (moment.grain == Grain::Month && month) return day.substr(0, 7);
    return std::nullopt;
}

// The interval of a short form.
bool read_short(std::string_view text, Moment& moment) {
    if (text.size() == 4 && moment.grain == Grain::Year) {
        const auto first = Date::parse(std::string(text) + "-01-01");
        if (!first) return false;
        moment.first = first->day_number();
        moment.last = Date::of(first->year(), 12, 31)->day_number();
        return true;
    }
    if (text.size() == 7 && moment.grain == Grain::Month) {
        const auto first = Date::parse(std::string(text) + "-01");
        if (!first) return false;
        moment.first = first->day_number();
        for (int day = 31; day > 27; --day) {
            if (const auto last = Date::of(first->year(), first->month(), day)) {
                moment.last = last->day_number();
                return true;
            }
        }
    }
    return false;
}

bool read_days(std::string_view text, Moment& moment) {
    const auto dots = text.find("..");
    const std::string_view first = text.substr(0, dots);
    const std::string_view last = dots == std::string_view::npos ? first : text.substr(dots + 2);
    if (first.empty() && last.empty()) return false;
    if (!first.empty()) {
        const auto day = read_day(first);
        if (!day) return false;
        moment.first = day->day;
        moment.scale = day->scale;
    }
    if (!last.empty()) {
        const auto day = read_day(last);
        if (!day) return false;
        moment.last = day->day;
        moment.scale = day->scale;
    }
    return !moment.first || !moment.last || *moment.first <= *moment.last;
}

}  // namespace

std::string_view name(Grain grain) { return grains[static_cast<std::size_t>(grain)]; }

std::string_view name(TimeType type) {
    constexpr std::array<std::string_view, 4> names = {"DATE", "TIME", "DURATION", "SET"};
    return names[static_cast<std::size_t>(type)];
}

std::string Moment::print() const {
    std::string out;
    if (const auto brief = short_form(*this)) {
        out = *brief;
    } else {
        if (first) out += printed(*first, scale);
        if (!first || !last || *first != *last) out += "..";
        if (last && (!first || *first != *last)) out += printed(*last, scale);
    }
    if (from_minute) {
        out += "T" + clock(*from_minute);
        if (to_minute && *to_minute != *from_minute) out += "-" + clock(*to_minute);
    }
    return out + "/" + std::string(name(grain)) + (about ? "~" : "");
}

std::optional<Moment> Moment::parse(std::string_view notation) {
    Moment moment;
    if (notation.ends_with('~')) {
        moment.about = true;
        notation.remove_suffix(1);
    }
    const auto slash = notation.find('/');
    if (slash == std::string_view::npos) return std::nullopt;
    std::size_t grain = 0;
    while (grain < grains.size() && grains[grain] != notation.substr(slash + 1)) ++grain;
    if (grain == grains.size()) return std::nullopt;
    moment.grain = static_cast<Grain>(grain);
    std::string_view days = notation.substr(0, slash);
    if (const auto t = days.find('T'); t != std::string_view::npos) {
        const std::string_view times = days.substr(t + 1);
        days = days.substr(0, t);
        const auto dash = times.find('-');
        const auto from = read_clock(times.substr(0, dash));
        const auto to = dash == std::string_view::npos ? from : read_clock(times.substr(dash + 1));
        if (!from || !to) return std::nullopt;
        moment.from_minute = from;
        moment.to_minute = to;
    }
    if (!read_short(days, moment) && !read_days(days, moment)) return std::nullopt;
    return moment;
}

}  // namespace sitrep::values
