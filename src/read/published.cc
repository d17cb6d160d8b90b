#include "read/published.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "read/dateline.h"
#include "read/days.h"
#include "read/pieces.h"

namespace sitrep::read {
namespace {

constexpr std::size_t heading_lines_max = 5;
constexpr std::size_t heading_bytes_max = 160;
constexpr std::size_t after_heading_day_bytes_max = 30;  // ", 16:00 local time"
constexpr std::size_t lead_lines_max = 3;                // of prose
constexpr std::size_t gap_pieces_max = 12;               // between a word of telling and its day
constexpr std::size_t bars_reach = 3;                    // words before a word of telling
constexpr int half_a_year_days = 183;
constexpr int leap_year = 2024;
constexpr char32_t em_dash = 0x2014;

values::Publication inferred(const Day& day, std::string rule) {
    return {day.date, {}, {}, values::Known::Inferred, std::move(rule), day.span};
}

// Days from a to b where both are explicit; an open year is taken for the nearest.
int days_between(const values::PartialDate& a, const values::PartialDate& b) {
    const int year = a.year ? *a.year : b.year.value_or(leap_year);
    const auto from = values::Date::of(a.year.value_or(year), *a.month, *a.day);
    const auto to = values::Date::of(b.year.value_or(year), *b.month, *b.day);
    if (!from || !to) return 0;  // 29 February in another year
    int days = to->day_number() - from->day_number();
    if (!a.year || !b.year) {
        if (days > half_a_year_days) days -= 365;
        if (days < -half_a_year_days) days += 365;
    }
    return days;
}

void keep_later(std::optional<Day>& latest, const Day& day) {
    if (!latest || days_between(latest->date, day.date) > 0) latest = day;
}

// What the lines of prose tell of days.
struct Told {
    std::optional<Day> latest;   // explicit
    std::optional<Day> weekday;  // the first bare one in the lead
    std::optional<Day> gone_by;  // the latest other explicit day
    int year_max = 0;            // of the months that are named with their year
};

class Teller {
public:
    Teller(std::string_view text, values::Span line, bool lead, const Known& know)
        : text_(text), know_(know), pieces_(pieces(text, line)), lead_(lead) {}

    void tell(Told& told) const {
        for (std::size_t i = 0; i < pieces_.size(); ++i) {
            if (pieces_[i].kind == Piece::Kind::Mark) continue;
            if (tells_at(i)) take(after(i + cue_words(i)), told);
            if (opens_sentence(i)) take(before_telling(i), told);
            note(i, told);
        }
    }

private:
    bool mark(std::size_t i, char32_t c) const {
        return i < pieces_.size() && pieces_[i].kind == Piece::Kind::Mark && pieces_[i].mark == c;
    }
    std::string word(std::size_t i) const {
        return i < pieces_.size() ? lowered(pieces_[i].span.of(text_)) : std::string();
    }
    std::optional<Day> day(std::size_t i) const {
        if (i >= pieces_.size()) return std::nullopt;
        return day_at(text_, pieces_, i, know_);
    }

    std::size_t cue_words(std::size_t i) const {
        return know_.tells(word(i) + " " + word(i + 1)) ? 2 : 1;
    }
    bool tells_at(std::size_t i) const {
        if (!know_.tells(word(i)) && cue_words(i) == 1) return false;
        for (std::size_t k = 1; k <= bars_reach && k <= i; ++k) {
            if (pieces_[i - k].kind == Piece::Kind::Mark && !mark(i - k, '\'')) break;
            if (know_.bars(word(i - k))) return false;
        }
        return true;
    }

    // The day to which nothing but words of telling and names lead.
    std::optional<Day> after(std::size_t i) const {
        for (std::size_t gap = 0; gap < gap_pieces_max && i < pieces_.size(); ++gap, ++i) {
            if (auto found = day(i)) return found;
            const bool bracket = mark(i, ',') || mark(i, '(');
            if (bracket && (day(i + 1) || (word(i + 1) == "on" && day(i + 2)))) continue;
            const bool joins = mark(i, '-') || mark(i, '\'');
            const bool name =
                pieces_[i].kind == Piece::Kind::Word && capital(pieces_[i].span.of(text_));
            if (!joins && !name && !know_.stands_between(word(i))) return std::nullopt;
        }
        return std::nullopt;
    }

    bool opens_sentence(std::size_t i) const {
        return i == 0 || mark(i - 1, '.') || mark(i - 1, '!') || mark(i - 1, '?') ||
               mark(i - 1, '"');
    }
    // "On Thursday, the deputy minister said": the day that opens a sentence and whose first comma
    // leads to a word of telling.
    std::optional<Day> before_telling(std::size_t i) const {
        if (word(i) != "on" && !(word(i + 1) == "on" && know_.stands_between(word(i)))) {
            return std::nullopt;
        }
        auto found = day(word(i) == "on" ? i + 1 : i + 2);
        if (!found) return std::nullopt;
        std::size_t at = found->end;
        if (know_.is_day_part(word(at))) ++at;
        if (mark(at, ',')) ++at;
        for (std::size_t gap = 0; gap < gap_pieces_max && at < pieces_.size(); ++gap, ++at) {
            if (tells_at(at)) return found;
            if (pieces_[at].kind == Piece::Kind::Mark && !mark(at, '-') && !mark(at, '\'')) break;
        }
        return std::nullopt;
    }

