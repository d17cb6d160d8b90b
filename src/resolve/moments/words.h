// TimeWords: the tables of lexicon/en/time, and the words of a sentence looked up in them.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "lookup/table.h"
#include "values/marks.h"

namespace sitrep::resolve {

enum class TimeKind : std::uint8_t {
    Weekday,
    Weekdays,
    Month,
    Number,
    Some,
    Ordinal,
    Unit,
    Units,
    Season,
    Part,
    Day,
    DayParts,
    Ref,
    RefAdjective,
    RefNoun,
    Shift,
    Early,
    Edge,
    About,
    Set,
    Each,
    From,
    Fiscal,
    // An auxiliary, a verb whose infinitive is still to come, a verb of plans, or one whose "until"
    // sets a term.
    Future,
    Behind,  // a preposition before what has been
    Zone,    // of a clock time, by its offset
    Aside,   // "about": changes the count, and is no part of the expression
    Bounds,  // a preposition that opens an end: since, until
    Holiday,
};

struct TimeWords {
    struct Entry {
        TimeKind kind = TimeKind::Ref;
        std::string value;
    };
    // By words joined with blanks, lower-cased.
    std::map<std::string, std::vector<Entry>, std::less<>> entries;
    std::size_t words_max = 1;  // of an entry
};

base::Result<TimeWords> time_words(const lookup::Table& words, const lookup::Table& holidays);

inline bool is_any(std::string_view word, std::initializer_list<std::string_view> of) {
    for (const auto one : of) {
        if (word == one) return true;
    }
    return false;
}

// One sentence, lower-cased and looked up.
class TimeLine {
public:
    TimeLine(std::string_view text, const values::MarkedSentence& sentence, const TimeWords& words);

    std::size_t size() const { return low_.size(); }
    const std::string& low(std::size_t at) const;  // empty past the end
    bool is(std::size_t at, std::string_view word) const { return low(at) == word; }
    std::string_view part(std::size_t at) const;  // of speech; empty past the end
    bool capital(std::size_t at) const;
    // The mod of "mid-" and the like where it is glued to a word: "mid-November", "mid-1996"; low()
    // is without it.
    std::string_view prefix(std::size_t at) const;
    // No blank between this word and the next.
    bool joined(std::size_t at) const;

    struct Met {
        std::size_t length = 0;  // in words; 0: none
        std::string_view value;

        explicit operator bool() const { return length != 0; }
    };
    // The longest entry of that kind that begins there.
    Met met(std::size_t at, TimeKind kind) const;

private:
    struct Found {
        TimeKind kind;
        std::size_t length;
        std::string_view value;
    };
    std::string_view text_;
    const values::MarkedSentence& sentence_;
    std::vector<std::string> low_;
    std::vector<std::string_view> prefixes_;
    std::vector<std::vector<Found>> found_;
};

}  // namespace sitrep::resolve
