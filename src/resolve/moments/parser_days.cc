#include "resolve/moments/parser.h"

#include <string_view>

#include "resolve/moments/numbers.h"

namespace sitrep::resolve {

std::size_t Parser::with_year(std::size_t i, TimePhrase& phrase) const {
    std::size_t at = i;
    if (is(at, ",") || is(at, "of") || is(at, "in")) ++at;
    if (line_.met(at, TimeKind::Fiscal)) ++at;
    if (const auto year = year_at(at); year && !is(at + 1, "%")) {
        phrase.year = year;
        phrase.last = at;
        return at + 1;
    }
    if (const auto spoken = spoken_year(at); spoken && at != i) {
        phrase.year = spoken->year;
        phrase.last = spoken->last;
        return spoken->last + 1;
    }
    // "the first half of last year", "April next year"
    const std::size_t from = i + (is(i, "of") ? 1 : 0);
    const auto shift = line_.met(from, TimeKind::Shift);
    const auto unit = line_.met(from + shift.length, TimeKind::Unit);
    if (shift && unit && unit.value == "Y") {
        phrase.year_shift = whole_number(shift.value);
        phrase.last = from + shift.length + unit.length - 1;
        return phrase.last + 1;
    }
    return i;
}

std::size_t Parser::with_part(std::size_t i, TimePhrase& phrase) const {
    std::size_t at = i;
    if (is_any(line_.low(at), {"in", "at", "during"}) && is(at + 1, "the")) at += 2;
    const bool early = static_cast<bool>(line_.met(at, TimeKind::Early));
    const auto part = line_.met(at + (early ? 1 : 0), TimeKind::Part);
    if (!part) return i;
    phrase.part = part.value;
    phrase.last = at + (early ? 1 : 0) + part.length - 1;
    return phrase.last + 1;
}

std::size_t Parser::with_clock(std::size_t i, TimePhrase& phrase) const {
    const std::size_t at = is(i, "at") || is(i, ",") ? i + 1 : i;
    const auto time = clock(at);
    if (!time || time->form != TimeForm::Clock || !time->minute) return i;
    phrase.minute = time->minute;
    phrase.zone = time->zone;
    phrase.last = time->last;
    return time->last + 1;
}

std::size_t Parser::with_half(std::size_t i, int& minute) const {
    constexpr int half_day = 12 * 60;
    if (!is(i, "in") || !is(i + 1, "the")) return i;
    const auto part = line_.met(i + 2, TimeKind::Part);
    if (!part || !is_any(part.value, {"MO", "AF", "EV"})) return i;
    if (minute < half_day && part.value != "MO") minute += half_day;
    return i + 2 + part.length;
}

std::optional<TimePhrase> Parser::month_first(std::size_t i) const {
    const auto month = line_.met(i, TimeKind::Month);
    if (!month) return {};
    std::size_t at = i + month.length;
    TimePhrase phrase = made(i, at, TimeForm::Month);
    phrase.month = whole_number(month.value);
    const bool the = is(at, "the");
    if (const auto day = day_at(at + (the ? 1 : 0)); day && !year_at(at)) {
        // "in May 20 people": a count, unless May is written out with a comma or an ordinal.
        phrase.form = TimeForm::Date;
        phrase.day = day;
        phrase.last = at + (the ? 1 : 0);
        at = phrase.last + 1;
        const auto last = day_at(at + 1);
        if (is_any(line_.low(at), {"-", "\xE2\x80\x93", "to", "through"}) && last && *last > *day &&
            line_.part(at + 2) != "NOUN") {
            phrase.last_day = last;
            phrase.last = at + 1;
            at += 2;
        }
        at = with_year(at, phrase);
        at = with_part(at, phrase);
        with_clock(at, phrase);
        return phrase;
    }
    // "may" and "march" are verbs too; "Jan" and "Dec" may be people.
    const bool cut = line_.low(i).size() < 5 && !line_.low(i).ends_with(".") &&
                     !is_any(line_.low(i), {"may", "june", "july"});
    if (!line_.capital(i) || cut || is_any(line_.part(i), {"AUX", "VERB"})) return {};
    with_year(at, phrase);
    return phrase;
}

std::optional<TimePhrase> Parser::day_first(std::size_t i) const {
    const std::size_t begin = past_the(i);
    const auto day = day_at(begin);
    if (!day) return {};
    std::size_t at = begin + 1;
    std::optional<int> last;
    if (is_any(line_.low(at), {"-", "\xE2\x80\x93", "to", "and"})) {
        const std::size_t end = past_the(at + 1);
        last = day_at(end);
        if (last && *last > *day) {
            at = end + 1;
        } else {
            last.reset();
        }
    }
    if (is(at, "of")) ++at;
    const auto month = line_.met(at, TimeKind::Month);
    if (month && line_.capital(at)) {
        TimePhrase phrase = made(i, at + month.length, TimeForm::Date);
        phrase.month = whole_number(month.value);
        phrase.day = day;
        phrase.last_day = last;
        at = with_year(at + month.length, phrase);
        at = with_part(at, phrase);
        with_clock(at, phrase);
        return phrase;
    }
    // "the 14th", with nothing that it could count.
    const bool ordinal = line_.low(begin).size() > 2 &&
                         whole_number(line_.low(begin)) == std::nullopt &&
                         day_number(line_.low(begin)).has_value();
    if (begin == i || !ordinal || is_any(line_.part(begin + 1), {"NOUN", "PROPN", "ADJ", "NUM"}) ||
        is(begin + 1, "-")) {
        return {};
    }
    TimePhrase phrase = made(i, begin + 1, TimeForm::Date);
    phrase.day = day;
    return phrase;
}

std::optional<TimePhrase> Parser::numeric(std::size_t i) const {
    std::size_t length = 1;
    std::string word = line_.low(i);
    // "2021 - 06 - 23" as the tokens have it
    if (year_at(i) && is(i + 1, "-") && is(i + 3, "-")) {
        word += "-" + line_.low(i + 2) + "-" + line_.low(i + 4);
        length = 5;
    }
    const auto date = numeric_date(word);
    if (!date) return {};
    TimePhrase phrase = made(i, i + length, TimeForm::Date);
    phrase.year = date->year;
    phrase.month = date->month;
    phrase.day = date->day;
    return phrase;
}

std::optional<TimePhrase> Parser::year_alone(std::size_t i) const {
    std::size_t at = past_the(i);
    const bool fiscal = static_cast<bool>(line_.met(at, TimeKind::Fiscal));
    if (fiscal) ++at;
    const bool word = is(at, "year");
    if (word) ++at;
    const auto year = year_at(at);
    if (!year) return {};
    // "the 1988 quarter"
    const bool of_quarter = is(at + 1, "period") || is(at + 1, "quarter");
    if (at > i && !fiscal && !word && !of_quarter) return {};
    // A number of things is no year: "1989 people"; money and shares neither.
    const std::string_view next = line_.low(at + 1);
    const auto next_part = line_.part(at + 1);
    const bool plural = next.size() > 3 && next.ends_with("s") && !next.ends_with("ss");
    const bool counts = !fiscal && !word && next_part == "NOUN" && plural &&
                        !is_any(line_.low(at - 1), {"in", "since", "the", "of", "from", "by"});
    const std::string_view before =
        at == 0 ? std::string_view() : std::string_view(line_.low(at - 1));
    if (counts || is_any(next, {"%", "percent", "dollars", "people"}) ||
        is_any(before, {"$", "#", "no.", "nos.", "resolution", "\xC2\xA3", "flight", "highway",
                        "route", "room", "page", "-", "/", "than", "about", "least"})) {
        return {};
    }
    TimePhrase phrase = made(i, at + 1, TimeForm::Year);
    if (of_quarter) ++phrase.last;
    phrase.bare = of_quarter;
    phrase.year = year;
    return phrase;
}

std::optional<TimePhrase> Parser::spoken_year(std::size_t i) const {
    std::size_t at = past_the(i);
    const bool word = is(at, "year");
    if (word) ++at;
    const auto hundreds = line_.met(at, TimeKind::Number);
    if (!hundreds) return {};
    if (word && is(at, "two") && is(at + 1, "thousand")) {
        TimePhrase phrase = made(i, at + 2, TimeForm::Year);
        phrase.year = 2000;
        return phrase;
    }
    if (!is_any(line_.low(at), {"nineteen", "eighteen", "twenty"}) || is(at + 1, "-")) return {};
    const Number rest = number_at(line_, at + 1);
    if (rest.length == 0 || !rest.value || *rest.value < 10 || *rest.value > 99) return {};
    if (!line_.met(at + 1, TimeKind::Number)) return {};
    if (unit(at + 1 + rest.length)) return {};
    TimePhrase phrase = made(i, at + 1 + rest.length, TimeForm::Year);
    phrase.year = *whole_number(hundreds.value) * 100 + static_cast<int>(*rest.value);
    return phrase;
}

std::optional<TimePhrase> Parser::decade(std::size_t i) const {
    const std::size_t at = past_the(i);
    std::string_view word = line_.low(at);
    std::size_t length = 1;
    if ((year_at(at) || (word.size() == 2 && whole_number(word))) && is(at + 1, "'s")) {
        length = 2;
    } else if (word.ends_with("s")) {
        word.remove_suffix(1);
        if (word.ends_with("'")) word.remove_suffix(1);
    } else {
        return {};
    }
    if (word.starts_with("'")) word.remove_prefix(1);
    const auto number = whole_number(word);
    if (!number || *number % 10 != 0) return {};
    const bool short_form = word.size() == 2;
    if (!short_form && (word.size() != 4 || *number < year_min || *number > year_max)) return {};
    if (short_form && at == i) return {};
    TimePhrase phrase = made(i, at + length, TimeForm::Decade);
    phrase.year = short_form ? 1900 + *number : *number;
    return phrase;
}

std::optional<TimePhrase> Parser::weekday(std::size_t i) const {
    const auto day = line_.met(i, TimeKind::Weekday);
    if (!day || !line_.capital(i)) return {};
    // "sat", "sun", "wed" are words of their own.
    if (line_.part(i) == "VERB" || line_.part(i) == "AUX") return {};
    TimePhrase phrase = made(i, i + day.length, TimeForm::Weekday);
    phrase.weekday = whole_number(day.value);
    std::size_t at = i + day.length;
    const std::size_t date_at = is(at, ",") ? at + 1 : at;
    auto date = month_first(date_at);
    if (!date) date = day_first(date_at);
    if (date && date->form == TimeForm::Date && date->month) {
        date->first = i;
        date->weekday = phrase.weekday;
        return date;
    }
    at = with_part(at, phrase);
    with_clock(at, phrase);
    return phrase;
}

std::optional<TimePhrase> Parser::nth_of_month(std::size_t i) const {
    const std::size_t begin = past_the(i);
    auto order = day_at(begin);
    const bool ordinal = line_.met(begin, TimeKind::Ordinal) || line_.low(begin).size() > 2;
    if (!ordinal) order.reset();
    if (is(begin, "last")) order = -1;
    if (!order || *order > 5) return {};
    const std::size_t at = begin + 1;
    const auto day = line_.met(at, TimeKind::Weekday);
    const auto one = line_.met(at, TimeKind::Unit);
    const bool in_month = day || (one && is_any(one.value, {"D", "W", "K"}));
    const std::size_t of = at + (day ? day.length : one.length);
    if (!in_month || !is_any(line_.low(of), {"of", "in"})) return {};
    std::size_t end = of + 1;
    TimePhrase phrase = made(i, end, TimeForm::Nth);
    if (const auto month = line_.met(end, TimeKind::Month); month && line_.capital(end)) {
        phrase.month = whole_number(month.value);
        phrase.last = end + month.length - 1;
        with_year(end + month.length, phrase);
    } else {
        end = past_the(end);
        const auto shift = line_.met(end, TimeKind::Shift);
        if (!is(end + shift.length, "month") || (!shift && end == of + 1)) return {};
        phrase.shift = shift ? whole_number(shift.value) : 0;
        phrase.last = end + shift.length;
    }
    phrase.order = order;
    if (day) phrase.weekday = whole_number(day.value);
    if (one) phrase.unit = one.value.front();
    return phrase;
}

std::optional<TimePhrase> Parser::weekday_of_week(std::size_t i) const {
    const auto day = line_.met(i, TimeKind::Weekday);
    if (!day || !line_.capital(i)) return {};
    std::size_t at = i + day.length;
    if (is_any(line_.low(at), {"of", "in"})) ++at;
    const auto shift = line_.met(at, TimeKind::Shift);
    if (!shift || !is(at + shift.length, "week")) return {};
    TimePhrase phrase = made(i, at + shift.length + 1, TimeForm::OfWeek);
    phrase.weekday = whole_number(day.value);
    phrase.shift = whole_number(shift.value);
    return phrase;
}

std::optional<TimePhrase> Parser::day_shift(std::size_t i) const {
    if (const auto part = line_.met(i, TimeKind::DayParts)) {
        TimePhrase phrase = made(i, i + part.length, TimeForm::DayShift);
        const bool last = part.value.starts_with("LAST");
        phrase.shift = last ? -1 : 0;
        phrase.part = last ? part.value.substr(4) : part.value;
        with_clock(i + part.length, phrase);
        return phrase;
    }
    const auto day = line_.met(i, TimeKind::Day);
    if (!day) return {};
    TimePhrase phrase = made(i, i + day.length, TimeForm::DayShift);
    phrase.shift = whole_number(day.value);
    const std::size_t at = with_part(i + day.length, phrase);
    with_clock(at, phrase);
    return phrase;
}

std::optional<TimePhrase> Parser::clock(std::size_t i) const {
    std::size_t end = i;
    std::optional<int> minute;
    std::string zone;
    if (const auto time = clock_time(line_, i)) {
        minute = time->minute;
        zone = time->zone;
        end = i + time->length;
    } else if (const auto hour = day_number(line_.low(i));
               hour && *hour <= 12 && is(i + 1, "in") && is(i + 2, "the") &&
               line_.met(i + 3, TimeKind::Part)) {  // "4 in the morning"
        minute = *hour % 12 * 60;
        end = i + 1;
    } else if (const auto named = line_.met(i, TimeKind::Part);
               named && is_any(named.value, {"MID", "MI"}) &&
               is_any(line_.low(i), {"noon", "midday", "midnight"})) {
        minute = named.value == "MI" ? 0 : 12 * 60;
        end = i + named.length;
    } else if (named && i > 0 &&
               is_any(line_.low(i - 1), {"before", "after", "at", "since", "until", "by"}) &&
               is_any(named.value, {"DA", "DU"})) {
        TimePhrase phrase = made(i, i + named.length, TimeForm::DayShift);
        phrase.part = named.value;
        phrase.shift = 0;
        phrase.from_text = true;
        return phrase;
    } else {
        return {};
    }
    if (minute) end = with_half(end, *minute);
    TimePhrase phrase = made(i, end, TimeForm::Clock);
    phrase.minute = minute;
    phrase.zone = zone;
    // The day behind it.
    std::size_t at = end;
    if (is(at, "on") || is(at, ",")) ++at;
    std::optional<TimePhrase> day;
    for (const auto parse :
         {&Parser::weekday, &Parser::month_first, &Parser::day_first, &Parser::day_shift}) {
        keep(day, (this->*parse)(at));
    }
    if (day && day->form != TimeForm::Month && !day->minute) {
        day->first = i;
        day->minute = minute;
        day->zone = zone;
        return day;
    }
    return phrase;
}

}  // namespace sitrep::resolve
