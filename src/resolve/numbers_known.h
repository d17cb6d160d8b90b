// NumbersKnown: the words that resolve::quantities reads by, from lexicon/en/numbers/.
//
// Errors  a table that cannot be read, or a row with an unknown kind or no number: file and line
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "lookup/table.h"
#include "resolve/numbers/phrases.h"
#include "values/quantity.h"

namespace sitrep::resolve {

namespace numbers {

enum class WordKind : std::uint8_t {
    One,
    Teen,
    Ten,
    Hundred,
    Scale,
    Many,   // a scale's plural, only behind a number
    Short,  // a scale as a sign behind digits
    Metre,  // the same, where it is no metre
    Dozen,
    OrdinalOne,
    OrdinalTeen,
    OrdinalTen,
    OrdinalScale,
    Part,   // half, quarter
    Parts,  // thirds
    Sign,   // ½
    Minus,
};

struct NumberWord {
    WordKind kind = WordKind::One;
    double value = 0;
};

struct Vague {
    std::string kind;  // few, lead, many
    double low = 0;
    double high = 0;
};

struct Unit {
    std::string name;
    std::string kind;  // length, time, share …
    double factor = 1;
    double offset = 0;
    std::string si;  // empty where it has none
};

struct Currency {
    std::string name;
    std::string iso;      // empty where shared
    bool before = false;  // may stand before the number
};

struct Binding {
    std::optional<values::QuantityBound> bound;
    values::Tally tally = values::Tally::Unsaid;
};

struct Movement {
    std::string kind;  // moves, alters, aside, carries
    values::Change change = values::Change::None;
};

}  // namespace numbers

struct NumberTables {
    lookup::Table words, vague, units, currencies, bounds, changes, context;
};

class NumbersKnown {
public:
    // folder: lexicon/en/numbers
    static base::Result<NumbersKnown> open(const std::string& folder);
    static base::Result<NumbersKnown> from(const NumberTables& tables);

    const numbers::NumberWord* word(const numbers::Piece& piece) const;
    // Is the piece (lower-cased, one word) of that kind in context.tsv?
    bool is(std::string_view kind, std::string_view lowered) const;

    numbers::Phrases<numbers::Vague> vague;
    numbers::Phrases<numbers::Unit> units;
    numbers::Phrases<numbers::Currency> currencies;
    numbers::Phrases<numbers::Binding> before;
    numbers::Phrases<numbers::Binding> after;
    std::map<std::string, numbers::Movement, std::less<>> changes;
    std::map<std::string, numbers::Phrases<char>, std::less<>> context;  // by kind

private:
    std::map<std::string, numbers::NumberWord, std::less<>> words_;
    std::map<std::string, std::set<std::string, std::less<>>, std::less<>> singles_;
    std::map<std::string, numbers::NumberWord, std::less<>> signs_;  // one letter, as written
};

}  // namespace sitrep::resolve
