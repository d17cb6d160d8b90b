#include "resolve/moments/parser.h"

#include <string_view>

#include "resolve/moments/numbers.h"

namespace sitrep::resolve {

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
        with_clock(i + part.length, phrase);  // "this morning at 10 a.m."
    } else {
        return {};
    }
    phrase.shift = shift;
    phrase.from_text = from_text;
    return phrase;
}

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
    // "the latest period" of accounts is the quarter that they are of.
    if (is(begin, "latest") && is(at, "period")) {
        TimePhrase phrase = made(i, at + 1, TimeForm::Shift);
        phrase.unit = 'Q';
        phrase.shift = 0;
        phrase.bare = true;
        return phrase;
    }
    auto found = shifted_thing(i, at, *by, text);
    if (!found) return {};
    if (text && found->form != TimeForm::Shift && found->form != TimeForm::DayShift) {
        found->from_text = false;
    }
    return found;
}

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
        if (!alone || !is(at + alone.length, "-") || about) return {};
        const auto from = line_.met(at + alone.length + 1, TimeKind::From);
        if (!from || alone.value == "S") return {};
        const std::size_t end = at + alone.length + 1 + from.length;
        TimePhrase phrase = made(i, end, TimeForm::From);
        phrase.unit = alone.value.front();
        phrase.count = 1;
        phrase.shift = -1;
        // "the year-ago third quarter"
        if (auto part = part_of_year(end); part && !part->year && !part->year_shift) {
            part->first = i;
            part->year_shift = -1;
            return part;
        }
        const auto thing = line_.met(end, TimeKind::Unit);
        if (thing && thing.value == "Q") phrase.last = end;
        if (is(end, "period")) phrase.last = end;
        if (begin != i && phrase.last + 1 == end) return {};  // "the year-ago loss"
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
    if (is(end, "or") && is(end + 1, "so") && line_.met(end + 2, TimeKind::From)) end += 2;
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
        if (rate) return {};
    }
    return phrase;
}

std::optional<TimePhrase> Parser::year_end(std::size_t i) const {
    const auto year = line_.met(i, TimeKind::Unit);
    if (!year || year.value != "Y") return {};
    const std::size_t end = i + year.length + (is_any(line_.low(i + 1), {"-", "'s"}) ? 1 : 0);
    if (!is(end, "end")) return {};
    TimePhrase phrase = made(i, end + 1, TimeForm::Shift);
    phrase.unit = 'Y';
    phrase.shift = 0;
    phrase.mod = "END";
    return phrase;
}

std::optional<TimePhrase> Parser::bare_units(std::size_t i) const {
    if (const auto units = line_.met(i, TimeKind::Units);
        units && !is_any(units.value, {"S", "Q"})) {
        if (i > 1 && is(i - 1, "of") && is(i - 2, "matter")) return {};
        // "the early hours of Thursday"
        if (units.value == "H" && i > 0 && is_any(line_.low(i - 1), {"early", "small"})) return {};
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
    if (unit != 'Q' && unit != 'Y' && unit != 'K' && unit != 'M') return {};
    const std::string_view next = line_.low(at + one.length);
    if (is_any(line_.part(at + one.length), {"NOUN", "PROPN"}) ||
        (!next.empty() && next.front() >= '0' && next.front() <= '9')) {
        return {};
    }
    TimePhrase phrase = made(i, at + one.length, TimeForm::Shift);
    phrase.unit = unit;
    // "the year ended March 31"
    if (unit == 'Y' && is_any(line_.low(at + one.length), {"ended", "ending"})) {
        phrase.form = TimeForm::Duration;
        phrase.count = 1;
        return phrase;
    }
    phrase.shift = 0;
    phrase.bare = true;
    return phrase;
}

std::optional<TimePhrase> Parser::part_of_year(std::size_t i) const {
    std::size_t at = past_the(i);
    if (line_.met(at, TimeKind::Fiscal)) ++at;
    const auto year = year_at(at);
    if (year) ++at;
    auto order = line_.met(at, TimeKind::Ordinal);
    std::optional<int> number = order ? whole_number(order.value) : std::nullopt;
    if (is_any(line_.low(at), {"last", "latter"}) && is(at + 1, "half")) {
        order = {1, {}};
        number = 2;
    } else if (!order) {
        number = day_number(line_.low(at));
        if (!number || whole_number(line_.low(at))) return {};
        order = {1, {}};
    }
    std::size_t end = past_hyphen(at + order.length);
    if (end != at + order.length && at != i && !year) return {};  // "the third-quarter loss"
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
            if (is(i, "recent") && !units) return {};
            if (is(i, "present") && (units || line_.part(i) != "ADJ")) return {};
        }
        if (is(i, "already")) return {};
        return phrase;
    }
    return {};
}

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

}  // namespace sitrep::resolve
