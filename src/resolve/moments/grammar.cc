#include "resolve/moments/grammar.h"

#include <array>
#include <charconv>
#include <cstdlib>
#include <string_view>

#include "resolve/moments/numbers.h"

namespace sitrep::resolve {
namespace {

constexpr int year_min = 1500;  // an earlier number alone is no year
constexpr int year_max = 2100;
constexpr std::size_t words_of_phrase_max = 16;
constexpr double seconds_max = 120;

bool is_any(std::string_view word, std::initializer_list<std::string_view> of) {
    for (const auto one : of) {
        if (word == one) return true;
    }
    return false;
}

class Parser {
public:
    explicit Parser(const TimeLine& line) : line_(line) {}

    // The longest phrase that begins there.
    std::optional<TimePhrase> at(std::size_t i) const {
        std::optional<TimePhrase> best;
        for (const auto parse : parses) keep(best, (this->*parse)(i));
        if (best && best->mod.empty()) best->mod = line_.prefix(i);
        return best;
    }

private:
    using Parse = std::optional<TimePhrase> (Parser::*)(std::size_t) const;
    static const std::array<Parse, 17> parses;

    static void keep(std::optional<TimePhrase>& best, std::optional<TimePhrase> found) {
        if (found && (!best || found->last > best->last)) best = std::move(found);
    }
    static TimePhrase made(std::size_t first, std::size_t end, TimeForm form) {
        TimePhrase phrase;
        phrase.first = first;
        phrase.last = end - 1;
        phrase.form = form;
        return phrase;
    }
    bool is(std::size_t i, std::string_view word) const { return line_.is(i, word); }
    std::size_t past_hyphen(std::size_t i) const { return is(i, "-") ? i + 1 : i; }
    std::size_t past_the(std::size_t i) const { return is(i, "the") ? i + 1 : i; }

    // unit letter and length, singular or plural.
    TimeLine::Met unit(std::size_t i) const {
        const auto one = line_.met(i, TimeKind::Unit);
        return one ? one : line_.met(i, TimeKind::Units);
    }
    std::optional<int> year_at(std::size_t i) const {
        const auto year = whole_number(line_.low(i));
        if (line_.low(i).size() != 4 || !year || *year < year_min || *year > year_max) return {};
        return year;
    }
    // 1 to 31, perhaps with an ordinal's ending.
    std::optional<int> day_at(std::size_t i) const {
        const auto day = day_number(line_.low(i));
        if (day) return day;
        const auto word = line_.met(i, TimeKind::Ordinal);
        if (!word) return {};
        return whole_number(word.value);
    }

    std::optional<TimePhrase> month_first(std::size_t i) const;
    std::optional<TimePhrase> day_first(std::size_t i) const;
    std::optional<TimePhrase> numeric(std::size_t i) const;
    std::optional<TimePhrase> year_alone(std::size_t i) const;
    std::optional<TimePhrase> spoken_year(std::size_t i) const;
    std::optional<TimePhrase> decade(std::size_t i) const;
    std::optional<TimePhrase> weekday(std::size_t i) const;
    std::optional<TimePhrase> day_shift(std::size_t i) const;
    std::optional<TimePhrase> shifted(std::size_t i) const;
    std::optional<TimePhrase> counted(std::size_t i) const;
    std::optional<TimePhrase> bare_units(std::size_t i) const;
    std::optional<TimePhrase> part_of_year(std::size_t i) const;
    std::optional<TimePhrase> season_or_holiday(std::size_t i) const;
    std::optional<TimePhrase> set(std::size_t i) const;
    std::optional<TimePhrase> ref(std::size_t i) const;
    std::optional<TimePhrase> clock(std::size_t i) const;
    std::optional<TimePhrase> prefixed(std::size_t i) const;

    // A year behind a month, day or part: ", 1998", "of 1998", "1998".
    std::size_t with_year(std::size_t i, TimePhrase& phrase) const;
    std::size_t with_part(std::size_t i, TimePhrase& phrase) const;
    std::size_t with_clock(std::size_t i, TimePhrase& phrase) const;
    std::optional<TimePhrase> shifted_thing(std::size_t first, std::size_t i, int shift,
                                            bool from_text) const;

