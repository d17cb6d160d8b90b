// Known: what the reader knows of English and of outlets, from tables of lexicon/en.
//
// calendar.tsv  names of months, weekdays and parts of the day
// outlets.tsv   agencies and outlets by name
// reading.tsv   words by which a text names its day, its wire and its outlet
// lines.tsv     of its rows the bylines
// Errors        name table and line of a row whose kind is unknown
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "lookup/table.h"
#include "values/date.h"

namespace sitrep::read {

class Known {
public:
    static base::Result<Known> from(const lookup::Table& calendar, const lookup::Table& outlets,
                                    const lookup::Table& reading, const lookup::Table& lines);
    // folder: lexicon/en of the installation.
    static base::Result<Known> open(const std::string& folder);

    // Words are given in lower case.
    std::optional<int> month(std::string_view word) const;
    std::optional<values::Weekday> weekday(std::string_view word) const;
    // "wed": a weekday only where a date follows.
    std::optional<values::Weekday> short_weekday(std::string_view word) const;
    bool is_day_part(std::string_view word) const { return in(day_parts_, word); }

    bool tells(std::string_view words) const { return in(tells_, words); }
    bool stands_between(std::string_view word) const { return in(between_, word); }
    bool bars(std::string_view word) const { return in(bars_, word); }
    bool stamps(std::string_view word) const { return in(stamps_, word); }
    bool bounds(std::string_view word) const { return in(bounds_, word); }
    bool carries_before(std::string_view words) const { return in(carries_before_, words); }
    bool carries_after(std::string_view word) const { return in(carries_after_, word); }
    bool is_wire(std::string_view words) const { return in(wires_, words); }
    bool is_label(std::string_view word) const { return in(labels_, word); }
    bool is_byline(std::string_view line) const { return in(bylines_, line); }

    // Openings of credit lines, lower case; the outlet follows.
    const std::vector<std::string>& credits() const { return credits_; }
    // The same of lines after which the wire follows ("source:").
    const std::vector<std::string>& wire_lines() const { return wire_lines_; }
    // Bytes of the longest agency or outlet name that text begins with, to a word's end; 0: none.
    // The first word of text has first_word_bytes.
    std::size_t name_at(std::string_view text, std::size_t first_word_bytes) const;

private:
    using Set = std::set<std::string, std::less<>>;
    static bool in(const Set& set, std::string_view word) { return set.contains(word); }
    Set* of_kind(std::string_view kind);

    std::map<std::string, int, std::less<>> months_;
    std::map<std::string, int, std::less<>> weekdays_;        // 1 Monday to 7 Sunday
    std::map<std::string, int, std::less<>> short_weekdays_;  // the same
    Set day_parts_;
    Set tells_;
    Set between_;
    Set bars_;
    Set stamps_;
    Set bounds_;
    Set carries_before_;
    Set carries_after_;
    Set wires_;
    Set labels_;
    Set bylines_;
    std::vector<std::string> credits_;
    std::vector<std::string> wire_lines_;
    std::map<std::string, std::vector<std::string>, std::less<>> names_;  // by first word
};

}  // namespace sitrep::read
