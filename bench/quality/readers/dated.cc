#include "quality/readers/dated.h"

#include <array>
#include <charconv>
#include <utility>

#include "quality/readers/files.h"
#include "values/date.h"

namespace sitrep::quality {
namespace {

using values::Grain;
using values::Moment;

constexpr std::size_t numbers_of_point = 6;  // year to second
constexpr std::array<std::pair<std::string_view, Grain>, 8> grains = {{{"Second", Grain::Minute},
                                                                       {"Minute", Grain::Minute},
                                                                       {"Hour", Grain::Hour},
                                                                       {"Day", Grain::Day},
                                                                       {"Week", Grain::Week},
                                                                       {"Month", Grain::Month},
                                                                       {"Quarter", Grain::Quarter},
                                                                       {"Year", Grain::Year}}};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// All whole numbers in order, the sign read with them.
std::vector<int> numbers_in(std::string_view words) {
    std::vector<int> out;
    for (std::size_t i = 0; i < words.size();) {
        if (!is_digit(words[i])) {
            ++i;
            continue;
        }
        int number = 0;
        const auto* const begin = words.data() + i;
        const auto read = std::from_chars(begin, words.data() + words.size(), number);
        out.push_back(i > 0 && words[i - 1] == '-' ? -number : number);
        i += static_cast<std::size_t>(read.ptr - begin);
    }
    return out;
}

struct Point {
    std::int32_t day = 0;
    int minute = 0;
};

std::optional<Point> point(const std::vector<int>& numbers, std::size_t from) {
    if (numbers.size() < from + numbers_of_point) return std::nullopt;
    const auto date = values::Date::of(numbers[from], numbers[from + 1], numbers[from + 2]);
    if (!date) return std::nullopt;
    return Point{date->day_number(), numbers[from + 3] * 60 + numbers[from + 4]};
}

// The last day of the unit that begins that day.
std::int32_t last_day(std::int32_t first, Grain grain) {
    const auto begins = *values::Date::of(1970, 1, 1)->shifted(first);
    const auto months_on = [&](int months) {
        const int month = begins.month() - 1 + months;
        return values::Date::of(begins.year() + month / 12, month % 12 + 1, 1)->day_number() - 1;
    };
    switch (grain) {
        case Grain::Week:
            return first + 6;
        case Grain::Month:
            return months_on(1);
        case Grain::Quarter:
            return months_on(3);
        case Grain::Year:
            return months_on(12);
        default:
            return first;
    }
}

bool within_day(Grain grain) { return grain == Grain::Minute || grain == Grain::Hour; }

Moment alone(const Point& at, Grain grain) {
    Moment moment;
    moment.grain = grain;
    moment.first = at.day;
    moment.last = last_day(at.day, grain);
    if (within_day(grain)) {
        moment.from_minute = moment.to_minute = static_cast<std::int16_t>(at.minute);
    }
    return moment;
}

// Their end is the first instant behind.
Moment between(const Point& from, const Point& to, Grain grain) {
    Moment moment;
    moment.grain = grain;
    moment.first = from.day;
    moment.last = to.minute == 0 ? to.day - 1 : to.day;
    if (from.minute != 0 || to.minute != 0) {
        moment.from_minute = static_cast<std::int16_t>(from.minute);
        moment.to_minute = static_cast<std::int16_t>(to.minute == 0 ? 24 * 60 : to.minute);
    }
    return moment;
}

}  // namespace

std::optional<Moment> moment_told(std::string_view words) {
    const auto close = words.rfind(')');
    if (close == std::string_view::npos) return std::nullopt;
    const auto grain_words = words.substr(close + 1);
    std::optional<Grain> grain;
    for (const auto& [name, of] : grains) {
        if (grain_words.starts_with(" " + std::string(name))) grain = of;
    }
    const auto numbers = numbers_in(words.substr(0, close));
    const auto from = point(numbers, 0);
    if (!grain || !from) return std::nullopt;
    if (words.find("Interval") == std::string_view::npos) return alone(*from, *grain);
    if (words.find("Open") != std::string_view::npos) {
        Moment moment = alone(*from, *grain);
        if (words.find("After") != std::string_view::npos) {
            moment.last.reset();
        } else {
            moment.last = std::exchange(moment.first, std::nullopt);
        }
        return moment;
    }
    const auto to = point(numbers, numbers_of_point);
    if (!to) return std::nullopt;
    return between(*from, *to, *grain);
}

base::Result<std::vector<DatedPhrase>> dated_file(const std::string& path) {
    const auto text = text_of(path);
    if (!text) return text.error();
    std::vector<DatedPhrase> out;
    std::size_t line_number = 0;
    for (const auto line : cut(*text, '\n')) {
        if (++line_number == 1 || line.empty()) continue;  // the names of the columns
        const auto cells = cut(line, '\t');
        if (cells.size() != 3) {
            return base::Error("has not three columns; fetch the file again")
                .at(path + ":" + std::to_string(line_number));
        }
        out.push_back({line_number - 1, std::string(cells[2]), moment_told(cells[1])});
    }
    return out;
}

}  // namespace sitrep::quality
