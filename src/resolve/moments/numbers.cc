#include "resolve/moments/numbers.h"

#include <array>
#include <charconv>
#include <cstdlib>
#include <string>

#include "values/date.h"

namespace sitrep::resolve {
namespace {

constexpr std::size_t digits_max = 9;

bool digits_only(std::string_view word) {
    if (word.empty() || word.size() > digits_max) return false;
    for (const char c : word) {
        if (c < '0' || c > '9') return false;
    }
    return true;
}

// "1,200", "2.5"
std::optional<double> figure(std::string_view word) {
    if (word.empty() || word.size() > 2 * digits_max) return std::nullopt;
    std::string plain;
    bool point = false;
    for (const char c : word) {
        if (c == ',') continue;
        if (c == '.' && !point && !plain.empty()) {
            point = true;
        } else if (c < '0' || c > '9') {
            return std::nullopt;
        }
        plain += c;
    }
    if (plain.empty() || plain.front() == '.' || plain.back() == '.') return std::nullopt;
    double value = 0;
    const auto read = std::from_chars(plain.data(), plain.data() + plain.size(), value);
    if (read.ec != std::errc{}) return std::nullopt;
    return value;
}

std::optional<double> fraction(std::string_view word) {
    const auto slash = word.find('/');
    if (slash == std::string_view::npos) return std::nullopt;
    const auto above = whole_number(word.substr(0, slash));
    const auto below = whole_number(word.substr(slash + 1));
    if (!above || !below || *below == 0 || *above >= *below) return std::nullopt;
    return static_cast<double>(*above) / *below;
}

int full_year(int year, std::size_t digits) {
    constexpr int turn = 50;  // '49 is 2049, '50 is 1950
    if (digits > 2) return year;
    return year < turn ? 2000 + year : 1900 + year;
}

// Number words: "twenty - five", "one hundred".
Number number_words(const TimeLine& line, std::size_t at) {
    const auto first = line.met(at, TimeKind::Number);
    if (!first) return {};
    Number number{first.length, static_cast<double>(*whole_number(first.value))};
    std::size_t next = at + first.length;
    const std::size_t ones_at = line.is(next, "-") ? next + 1 : next;  // "twenty four" too
    const auto ones = line.met(ones_at, TimeKind::Number);
    const auto one = ones ? whole_number(ones.value) : std::nullopt;
    if (one && *one < 10 && *number.value >= 20 && *number.value < 100) {
        number.value = *number.value + *one;
        next = ones_at + ones.length;
        number.length = next - at;
    }
    if (line.is(next, "hundred") || line.is(next, "thousand")) {
        number.value = *number.value * (line.is(next, "hundred") ? 100 : 1000);
        ++number.length;
    }
    return number;
}

// Hours past midnight added by "a.m." or "p.m."; length in words.
struct Half {
    std::size_t length = 0;
    bool afternoon = false;
};
Half half_of_day(const TimeLine& line, std::size_t at) {
    const std::string_view word = line.low(at);
    if (is_any(word, {"a.m.", "am", "a.m"})) return {1, false};
    if (is_any(word, {"p.m.", "pm", "p.m"})) return {1, true};
    return {};
}

// "GMT", "(GMT)", "local time"
TimeLine::Met zone(const TimeLine& line, std::size_t at) {
    if (!line.is(at, "(")) return line.met(at, TimeKind::Zone);
    auto inside = line.met(at + 1, TimeKind::Zone);
    if (!inside || !line.is(at + 1 + inside.length, ")")) return {};
    inside.length += 2;
    return inside;
}

}  // namespace

std::optional<int> whole_number(std::string_view digits) {
    const bool negative = digits.starts_with("-");
    if (negative) digits.remove_prefix(1);
    if (!digits.empty() && digits.back() == 'T') digits.remove_suffix(1);
    if (!digits_only(digits)) return std::nullopt;
    int value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return negative ? -value : value;
}

std::optional<int> day_number(std::string_view word) {
    if (word.size() > 2 && is_any(word.substr(word.size() - 2), {"st", "nd", "rd", "th"})) {
        word.remove_suffix(2);
    }
    if (word.size() > 2) return std::nullopt;
    const auto day = whole_number(word);
    if (!day || *day < 1 || *day > 31) return std::nullopt;
    return day;
}

std::optional<NumericDate> numeric_date(std::string_view word) {
    for (const char sign : {'-', '/', '.'}) {
        const auto one = word.find(sign);
        const auto two = one == std::string_view::npos ? one : word.find(sign, one + 1);
        if (two == std::string_view::npos) continue;
        const std::array<std::string_view, 3> parts = {
            word.substr(0, one), word.substr(one + 1, two - one - 1), word.substr(two + 1)};
        std::array<int, 3> numbers{};
        for (std::size_t i = 0; i < 3; ++i) {
            const auto number = whole_number(parts[i]);
            if (!number || *number < 0) return std::nullopt;
            numbers[i] = *number;
        }
        NumericDate date;
        if (parts[0].size() == 4) {
            date = {numbers[0], numbers[1], numbers[2]};
        } else if (parts[2].size() == 4 || (parts[2].size() == 2 && sign == '/')) {
            const bool american = sign == '/' && numbers[0] <= 12;
            date = {full_year(numbers[2], parts[2].size()), american ? numbers[0] : numbers[1],
                    american ? numbers[1] : numbers[0]};
        } else {
            return std::nullopt;
        }
        if (!values::Date::of(date.year, date.month, date.day)) return std::nullopt;
        return date;
    }
    return std::nullopt;
}

Number number_at(const TimeLine& line, std::size_t at) {
    if (const auto some = line.met(at, TimeKind::Some)) return {some.length, std::nullopt};
    if (line.is(at, "half") && is_any(line.low(at + 1), {"a", "an"})) return {2, 0.5};
    Number number = number_words(line, at);
    if (number.length == 0) {
        const std::size_t article = line.is(at, "a") ? 1 : 0;
        // "a hundred days", "a dozen years"
        if (article != 0 && is_any(line.low(at + 1), {"hundred", "thousand", "dozen", "couple"})) {
            number = number_words(line, at + 1);
            if (number.length != 0) ++number.length;
        }
    }
    if (number.length == 0) {
        if (const auto value = figure(line.low(at))) {
            number = {1, value};
            if (const auto more = fraction(line.low(at + 1))) number = {2, *value + *more};
        } else if (const auto part = fraction(line.low(at))) {
            number = {1, part};
        }
    }
    // "two to three weeks" is at least the first of them.
    if (number.length != 0 && is_any(line.low(at + number.length), {"to", "or"})) {
        const Number more = number_words(line, at + number.length + 1);
        const std::size_t end = at + number.length + 1 + more.length;
        if (more.length != 0 && line.met(end, TimeKind::Units)) {
            return {number.length + 1 + more.length, number.value};
        }
    }
    if (number.length != 0 && is_any(line.low(at + number.length), {"and"}) &&
        line.is(at + number.length + 1, "a") && line.is(at + number.length + 2, "half")) {
        return {number.length + 3, *number.value + 0.5};
    }
    return number;
}

std::optional<ClockTime> clock_time(const TimeLine& line, std::size_t at) {
    std::string_view word = line.low(at);
    bool afternoon = false;
    bool halved = false;
    // "9am", "10:35p.m."
    for (const std::string_view end : {"a.m.", "p.m.", "am", "pm"}) {
        if (word.size() > end.size() && word.ends_with(end)) {
            halved = true;
            afternoon = end.front() == 'p';
            word.remove_suffix(end.size());
            break;
        }
    }
    const auto colon = word.find_first_of(":.");
    const auto hour = whole_number(word.substr(0, colon));
    std::optional<int> minute = 0;
    if (colon != std::string_view::npos) {
        if (word.size() - colon != 3) return std::nullopt;
        minute = whole_number(word.substr(colon + 1));
    }
    std::size_t length = 1;
    const bool colon_stands = colon != std::string_view::npos && word[colon] == ':';
    if (!halved) {
        const Half half = half_of_day(line, at + 1);
        halved = half.length != 0;
        afternoon = half.afternoon;
        length += half.length;
    }
    const auto zoned = zone(line, at + length);
    if (!hour || *hour < 0 || !minute || *minute < 0 || *minute > 59) return std::nullopt;
    // "1400 GMT"
    if (!halved && colon == std::string_view::npos && word.size() == 4 && zoned &&
        *hour % 100 < 60 && *hour < 2400) {
        return ClockTime{length + zoned.length, *hour / 100 * 60 + *hour % 100, zoned.value};
    }
    if (line.is(at + 1, "o'clock") && *hour <= 12) return ClockTime{2, *hour * 60, {}};
    if (*hour > (halved ? 12 : 24) || (!halved && !colon_stands)) return std::nullopt;
    int total = *hour * 60 + *minute;
    if (halved && *hour == 12) total -= 12 * 60;
    if (afternoon) total += 12 * 60;
    if (total > 24 * 60) return std::nullopt;
    return ClockTime{length + zoned.length, total, zoned.value};
}

}  // namespace sitrep::resolve