    const TimeLine& line_;
};

const std::array<Parser::Parse, 17> Parser::parses = {
    &Parser::month_first,       &Parser::day_first, &Parser::numeric,    &Parser::year_alone,
    &Parser::spoken_year,       &Parser::decade,    &Parser::weekday,    &Parser::day_shift,
    &Parser::shifted,           &Parser::counted,   &Parser::bare_units, &Parser::part_of_year,
    &Parser::season_or_holiday, &Parser::set,       &Parser::ref,        &Parser::clock,
    &Parser::prefixed};

std::size_t Parser::with_year(std::size_t i, TimePhrase& phrase) const {
    std::size_t at = i;
    if (is(at, ",") || is(at, "of") || is(at, "in")) ++at;
    if (line_.met(at, TimeKind::Fiscal)) ++at;
    if (const auto year = year_at(at); year && !is(at + 1, "%")) {
        phrase.year = year;
        phrase.last = at;
        return at + 1;
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
    phrase.last = time->last;
    return time->last + 1;
}

// "June 23", "June 23-25, 2021", "June 23rd", "June 2021", "June".
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
        if (is_any(line_.low(at), {"-", "\xE2\x80\x93", "to"}) && last && *last > *day &&
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

// "23 June", "the 23rd of June 2021", "between 3 and 5 May", "the 14th".
std::optional<TimePhrase> Parser::day_first(std::size_t i) const {
    const std::size_t begin = past_the(i);
    const auto day = day_at(begin);
    if (!day) return {};
    std::size_t at = begin + 1;
    std::optional<int> last;
    if (is_any(line_.low(at), {"-", "\xE2\x80\x93", "to", "and"})) {
        last = day_at(at + 1);
        if (last && *last > *day) {
            at += 2;
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
    if (at > i && !fiscal && !word) return {};
    const auto year = year_at(at);
    if (!year) return {};
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
    if (is(at + 1, "period")) ++phrase.last;
    phrase.year = year;
    return phrase;
}

// "nineteen ninety-six", "the year two thousand": years as they are spoken.
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

// "Friday", "Friday, June 24", "Friday night", "Friday at 9 p.m."
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

std::optional<TimePhrase> Parser::day_shift(std::size_t i) const {
    if (const auto part = line_.met(i, TimeKind::DayParts)) {
        TimePhrase phrase = made(i, i + part.length, TimeForm::DayShift);
        const bool last = part.value.starts_with("LAST");
        phrase.shift = last ? -1 : 0;
        phrase.part = last ? part.value.substr(4) : part.value;
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

// What "last", "this" or "next" may stand before, besides a count of units.
std::optional<TimePhrase> Parser::shifted_thing(std::size_t first, std::size_t i, int shift,
                                                bool from_text) const {
    TimePhrase phrase;
    if (const auto unit = line_.met(i, TimeKind::Unit)) {
        phrase = made(first, i + unit.length, TimeForm::Shift);
        phrase.unit = unit.value.front();
        if (phrase.unit == 'S' || phrase.unit == 'I' || phrase.unit == 'H') return {};
        if (phrase.unit == 'N') {  // "last night"
            phrase.form = TimeForm::DayShift;
            phrase.part = "NI";
        }
        // "this year's third quarter"
        if (is(i + unit.length, "'s") && phrase.unit == 'Y') {
            auto part = part_of_year(i + unit.length + 1);
            if (part) {
                part->first = first;
                part->year_shift = shift;
                return part;
            }
        }
    } else if (const auto day = line_.met(i, TimeKind::Weekday)) {
        phrase = made(first, i + day.length, TimeForm::Weekday);
        phrase.weekday = whole_number(day.value);
        with_part(i + day.length, phrase);
    } else if (const auto month = line_.met(i, TimeKind::Month); month && line_.capital(i)) {
        auto date = month_first(i);
        phrase = date ? *date : made(first, i + month.length, TimeForm::Month);
        phrase.first = first;
        phrase.month = whole_number(month.value);
    } else if (const auto season = line_.met(i, TimeKind::Season)) {
        phrase = made(first, i + season.length, TimeForm::Season);
        phrase.value = season.value;
    } else if (const auto holiday = line_.met(i, TimeKind::Holiday)) {
        phrase = made(first, i + holiday.length, TimeForm::Holiday);
        phrase.value = holiday.value;
    } else if (const auto part = line_.met(i, TimeKind::Part)) {
        phrase = made(first, i + part.length, TimeForm::DayShift);
        phrase.part = part.value;
    } else {
        return {};
    }
    phrase.shift = shift;
    phrase.from_text = from_text;
    return phrase;
}

// "last week", "the past two months", "the next few days", "the following day", "this summer".
std::optional<TimePhrase> Parser::shifted(std::size_t i) const {
    const std::size_t begin = past_the(i);
    const bool the = begin != i;
    const auto shift = line_.met(begin, TimeKind::Shift);
    if (!shift) return {};
    const auto by = whole_number(shift.value);
    const std::string_view word = line_.low(begin);
    std::size_t at = begin + shift.length;
    const bool text =
        is_any(word, {"following", "same", "that", "preceding", "previous", "prior"}) ||
        (the && is_any(word, {"next"}));
    const auto number = number_at(line_, at);
    const auto units =
        number.length != 0 ? unit(past_hyphen(at + number.length)) : line_.met(at, TimeKind::Units);
    // "the past decade" is its ten years, not the one of the calendar.
    const auto lone = line_.met(at, TimeKind::Unit);
    if (lone && *by < 0 && is_any(lone.value, {"L", "C"})) {
        TimePhrase phrase = made(i, at + lone.length, TimeForm::Span);
        phrase.count = 1;
        phrase.unit = lone.value.front();
        phrase.shift = by;
        return phrase;
    }
    if (units && *by != 0) {
        const std::size_t end =
            (number.length != 0 ? past_hyphen(at + number.length) : at) + units.length;
        TimePhrase phrase = made(i, end, TimeForm::Span);
        phrase.count = number.length != 0 ? number.value : std::nullopt;
        phrase.unit = units.value.front();
        phrase.shift = by;
        return phrase;
    }
    if (line_.met(at, TimeKind::Fiscal)) ++at;
    auto found = shifted_thing(i, at, *by, text);
    if (!found) return {};
    if (text && found->form != TimeForm::Shift && found->form != TimeForm::DayShift) {
        found->from_text = false;
    }
    return found;
}

// "two years ago", "three days later", "about a week", "10-day", "a year" of a rate.
std::optional<TimePhrase> Parser::counted(std::size_t i) const {
    std::size_t begin = past_the(i);
    const auto about = line_.met(begin, TimeKind::About);
    if (begin == i && !about && line_.met(i, TimeKind::Aside)) return {};
    std::size_t at = begin + about.length;
    if (begin != i && line_.met(at, TimeKind::Ordinal) && number_at(line_, at + 1).length != 0)
        ++at;
    Number number = number_at(line_, at);
    const bool article = number.length == 0 && is_any(line_.low(at), {"a", "an"});
    if (article) number = {1, 1};
    std::size_t unit_at = at + number.length;
    if (number.length == 0) {
        // "year-ago", "year-earlier"
        const auto alone = line_.met(at, TimeKind::Unit);
        if (!alone || !is(at + alone.length, "-") || about || begin != i) return {};
        const auto from = line_.met(at + alone.length + 1, TimeKind::From);
        if (!from || alone.value == "S") return {};
        const std::size_t end = at + alone.length + 1 + from.length;
        TimePhrase phrase = made(i, end, TimeForm::From);
        phrase.unit = alone.value.front();
        phrase.count = 1;
        phrase.shift = -1;
        const auto thing = line_.met(end, TimeKind::Unit);
        if (thing && thing.value == "Q") phrase.last = end;
        if (is(end, "period")) phrase.last = end;
        return phrase;
    }
    const bool hyphen = is(unit_at, "-");
    unit_at = past_hyphen(unit_at);
    const auto units = unit(unit_at);
    if (!units || (begin != i && (article || hyphen))) return {};
    if (hyphen && line_.met(unit_at, TimeKind::Units)) return {};  // "three-quarters"
    if (units.value == "S" && (article || (number.value && *number.value > seconds_max))) return {};
    // "a year-earlier loss" begins behind the article.
    if (article && is(unit_at + units.length, "-") &&
        line_.met(unit_at + units.length + 1, TimeKind::From)) {
        return {};
    }
    std::size_t end = unit_at + units.length;
    // An age is no time: "10-year-old", "two years old", "aged".
    if ((is(end, "-") && is(end + 1, "old")) || is_any(line_.low(end), {"old", "olds"})) return {};
    if (hyphen && is(end, "-") && is(end + 1, "long")) end += 2;
    const auto from = line_.met(end, TimeKind::From);
    if (from && !hyphen) {
        const bool text = from.value.ends_with("T");
        const std::string_view word = line_.low(end);
        const auto next = line_.part(end + from.length);
        const bool ends = next.empty() || next == "PUNCT" || next == "ADP" || next == "CCONJ";
        // "two days after the attack" counts from what follows.
        if (!is_any(word, {"before", "after", "back"}) || ends) {
            TimePhrase phrase = made(i, end + from.length, TimeForm::From);
            phrase.count = number.value;
            phrase.unit = units.value.front();
            phrase.from_text = text;
            phrase.shift = from.value.starts_with("-") ? -1 : 1;
            phrase.mod = about.value;
            return phrase;
        }
    }
    TimePhrase phrase = made(i, end, TimeForm::Duration);
    phrase.count = number.value;
    phrase.unit = units.value.front();
    phrase.mod = about.value;
    if (i > 0 && !about) phrase.mod = line_.met(i - 1, TimeKind::Aside).value;
    // "5 % a year", "three times a day": a rate.
    if (article && !about && i > 0) {
        const auto before = line_.part(i - 1);
        const bool rate = before == "NOUN" || before == "SYM" || before == "NUM" ||
                          is_any(line_.low(i - 1), {"once", "twice", "%", "times"});
        if (rate) {
            phrase.form = TimeForm::Set;
            phrase.value.clear();
        }
    }
    return phrase;
}

// "for years", "in weeks", "days of talks"; "the quarter", "the weekend".
std::optional<TimePhrase> Parser::bare_units(std::size_t i) const {
    if (const auto units = line_.met(i, TimeKind::Units); units && units.value != "S") {
        const std::string_view before =
            i == 0 ? std::string_view() : std::string_view(line_.low(i - 1));
        const bool told =
            is_any(before, {"for", "in", "over", "within", "after", "of", "through", "until",
                            "than", "by", "take", "takes", "took"}) ||
            is_any(line_.low(i + units.length), {"of", "ago", "later", "earlier", "before"});
        if (!told || is(i + units.length, "old")) return {};
        const auto from = line_.met(i + units.length, TimeKind::From);
        TimePhrase phrase = made(i, i + units.length, TimeForm::Duration);
        phrase.unit = units.value.front();
        if (from && !is(i + units.length, "before") && !is(i + units.length, "after")) {
            phrase.form = TimeForm::From;
            phrase.shift = from.value.starts_with("-") ? -1 : 1;
            phrase.from_text = from.value.ends_with("T");
            phrase.last = i + units.length + from.length - 1;
        }
        return phrase;
    }
    if (!is(i, "the")) return {};
    std::size_t at = i + 1 + (line_.met(i + 1, TimeKind::Fiscal) ? 1 : 0);
    if (is_any(line_.low(at), {"full", "whole", "entire"})) ++at;
    const auto one = line_.met(at, TimeKind::Unit);
    if (!one || is(at + one.length, "-")) return {};
    const char unit = one.value.front();
    if (unit != 'Q' && unit != 'Y' && unit != 'W' && unit != 'K' && unit != 'M') return {};
    if (is_any(line_.part(at + one.length), {"NOUN", "PROPN"})) return {};
    TimePhrase phrase = made(i, at + one.length, TimeForm::Shift);
    phrase.unit = unit;
    phrase.shift = 0;
    phrase.bare = true;
    return phrase;
}

// "the third quarter", "third-quarter", "the first half of 1990", "the fiscal first quarter".
std::optional<TimePhrase> Parser::part_of_year(std::size_t i) const {
    std::size_t at = past_the(i);
    if (line_.met(at, TimeKind::Fiscal)) ++at;
    const auto year = year_at(at);
    if (year) ++at;
    auto order = line_.met(at, TimeKind::Ordinal);
    std::optional<int> number = order ? whole_number(order.value) : std::nullopt;
    if (!order) {
        number = day_number(line_.low(at));
        if (!number || whole_number(line_.low(at))) return {};
        order = {1, {}};
    }
    std::size_t end = past_hyphen(at + order.length);
    if (line_.met(end, TimeKind::Fiscal)) ++end;
    const auto unit = line_.met(end, TimeKind::Unit);
    const bool half = is(end, "half");
    const bool quarter = unit && unit.value == "Q";
    if (!number || (!half && !quarter) || *number > (half ? 2 : 4)) return {};
    TimePhrase phrase = made(i, end + 1, TimeForm::Part);
    phrase.unit = half ? 'B' : 'Q';
    phrase.order = number;
    const auto before = phrase.last;
    phrase.year = year;
    if (!year) with_year(end + 1, phrase);
    // "the first half" of a match or a book is no time, unless a year tells it.
    if (half && phrase.last == before && is(end + 1, "of")) return {};
    return phrase;
}

std::optional<TimePhrase> Parser::season_or_holiday(std::size_t i) const {
    if (const auto holiday = line_.met(i, TimeKind::Holiday)) {
        if (!line_.capital(i) && !(line_.low(i).front() >= '0' && line_.low(i).front() <= '9'))
            return {};
        TimePhrase phrase = made(i, i + holiday.length, TimeForm::Holiday);
        phrase.value = holiday.value;
        with_year(i + holiday.length, phrase);
        return phrase;
    }
    const std::size_t at = past_the(i);
    const auto season = line_.met(at, TimeKind::Season);
    if (!season || is_any(line_.part(at), {"VERB", "AUX"})) return {};
    TimePhrase phrase = made(i, at + season.length, TimeForm::Season);
    phrase.value = season.value;
    with_year(at + season.length, phrase);
    // "fall" and "spring" alone are other things more often.
    const bool sure = phrase.last > at || at > i ||
                      (i > 0 && is_any(line_.low(i - 1), {"in", "by", "since", "until", "during"}));
    if (!sure || (is_any(line_.low(at), {"fall"}) && is(phrase.last + 1, "of"))) return {};
    return phrase;
}

std::optional<TimePhrase> Parser::set(std::size_t i) const {
    if (const auto set = line_.met(i, TimeKind::Set)) {
        TimePhrase phrase = made(i, i + set.length, TimeForm::Set);
        phrase.value = set.value;
        return phrase;
    }
    if (const auto days = line_.met(i, TimeKind::Weekdays); days && line_.capital(i)) {
        TimePhrase phrase = made(i, i + days.length, TimeForm::Set);
        phrase.weekday = whole_number(days.value);
        phrase.value = "P1W";
        return phrase;
    }
    const auto each = line_.met(i, TimeKind::Each);
    if (!each) return {};
    std::size_t at = i + each.length;
    const auto number = number_at(line_, at);
    if (number.length != 0) at += number.length;
    if (const auto units = unit(at)) {
        TimePhrase phrase = made(i, at + units.length, TimeForm::Set);
        phrase.unit = units.value.front();
        phrase.count = number.value;
        if (number.length == 0) phrase.count = *whole_number(each.value);
        return phrase;
    }
    for (const auto kind : {TimeKind::Weekday, TimeKind::Month, TimeKind::Part, TimeKind::Season}) {
        if (const auto thing = line_.met(at, kind)) {
            TimePhrase phrase = made(i, at + thing.length, TimeForm::Set);
            phrase.value = kind == TimeKind::Part      ? "P1D"
                           : kind == TimeKind::Weekday ? "P1W"
                                                       : "P1Y";
            if (kind == TimeKind::Part) phrase.part = thing.value;
            if (kind == TimeKind::Weekday) phrase.weekday = whole_number(thing.value);
            if (kind == TimeKind::Month) phrase.month = whole_number(thing.value);
            return phrase;
        }
    }
    return {};
}

std::optional<TimePhrase> Parser::ref(std::size_t i) const {
    for (const auto kind : {TimeKind::RefNoun, TimeKind::Ref, TimeKind::RefAdjective}) {
        const auto ref = line_.met(i, kind);
        if (!ref) continue;
        TimePhrase phrase = made(i, i + ref.length, TimeForm::Ref);
        phrase.value = ref.value;
        if (kind == TimeKind::RefAdjective) {
            // "recent weeks" is a span; "current" alone goes with a noun.
            const auto units = line_.met(i + ref.length, TimeKind::Units);
            if (units) {
                phrase.last = i + ref.length + units.length - 1;
                if (units.value != "Y" && is(i, "recent")) {
                    phrase.form = TimeForm::Span;
                    phrase.unit = units.value.front();
                    phrase.shift = -1;
                    return phrase;
                }
            }
            if (is(i, "present") && (units || line_.part(i) != "ADJ")) return {};
        }
        if (is(i, "already")) return {};
        return phrase;
    }
    return {};
}

// "10:35 a.m.", "9 p.m. Friday", "noon", "1400 GMT".
std::optional<TimePhrase> Parser::clock(std::size_t i) const {
    std::size_t end = i;
    std::optional<int> minute;
    std::string part;
    if (const auto time = clock_time(line_, i)) {
        minute = time->minute;
        end = i + time->length;
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
    TimePhrase phrase = made(i, end, TimeForm::Clock);
    phrase.minute = minute;
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
        return day;
    }
    return phrase;
}

// "early next year", "the end of 1990", "mid-November", "later this month".
std::optional<TimePhrase> Parser::prefixed(std::size_t i) const {
    std::size_t at = i;
    std::string_view mod;
    if (const auto edge = line_.met(i, TimeKind::Edge)) {
        at = i + edge.length;
        mod = edge.value;
    } else {
        at = past_the(i);
        const auto early = line_.met(at, TimeKind::Early);
        if (!early) return {};
        at = past_hyphen(at + early.length);
        mod = early.value;
        // "two weeks earlier this", "later that"
        if (is_any(line_.low(at), {"in", "on"})) ++at;
    }
    std::optional<TimePhrase> inner;
    for (const auto parse :
         {&Parser::month_first, &Parser::day_first, &Parser::year_alone, &Parser::decade,
          &Parser::weekday, &Parser::day_shift, &Parser::shifted, &Parser::part_of_year,
          &Parser::season_or_holiday, &Parser::bare_units}) {
        keep(inner, (this->*parse)(at));
    }
    if (!inner || inner->form == TimeForm::Duration || inner->form == TimeForm::Span) return {};
    inner->first = i;
    if (inner->mod.empty()) inner->mod = mod;
    return inner;
}

}  // namespace

std::vector<TimePhrase> time_phrases(const TimeLine& line) {
    std::vector<TimePhrase> out;
    const Parser parser(line);
    for (std::size_t i = 0; i < line.size();) {
        auto phrase = parser.at(i);
        if (!phrase || phrase->last - phrase->first >= words_of_phrase_max) {
            ++i;
            continue;
        }
        i = phrase->last + 1;
        out.push_back(std::move(*phrase));
    }
    return out;
}

}  // namespace sitrep::resolve
