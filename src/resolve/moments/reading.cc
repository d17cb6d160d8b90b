#include "resolve/moments/reading.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

#include "resolve/moments/periods.h"

namespace sitrep::resolve {
namespace {

using values::Grain;
using values::Moment;
using values::Scale;
using values::TimeType;

constexpr int year_for_reckoning = 2000;  // a leap year, for days of an open year
constexpr int half_year_days = 183;
constexpr int year_days_max = 366;
// What "recently" and "soon" may reach. (Ours; such moments are marked as about.)
constexpr std::int32_t recent_days = 60;
// A verb of the past may still set a day ahead: "set Nov. 10 as the deadline".
constexpr int months_ahead_of_past = 3;

std::string iso(std::int32_t day) {
    const auto date = date_of(day);
    return date ? date->print() : "XXXX-XX-XX";
}

}  // namespace

TimeReader::TimeReader(const values::Publication& published) {
    const auto& date = published.date;
    weekday_known_ = date.weekday.has_value();
    if (const auto whole = date.whole()) {
        published_ = whole->day_number();
        year_known_ = day_known_ = true;
        return;
    }
    if (date.month && date.day) {
        const auto years = date.years_proposed(1990, 2039);
        const int year = date.year.value_or(years.empty() ? year_for_reckoning : years.back());
        published_ = day_of(year, *date.month, *date.day).value_or(0);
        day_known_ = true;
        year_known_ = date.year.has_value();
        return;
    }
    const int year = date.year.value_or(year_for_reckoning);
    published_ = *day_of(year, date.month.value_or(6), 15);
    year_known_ = date.year.has_value();
    if (date.weekday) published_ += static_cast<int>(*date.weekday) - weekday_of(published_);
}

std::int32_t TimeReader::start(const TimePhrase& phrase) const {
    return phrase.from_text ? told_day_.value_or(published_) : published_;
}

TimeReader::Read TimeReader::lone_day(std::int32_t day, std::string_view rule) const {
    return {iso(day), Days{day, day}, Grain::Day, false, true, rule};
}

// Month and day, perhaps a year; the year that brings it nearest to publication where none stands.
TimeReader::Read TimeReader::date(const TimePhrase& phrase, Tense tense) const {
    if (!phrase.month) {  // "the 14th": of the month of publication, or the one before or behind
        std::int32_t month = month_days(year_of(published_), month_of(published_)).first;
        auto day = day_of(year_of(month), month_of(month), *phrase.day);
        if (day && *day > published_ && tense == Tense::Past) month = months_on(month, -1);
        if (day && *day < published_ && tense == Tense::Future) month = months_on(month, 1);
        day = day_of(year_of(month), month_of(month), *phrase.day);
        if (!day)
            return {"XXXX-XX-" + padded(*phrase.day, 2), {}, Grain::Day, false, true, "no-day"};
        return lone_day(*day, "day-of-month");
    }
    int year = phrase.year.value_or(year_of(published_) + phrase.year_shift.value_or(0));
    const auto in = [&](int y) { return day_of(y, *phrase.month, *phrase.day); };
    const auto fits = [&](int y) {
        const auto day = in(y);
        return day && (!phrase.weekday || weekday_of(*day) == *phrase.weekday);
    };
    if (!phrase.year && !phrase.year_shift) {
        const auto here = in(year);
        const int ahead_max = tense == Tense::Past     ? months_ahead_of_past * 31
                              : tense == Tense::Future ? year_days_max
                                                       : half_year_days;
        const auto next = in(year + 1);
        if (here && *here - published_ > ahead_max) {
            --year;
        } else if (here && next && *next - published_ <= ahead_max &&
                   *next - published_ < published_ - *here) {
            ++year;
        }
        if (phrase.shift && *phrase.shift < 0 && in(year) && *in(year) > published_) --year;
        if (!fits(year) && fits(year - 1)) --year;
        if (!fits(year) && fits(year + 1)) ++year;
    }
    // 29 February of an open year: the nearest year that has it.
    for (int back = 0; back < 4 && !in(year) && !phrase.year; ++back) --year;
    const auto day = in(year);
    if (!day) return {"XXXX-XX-XX", {}, Grain::Day, false, true, "no-such-day"};
    Read read = lone_day(*day, phrase.year ? "date" : "nearest-year");
    if (phrase.last_day) {
        read.days->last = day_of(year, *phrase.month, *phrase.last_day).value_or(*day);
    }
    read.hangs_on_publication = !phrase.year;
    return read;
}

TimeReader::Read TimeReader::month(const TimePhrase& phrase, Tense tense) const {
    int year = phrase.year.value_or(year_of(published_) + phrase.year_shift.value_or(0));
    if (!phrase.year && !phrase.year_shift) {
        const int now = month_of(published_);
        if (phrase.shift) {
            if (*phrase.shift < 0 && *phrase.month >= now) --year;
            if (*phrase.shift > 0 && *phrase.month <= now) ++year;
        } else if (tense == Tense::Future) {
            if (*phrase.month < now) ++year;
        } else if (*phrase.month - now > (tense == Tense::Past ? months_ahead_of_past : 5)) {
            --year;
        } else if (now - *phrase.month > 9) {
            ++year;
        }
    }
    Read read = unit_at('M', day_of(year, *phrase.month, 1).value_or(published_),
                        phrase.year ? "month" : "nearest-month");
    read.hangs_on_publication = !phrase.year;
    return read;
}

// The latest such day on or before publication; about what is to come ("opens on Friday"), the
// next.
TimeReader::Read TimeReader::weekday(const TimePhrase& phrase, Tense tense) const {
    const int back = (weekday_of(published_) - *phrase.weekday + 7) % 7;
    std::int32_t day = published_ - back;
    std::string_view rule = "latest-weekday";
    const int shift = phrase.shift.value_or(0);
    if (phrase.shift && shift < 0) {
        rule = "last-weekday";
        if (back == 0) day -= 7;
    } else if (shift > 0 || tense == Tense::Future || tense == Tense::Present ||
               (phrase.shift && tense == Tense::Open)) {  // "this Friday"
        rule = shift > 0 ? "next-weekday" : "coming-weekday";
        if (back != 0) day += 7;
        if (back == 0 && shift > 0) day += 7;
    }
    return lone_day(day, rule);
}

TimeReader::Read TimeReader::day_shift(const TimePhrase& phrase) const {
    return lone_day(start(phrase) + phrase.shift.value_or(0),
                    phrase.from_text ? "from-day-told" : "from-publication");
}

TimeReader::Read TimeReader::clock(const TimePhrase& phrase) const {
    return lone_day(told_date_.value_or(published_),
                    phrase.minute ? "day-told" : "from-publication");
}

TimeReader::Read TimeReader::read_form(const TimePhrase& phrase, Tense tense) const {
    switch (phrase.form) {
        case TimeForm::Date:
            return date(phrase, tense);
        case TimeForm::Month:
            return month(phrase, tense);
        case TimeForm::Year: {
            if (phrase.bare && told_quarter_) {  // "the 1988 period" beside a quarter of 1989
                const int years = *phrase.year - year_of(told_quarter_->first);
                return unit_at('Q', moved(told_quarter_->first, 'Y', years), "quarter-told");
            }
            Read read = unit_at('Y', year_days(*phrase.year).first, "year");
            read.hangs_on_publication = false;
            return read;
        }
        case TimeForm::Decade: {
            Read read = unit_at('L', year_days(*phrase.year).first, "decade");
            read.hangs_on_publication = false;
            return read;
        }
        case TimeForm::Weekday:
            return weekday(phrase, tense);
        case TimeForm::DayShift:
            return day_shift(phrase);
        case TimeForm::Shift:
            return shift(phrase);
        case TimeForm::From:
            return from(phrase);
        case TimeForm::Duration:
            return duration(phrase);
        case TimeForm::Span:
            return span(phrase);
        case TimeForm::Part:
            return part(phrase, tense);
        case TimeForm::Season:
            return season(phrase, tense);
        case TimeForm::Nth:
            return nth(phrase, tense);
        case TimeForm::OfWeek:
            return of_week(phrase);
        case TimeForm::Holiday:
            return named_day(phrase, tense);
        case TimeForm::Set:
            return set(phrase);
        case TimeForm::Clock:
            return clock(phrase);
        case TimeForm::Ref:
            break;
    }
    Read read{phrase.value, Days{published_, published_}, Grain::Day, true, true, "vague"};
    if (phrase.value == "PAST_REF") read.days->first -= recent_days;
    if (phrase.value == "FUTURE_REF") read.days->last += recent_days;
    return read;
}

// Whether a phrase can be placed where the day of publication is not known: only what counts days
// from it can, and weekdays and weeks where its weekday is.
bool TimeReader::placed(const TimePhrase& phrase) const {
    if (phrase.from_text && !told_day_ && phrase.form != TimeForm::From) return false;
    if (day_known_) return true;
    if (phrase.from_text) return false;  // days told and days counted do not mix
    const bool days = phrase.unit == 'D' || phrase.unit == 'W' || phrase.unit == 'F';
    switch (phrase.form) {
        case TimeForm::Date:
        case TimeForm::Month:
        case TimeForm::Year:
        case TimeForm::Decade:
            return phrase.month.has_value() || phrase.year.has_value();
        case TimeForm::DayShift:
        case TimeForm::Clock:
        case TimeForm::Ref:
            return true;
        case TimeForm::From:
        case TimeForm::Span:
            return days;
        case TimeForm::Weekday:
        case TimeForm::OfWeek:
            return weekday_known_;
        case TimeForm::Shift:
            return phrase.unit == 'D' || (weekday_known_ && (days || phrase.unit == 'K'));
        default:
            return phrase.year.has_value();
    }
}

void TimeReader::remember(const TimePhrase& phrase, const Read& read) {
    if (!read.days) return;
    // The first quarter told is the one that the report is about.
    if (read.grain == Grain::Quarter && phrase.form == TimeForm::Part && !told_quarter_) {
        told_quarter_ = read.days;
    }
    const bool day = phrase.form == TimeForm::Nth || phrase.form == TimeForm::OfWeek ||
                     phrase.form == TimeForm::Date || phrase.form == TimeForm::Weekday ||
                     phrase.form == TimeForm::DayShift || phrase.form == TimeForm::Holiday ||
                     (phrase.form == TimeForm::Shift && phrase.unit == 'D') ||
                     (phrase.form == TimeForm::From && read.grain == Grain::Day) ||
                     phrase.form == TimeForm::Month || phrase.form == TimeForm::Year;
    if (day) told_day_ = read.days->first;
    if (day && read.grain == Grain::Day) told_date_ = read.days->first;
}

// Part of the day or clock time.
void TimeReader::set_times(const TimePhrase& phrase, values::TimeExpression& out) const {
    struct Part {
        std::string_view code;
        int from;
        int to;
    };
    constexpr std::array<Part, 8> parts = {{{"MO", 5, 12},
                                            {"MID", 11, 13},
                                            {"AF", 12, 18},
                                            {"EV", 17, 22},
                                            {"NI", 20, 24},
                                            {"DA", 4, 7},
                                            {"DU", 18, 21},
                                            {"MI", 23, 24}}};
    auto& moment = out.moment.choice;
    if (phrase.minute) {
        out.type = TimeType::Time;
        // "this afternoon at 3:20"
        constexpr int half_day = 12 * 60;
        const bool later = !phrase.part.empty() && phrase.part != "MO" && phrase.part != "DA";
        const int minute = *phrase.minute + (later && *phrase.minute < half_day ? half_day : 0);
        out.value += "T" + padded(minute / 60, 2) + ":" + padded(minute % 60, 2);
        if (moment) {
            moment->from_minute = moment->to_minute = static_cast<std::int16_t>(minute);
            moment->grain = Grain::Minute;
        }
        return;
    }
    if (phrase.part.empty() || phrase.form == TimeForm::Set) return;
    out.type = TimeType::Time;
    out.value += "T" + phrase.part;
    for (const auto& part : parts) {
        if (part.code != phrase.part || !moment) continue;
        moment->from_minute = static_cast<std::int16_t>(part.from * 60);
        moment->to_minute = static_cast<std::int16_t>(part.to * 60);
        moment->grain = Grain::Part;
        moment->about = true;
    }
}

values::TimeExpression TimeReader::read(const TimePhrase& phrase, Tense tense) {
    const Read read = read_form(phrase, tense);
    // What a calendar of the years 1 to 9999 does not hold is no day.
    const bool held = !read.days || (date_of(read.days->first) && date_of(read.days->last));
    const bool known = held && placed(phrase);
    if (known) remember(phrase, read);
    values::TimeExpression out;
    out.value = read.value;
    out.mod = phrase.mod;
    out.zone = phrase.zone;
    if (phrase.form == TimeForm::Duration || phrase.form == TimeForm::Span) {
        out.type = TimeType::Duration;
    }
    if (phrase.form == TimeForm::Set) out.type = TimeType::Set;
    out.moment.reason.rule = read.rule;
    out.moment.reason.score = read.about ? 0.6 : read.hangs_on_publication ? 0.9 : 1.0;
    if (read.days && !known) {
        out.moment.reason.rule = day_known_ ? "no-day-told" : "publication-unknown";
        out.moment.reason.score = 0;
        if (!day_known_) out.value = "XXXX-XX-XX";
    } else if (read.days) {
        Moment moment;
        moment.first = read.days->first;
        moment.last = read.days->last;
        moment.grain = read.grain;
        moment.about = read.about || phrase.mod == "APPROX";
        if (read.hangs_on_publication && !year_known_) {
            if (day_known_ || phrase.month) {
                moment.scale = Scale::YearOpen;
                if (out.value.size() > 4 && out.value.front() <= '9') {
                    out.value.replace(0, 4, "XXXX");
                }
            } else {
                moment.scale = Scale::FromPublication;
                moment.first = *moment.first - published_;
                moment.last = *moment.last - published_;
                if (out.value.front() <= '9') {
                    out.value = "XXXX-XX-XX";
                }
            }
        }
        out.moment.choice = moment;
    }
    set_times(phrase, out);
    return out;
}

}  // namespace sitrep::resolve
