// figures: a number with what stands closest: currency, unit, "per day"; and what binds it.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "resolve/numbers/numerals.h"
#include "resolve/numbers/sentence.h"
#include "values/quantity.h"

namespace sitrep::resolve::numbers {

struct Figure {
    Numeral number;
    std::size_t first = 0;  // pieces [first, end): number, currency, unit, per
    std::size_t end = 0;
    const Unit* unit = nullptr;
    const Currency* money = nullptr;
    std::string per;
    bool hyphened = false;  // "five-year"
    bool old = false;       // an age
    bool strong = false;    // "130-strong"
    std::string apart;      // why it is no quantity: "year", "time", "name" …; empty where it is

    // Set by ranges: the two ends, and whether the first is what it was before.
    bool range = false;
    bool moved = false;
    bool ratio = false;  // "two out of three"
    // Set by bindings.
    std::size_t begin = 0;  // with the words that bind it
    std::optional<values::QuantityBound> bound;
    values::Tally tally = values::Tally::Unsaid;
    values::Change change = values::Change::None;

    bool measured() const { return unit != nullptr || money != nullptr; }
};

// free: the first piece that no earlier figure took.
Figure figure(const Sentence& sentence, const Numeral& number, std::size_t free,
              const NumbersKnown& known);

// "per day", "a barrel", "/km" at a piece: its name, and the pieces it takes; 0 where none.
struct Per {
    std::string name;
    std::size_t pieces = 0;
};
Per per(const Sentence& sentence, std::size_t at, const NumbersKnown& known);

// The words around a figure that bind it: bound, tally, change; its begin and end move with them.
void bind(const Sentence& sentence, Figure& figure, const NumbersKnown& known);

// Reads the bound and tally words that stand at `end`; the pieces they take.
std::size_t bind_behind(const Sentence& sentence, std::size_t end, Figure& figure,
                        const NumbersKnown& known);

}  // namespace sitrep::resolve::numbers