    void take(const std::optional<Day>& found, Told& told) const {
        if (!found) return;
        if (found->explicit_day()) {
            keep_later(told.latest, *found);
        } else if (lead_ && !told.weekday) {
            told.weekday = found;
        }
    }

    // Days and years that are merely named.
    void note(std::size_t i, Told& told) const {
        if (know_.month(word(i)) && i + 1 < pieces_.size() &&
            pieces_[i + 1].kind == Piece::Kind::Number && pieces_[i + 1].span.size() == 4) {
            told.year_max = std::max(told.year_max, number(pieces_[i + 1].span.of(text_)));
        }
        if (word(i) != "on" || know_.bounds(word(i - std::min<std::size_t>(i, 1)))) return;
        const auto found = day(i + 1);
        if (!found || !found->explicit_day()) return;
        if (found->date.year) told.year_max = std::max(told.year_max, *found->date.year);
        if (know_.bounds(word(found->end))) return;
        keep_later(told.gone_by, *found);
    }

    std::string_view text_;
    const Known& know_;
    std::vector<Piece> pieces_;
    bool lead_;
};

// A heading that ends with the day it stands for.
std::optional<Day> heading_day(std::string_view text, values::Span line, const Known& know) {
    const auto p = pieces(text, line);
    for (std::size_t i = 0; i < p.size(); ++i) {
        const auto found = day_at(text, p, i, know);
        if (!found) continue;
        if (!found->explicit_day() ||
            line.end() - found->span.end() > after_heading_day_bytes_max) {
            i = found->end - 1;
            continue;
        }
        const bool after_words = found->end < p.size() && p[found->end].kind == Piece::Kind::Word &&
                                 !know.is_day_part(lowered(p[found->end].span.of(text))) &&
                                 !know.stamps(lowered(p[found->end].span.of(text)));
        if (after_words || (found->end < p.size() && p[found->end].mark == ':'))
            return std::nullopt;
        if (i == 0) return found;
        const auto& before = p[i - 1];
        const bool parted = before.kind == Piece::Kind::Mark &&
                            (before.mark == '-' || before.mark == em_dash || before.mark == '|' ||
                             before.mark == ',' || before.mark == '(' || before.mark == ':' ||
                             before.mark == '.' || before.mark == 0xB7 || before.mark == 0x2022);
        const auto word_before = [&](std::size_t back) {
            return i >= back ? lowered(p[i - back].span.of(text)) : std::string();
        };
        if (parted || know.stamps(word_before(word_before(1) == "on" ? 2 : 1))) return found;
        return std::nullopt;
    }
    return std::nullopt;
}

Told told_in(std::string_view text, const std::vector<Line>& lines, const Known& know) {
    Told told;
    std::size_t prose = 0;
    for (const auto& line : lines) {
        if (ends_sentence(line.span.of(text))) ++prose;
        Teller(text, line.span, prose <= lead_lines_max, know).tell(told);
    }
    if (told.latest && told.latest->date.year && *told.latest->date.year < told.year_max) {
        told.latest.reset();  // told of as past
    }
    return told;
}

}  // namespace

values::Publication published(std::string_view whole, const Known& know) {
    const auto text = looked_at(whole);
    const auto all = lines(text);
    const auto opening = dateline(text, all, know);
    if (opening && opening->day && opening->day->explicit_day()) {
        return inferred(*opening->day, "dateline");
    }
    for (std::size_t i = 0; i < std::min(all.size(), heading_lines_max); ++i) {
        const auto line = all[i].span;
        if (line.size() > heading_bytes_max || (all.size() == 1) || line.of(text).ends_with('.')) {
            continue;
        }
        if (const auto found = heading_day(text, line, know)) return inferred(*found, "date-line");
    }
    const auto told = told_in(text, all, know);
    if (opening && opening->day) return inferred(*opening->day, "dateline");
    if (told.latest && !told.weekday) return inferred(*told.latest, "latest-day-told");
    if (!told.weekday) return {};
    // A day told in the lead beside the bare weekday is the surer of the two.
    if (told.latest && told.latest->span.begin() < told.weekday->span.begin()) {
        return inferred(*told.latest, "latest-day-told");
    }
    auto found = inferred(*told.weekday, "weekday-told");
    const auto& after = told.latest ? told.latest : told.gone_by;
    if (after) {
        found.rule = "weekday-after-day";
        found.evidence = after->span;
    }
    return found;
}

void fix_year(values::Report& report, int year) {
    auto& date = report.published.date;
    if (date.year || report.published.known == values::Known::Unknown) return;
    if (date.month && date.day) {
        const auto whole = values::Date::of(year, *date.month, *date.day);
        if (!whole || (date.weekday && *date.weekday != whole->weekday())) return;
        date.weekday.reset();
    }
    date.year = year;
    report.published.rule += ", year given";
}

}  // namespace sitrep::read
