// Quantity: how many, how much, how old: a figure of a report, always an interval.
//
// Units     low and high in `unit`, whole numbers exact up to 2^53; si_low and si_high in `si_unit`
// Invariant low <= high where both are there; an open end is empty ("at least 12" has no high)
// Notation  KIND VALUE [unit="mile"] [per="hour"] [currency=USD] [of="34 districts"] [base=34]
//           [up|down] [total|new|earlier] [from=VALUE] [counted="soldier"] [si=VALUE,"m"] @41:53
//           VALUE: 12  ~12 (about)  >=12  >12  <=12  <12  40..60  ~24..99
// Errors    parse: empty where the line is no such notation
// Source    bounds: docs/glossary.md; what vague words stand for: lexicon/en/numbers/vague.tsv
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "values/span.h"

namespace sitrep::values {

enum class QuantityKind : std::uint8_t {
    Count,    // of people and things
    Measure,  // with a unit: 12 kilometres, 3 years, four times
    Money,
    Share,  // a part of a whole: 60 percent, half, two in five; a percentage is kept as written
    Age,
    Ordinal,  // the third; never a count
};

enum class QuantityBound : std::uint8_t { Exact, About, AtLeast, MoreThan, AtMost, LessThan };
enum class Change : std::uint8_t { None, Up, Down };  // the figure tells by how much, or whither

enum class Tally : std::uint8_t {
    Unsaid,
    Total,    // "a total of", "so far"
    New,      // "another", "12 more"
    Earlier,  // what it was before: "up from 12", "compared with 63"
};

struct Quantity {
    Span span;  // the number with its bound, unit and currency
    QuantityKind kind = QuantityKind::Count;
    std::optional<double> low;
    std::optional<double> high;
    QuantityBound bound = QuantityBound::Exact;
    std::string unit;            // "kilometre", "dollar", "percent"; empty for counts
    std::string per;             // "day", "square foot"
    std::string currency;        // ISO 4217; empty where several states share the word
    std::string of;              // of a share: the words of its whole
    std::optional<double> base;  // of a share: how many that whole is
    Change change = Change::None;
    Tally tally = Tally::Unsaid;
    std::optional<double> from;    // the earlier value that it replaces
    std::string counted;           // the noun in its lemma with its modifiers: "afghan soldier"
    std::vector<Span> nouns;       // its words; one span for each kind that shares a sum
    std::optional<double> si_low;  // the same in si_unit, where the unit has one
    std::optional<double> si_high;
    std::string si_unit;

    bool exact() const { return bound == QuantityBound::Exact && low && high && *low == *high; }

    // The noun spans stand not in the notation.
    std::string print() const;
    static std::optional<Quantity> parse(std::string_view notation);

    friend bool operator==(const Quantity&, const Quantity&) = default;
};

std::string_view name(QuantityKind kind);  // "count"
// The shortest digits that read back to the same number, never with an exponent below 10^21.
std::string print(double number);

}  // namespace sitrep::values
