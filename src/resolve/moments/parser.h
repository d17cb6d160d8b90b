// Parser: the grammar of time expressions over the words of one sentence. Each function tries one
// kind of phrase that begins at a word; of all that do, the longest counts.
#pragma once

#include <array>
#include <initializer_list>
#include <optional>
#include <string_view>
#include <utility>

#include "resolve/moments/grammar.h"
#include "resolve/moments/numbers.h"
#include "resolve/moments/words.h"

namespace sitrep::resolve {

inline constexpr int year_min = 1500;  // an earlier number alone is no year
inline constexpr int year_max = 2100;
inline constexpr std::size_t words_of_phrase_max = 16;
inline constexpr double seconds_max = 120;

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
    static const std::array<Parse, 20> parses;

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
    std::optional<TimePhrase> nth_of_month(std::size_t i) const;
    std::optional<TimePhrase> weekday_of_week(std::size_t i) const;
    std::optional<TimePhrase> year_end(std::size_t i) const;
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
    // "in the afternoon" behind a clock time of twelve hours.
    std::size_t with_half(std::size_t i, int& minute) const;
    std::optional<TimePhrase> shifted_thing(std::size_t first, std::size_t i, int shift,
                                            bool from_text) const;

    const TimeLine& line_;
};

}  // namespace sitrep::resolve
