#include <algorithm>
#include <array>

#include "resolve/moments/periods.h"
#include "resolve/moments/reading.h"

namespace sitrep::resolve {
namespace {

using values::Grain;

constexpr int half_year_days = 183;
// What "in recent weeks" may reach. (Ours; such moments are marked as about.)
constexpr double open_units = 6;

// The season that holds a day, by its code.
std::string_view season_code(std::int32_t day) {
    constexpr std::array<std::string_view, 4> codes = {"WI", "SP", "SU", "FA"};
    return codes[static_cast<std::size_t>(month_of(day) % 12 / 3)];
}

}  // namespace

TimeReader::Read TimeReader::unit_at(char unit, std::int32_t day, std::string_view rule) const {
    const int year = year_of(day);
    const std::string four = padded(year, 4);
    switch (unit) {
        case 'W':
        case 'F':
        case 'K': {
            const IsoWeek week = iso_week(day);
            Days days = week_days(day);
            if (unit == 'K') days.first += 5;
            return {padded(week.year, 4) + "-W" + padded(week.week, 2) + (unit == 'K' ? "-WE" : ""),
                    days,
                    unit == 'K' ? Grain::Weekend : Grain::Week,
                    false,
                    true,
                    rule};
        }
        case 'M':
            return {four + "-" + padded(month_of(day), 2),
                    month_days(year, month_of(day)),
                    Grain::Month,
                    false,
                    true,
                    rule};
        case 'Q': {
            const int quarter = (month_of(day) + 2) / 3;
            return {four + "-Q" + std::to_string(quarter),
                    quarter_days(year, quarter),
                    Grain::Quarter,
                    false,
                    true,
                    rule};
        }
        case 'B': {
            const int half = month_of(day) > 6 ? 2 : 1;
            return {four + "-H" + std::to_string(half),
                    half_days(year, half),
                    Grain::Half,
                    false,
                    true,
                    rule};
        }
        case 'E': {
            const auto code = season_code(day);
            const int of = code == "WI" && month_of(day) < 3 ? year - 1 : year;
            return {padded(of, 4) + "-" + std::string(code),
                    season_days(of, code),
                    Grain::Season,
                    false,
                    true,
                    rule};
        }
        case 'Y':
            return {four, year_days(year), Grain::Year, false, true, rule};
        case 'L': {
            const int first = year / 10 * 10;
            return {four.substr(0, 3),
                    Days{year_days(first).first, year_days(first + 9).last},
                    Grain::Decade,
                    false,
                    true,
                    rule};
        }
        case 'C': {
            const int first = year / 100 * 100;
            return {four.substr(0, 2),
                    Days{year_days(first).first, year_days(first + 99).last},
                    Grain::Century,
                    false,
                    true,
                    rule};
        }
        default:
            return lone_day(day, rule);
    }
}

TimeReader::Read TimeReader::shift(const TimePhrase& phrase) const {
    const std::string_view rule = phrase.from_text ? "from-day-told" : "from-publication";
    const int by = phrase.shift.value_or(0);
    const bool that_quarter = phrase.bare || (phrase.from_text && by == 0);
    if (phrase.unit == 'Q' && that_quarter && told_quarter_) {
        return unit_at('Q', told_quarter_->first, "quarter-told");
    }
    if (phrase.unit == 'Q' && by <= 0) {  // a quarter is spoken of once it is over
        return unit_at('Q', moved(published_, 'Q', phrase.bare ? -1 : by), rule);
    }
    const std::int32_t day = start(phrase);
    if (phrase.unit == 'K' &&
        by == 0) {  // the weekend before, but in the week's last days the coming one
        const bool late = weekday_of(day) >= 3;
        return unit_at('K', late ? day : day - 7, rule);
    }
    return unit_at(phrase.unit, moved(day, phrase.unit, by), rule);
}

TimeReader::Read TimeReader::from(const TimePhrase& phrase) const {
    const int by = phrase.shift.value_or(-1);
    if (!phrase.count) {
        Read read{by < 0 ? "PAST_REF" : "FUTURE_REF",
                  {},
                  unit_of(phrase.unit).grain,
                  true,
                  true,
                  "open-number"};
        return read;
    }
    // "a year earlier" in talk of a quarter is that quarter a year before.
    if (phrase.unit == 'Y' && told_quarter_ && *phrase.count == 1) {
        return unit_at('Q', moved(told_quarter_->first, 'Y', by), "quarter-told");
    }
    const double count = by * *phrase.count;
    Read read = unit_at(phrase.unit, moved(start(phrase), phrase.unit, count),
                        phrase.from_text ? "from-day-told" : "from-publication");
    read.about = !phrase.mod.empty() || (unit_of(phrase.unit).days > 1);
    if (unit_of(phrase.unit).clock) read.grain = unit_of(phrase.unit).grain;
    return read;
}

TimeReader::Read TimeReader::duration(const TimePhrase& phrase) const {
    return {
        period(phrase.unit, phrase.count), {}, unit_of(phrase.unit).grain, false, true, "duration"};
}

TimeReader::Read TimeReader::span(const TimePhrase& phrase) const {
    Read read = duration(phrase);
    read.rule = "from-publication";
    read.about = !phrase.count || unit_of(phrase.unit).days > 1;
    const int by = phrase.shift.value_or(-1);
    const std::int32_t other =
        moved(published_, phrase.unit, by * phrase.count.value_or(open_units));
    read.days = Days{std::min(published_, other), std::max(published_, other)};
    return read;
}

TimeReader::Read TimeReader::part(const TimePhrase& phrase, Tense tense) const {
    int year = phrase.year.value_or(year_of(published_) + phrase.year_shift.value_or(0));
    const bool half = phrase.unit == 'B';
    const auto in = [&](int y) {
        return half ? half_days(y, *phrase.order) : quarter_days(y, *phrase.order);
    };
    const bool told = phrase.year || phrase.year_shift;
    if (!told && in(year).first > published_ && tense != Tense::Future) --year;
    Read read = unit_at(phrase.unit, in(year).first, phrase.year ? "date" : "nearest-year");
    read.hangs_on_publication = !phrase.year;
    return read;
}

TimeReader::Read TimeReader::season(const TimePhrase& phrase, Tense tense) const {
    int year = phrase.year.value_or(year_of(published_) + phrase.year_shift.value_or(0));
    if (!phrase.year && !phrase.year_shift) {
        const Days here = season_days(year, phrase.value);
        const int shift = phrase.shift.value_or(0);
        if (shift < 0 && here.last >= published_) --year;
        if (shift > 0 && here.first <= published_) ++year;
        if (!phrase.shift && here.first > published_ && tense == Tense::Past) --year;
        if (!phrase.shift && here.last < published_ && tense == Tense::Future) ++year;
    }
    return {padded(year, 4) + "-" + phrase.value,
            season_days(year, phrase.value),
            Grain::Season,
            true,
            !phrase.year,
            "season"};
}

// "the first Monday of May", "the last week of October 2014"; the month as where it stands alone. A
// week belongs to the month that holds its Thursday (as ISO 8601 does with years).
TimeReader::Read TimeReader::nth(const TimePhrase& phrase, Tense tense) const {
    Days in{};
    if (phrase.month) {
        TimePhrase alone = phrase;
        alone.shift.reset();
        in = month(alone, tense).days.value_or(Days{published_, published_});
    } else {
        const std::int32_t day = months_on(published_, phrase.shift.value_or(0));
        in = month_days(year_of(day), month_of(day));
    }
    constexpr int thursday = 3;
    const bool whole = phrase.unit == 'W' || phrase.unit == 'K';
    const int wanted = whole ? thursday : phrase.weekday.value_or(-1);
    const int step = wanted < 0 ? 1 : 7;
    std::int32_t day = in.first;
    if (wanted >= 0) day += (wanted - weekday_of(day) + 7) % 7;
    const int order = *phrase.order < 0 ? (in.last - day) / step : *phrase.order - 1;
    day += order * step;
    if (day > in.last) return {"XXXX-XX-XX", {}, Grain::Day, false, true, "no-such-day"};
    Read read = whole ? unit_at(phrase.unit, day, "of-month") : lone_day(day, "of-month");
    read.hangs_on_publication = !phrase.year;
    return read;
}

TimeReader::Read TimeReader::of_week(const TimePhrase& phrase) const {
    const Days week = week_days(published_ + 7 * phrase.shift.value_or(0));
    return lone_day(week.first + *phrase.weekday, "of-week");
}

TimeReader::Read TimeReader::named_day(const TimePhrase& phrase, Tense tense) const {
    int year = phrase.year.value_or(year_of(published_) + phrase.year_shift.value_or(0));
    // "by 9/11" of what is to come is a day of this year.
    std::string rule = phrase.value;
    if (rule.starts_with("date") && tense == Tense::Future) {
        rule = "fixed" + rule.substr(std::min(rule.size(), rule.find('-')));
        rule[5] = ' ';
    }
    auto named = holiday(rule, year);
    if (!named) return {"XXXX-XX-XX", {}, Grain::Day, true, true, "no-such-day"};
    const bool this_years = phrase.year_shift || (phrase.shift && *phrase.shift == 0);
    if (!phrase.year && !this_years) {
        const int shift = phrase.shift.value_or(0);
        const std::int32_t away = named->days.first - published_;
        if ((shift < 0 && away >= 0) || (shift == 0 && tense == Tense::Past && away > 0) ||
            (shift == 0 && away > half_year_days)) {
            named = holiday(rule, --year);
        } else if ((shift > 0 && away <= 0) || (shift == 0 && tense == Tense::Future && away < 0) ||
                   (shift == 0 && away < -half_year_days)) {
            named = holiday(rule, ++year);
        }
        if (!named) return {"XXXX-XX-XX", {}, Grain::Day, true, true, "no-such-day"};
    }
    Read read = lone_day(named->days.first, "holiday");
    read.days = named->days;
    read.about = named->about;
    read.hangs_on_publication = !phrase.year && !rule.starts_with("date");
    if (named->days.first != named->days.last) read.grain = Grain::Month;
    return read;
}

TimeReader::Read TimeReader::set(const TimePhrase& phrase) const {
    Read read{phrase.value, {}, Grain::Day, false, true, "set"};
    if (phrase.weekday) read.value = "XXXX-WXX-" + std::to_string(*phrase.weekday + 1);
    if (phrase.month) read.value = "XXXX-" + padded(*phrase.month, 2);
    if (phrase.value.empty()) read.value = period(phrase.unit, phrase.count);
    return read;
}

}  // namespace sitrep::resolve
