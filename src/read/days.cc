#include "read/days.h"

namespace sitrep::read {
namespace {

constexpr int year_min = 1900;
constexpr int year_max = 2100;
constexpr int leap_year = 2024;  // an open year may be one

class At {
public:
    At(std::string_view text, const std::vector<Piece>& pieces, const Known& know)
        : text_(text), pieces_(pieces), know_(know) {}

    bool mark(std::size_t i, char32_t c) const {
        return i < pieces_.size() && pieces_[i].kind == Piece::Kind::Mark && pieces_[i].mark == c;
    }
    bool adjacent(std::size_t i) const {
        return i > 0 && i < pieces_.size() && pieces_[i - 1].span.end() == pieces_[i].span.begin();
    }
    std::string_view words(std::size_t i) const {
        return i < pieces_.size() ? pieces_[i].span.of(text_) : std::string_view();
    }
    std::string lower(std::size_t i) const {
        return i < pieces_.size() && pieces_[i].kind == Piece::Kind::Word ? lowered(words(i)) : "";
    }
    // The number of at most 4 digits there; -1 where there is none.
    int figure(std::size_t i) const {
        return i < pieces_.size() && pieces_[i].kind == Piece::Kind::Number ? number(words(i)) : -1;
    }
    std::optional<int> month(std::size_t i) const {
        if (i >= pieces_.size() || !capital(words(i))) return std::nullopt;
        return know_.month(lower(i));
    }
    bool is_ordinal_end(std::size_t i) const {
        const auto end = lower(i);
        return adjacent(i) && (end == "st" || end == "nd" || end == "rd" || end == "th");
    }
    // A year at i, or after a comma there; moves i past it.
    std::optional<int> take_year(std::size_t& i) const {
        const std::size_t at = mark(i, ',') ? i + 1 : i;
        const int year = figure(at);
        if (words(at).size() != 4 || year < year_min || year > year_max) return std::nullopt;
        i = at + 1;
        return year;
    }
    // A number to the left or right of a dash makes a range of it.
    bool range_before(std::size_t i) const {
        return i >= 2 &&
               (mark(i - 1, '-') || mark(i - 1, 0x2014) || mark(i - 1, '/') ||
                (mark(i - 1, ',') && adjacent(i) && adjacent(i - 1))) &&
               figure(i - 2) >= 0;
    }
    bool range_after(std::size_t i) const {
        return (mark(i, '-') || mark(i, 0x2014)) && figure(i + 1) >= 0 && adjacent(i);
    }

    std::optional<values::PartialDate> month_first(std::size_t& i) const {
        const auto m = month(i);
        if (!m) return std::nullopt;
        std::size_t next = i + 1;
        if (mark(next, '.') && adjacent(next)) ++next;
        const int d = figure(next);
        if (d < 1 || d > 31 || words(next).size() > 2) return std::nullopt;
        if (range_after(++next)) return std::nullopt;
        if (is_ordinal_end(next)) ++next;
        values::PartialDate date{{}, m, d, {}};
        date.year = take_year(next);
        i = next;
        return date;
    }
    std::optional<values::PartialDate> day_first(std::size_t& i) const {
        const int d = figure(i);
        if (d < 1 || d > 31 || words(i).size() > 2 || range_before(i)) return std::nullopt;
        std::size_t next = i + 1;
        if (is_ordinal_end(next)) ++next;
        if (lower(next) == "of") ++next;
        const auto m = month(next);
        if (!m) return std::nullopt;
        ++next;
        if (mark(next, '.') && adjacent(next) && figure(next + 1) >= year_min) ++next;
        values::PartialDate date{{}, m, d, {}};
        date.year = take_year(next);
        i = next;
        return date;
    }
    // 2021-06-23 and 23.06.2021
    std::optional<values::PartialDate> in_figures(std::size_t& i) const {
        for (const char32_t c : {U'-', U'.'}) {
            if (!mark(i + 1, c) || !mark(i + 3, c)) continue;
            for (std::size_t k = i + 1; k <= i + 4; ++k) {
                if (!adjacent(k)) return std::nullopt;
            }
            const bool year_first = c == '-';
            const auto year_at = year_first ? i : i + 4;
            if (words(year_at).size() != 4 || words(i + 2).size() != 2) return std::nullopt;
            values::PartialDate date{
                figure(year_at), figure(i + 2), figure(year_first ? i + 4 : i), {}};
            if (*date.year < year_min || *date.year > year_max) return std::nullopt;
            i += 5;
            return date;
        }
        return std::nullopt;
    }

    std::optional<values::PartialDate> date(std::size_t& i) const {
        if (auto found = month_first(i)) return found;
        if (auto found = day_first(i)) return found;
        return in_figures(i);
    }

    bool part(std::size_t i) const { return know_.is_day_part(lower(i)); }

    // "Wednesday evening, 15 May", "Tuesday (June 22)", "Wednesday, the 3rd of May", "Wed 3 May".
    std::optional<values::PartialDate> weekday(std::size_t& i) const {
        if (i >= pieces_.size() || !capital(words(i))) return std::nullopt;
        const auto whole = know_.weekday(lower(i));
        const auto day = whole ? whole : know_.short_weekday(lower(i));
        if (!day) return std::nullopt;
        std::size_t next = i + 1;
        if (!whole && mark(next, '.') && adjacent(next)) ++next;
        if (part(next)) ++next;
        const bool bracket = mark(next, '(');
        if (bracket || mark(next, ',')) ++next;
        if (lower(next) == "the") ++next;
        if (auto with = date(next)) {
            if (bracket && mark(next, ')')) ++next;
            with->weekday = day;
            i = next;
            return with;
        }
        if (!whole || (mark(i + 1, '\'') && adjacent(i + 1))) return std::nullopt;
        ++i;
        return values::PartialDate{{}, {}, {}, day};
    }

private:
    std::string_view text_;
    const std::vector<Piece>& pieces_;
    const Known& know_;
};

}  // namespace

std::optional<Day> day_at(std::string_view text, const std::vector<Piece>& pieces, std::size_t at,
                          const Known& know) {
    const At reader(text, pieces, know);
    std::size_t end = at;
    auto date = reader.weekday(end);
    if (!date) date = reader.date(end);
    if (!date) return std::nullopt;
    if (date->day) {
        const int year = date->year.value_or(leap_year);
        if (!values::Date::of(year, *date->month, *date->day)) return std::nullopt;
        // A weekday that belies its date is a slip of the text; the date is the surer of the two.
        const auto whole = date->whole();
        if (whole && date->weekday) date->weekday.reset();
    }
    return Day{*date, end, pieces[at].span.joined(pieces[end - 1].span)};
}

}  // namespace sitrep::read
