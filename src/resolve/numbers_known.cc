#include "resolve/numbers_known.h"

#include <array>
#include <charconv>
#include <cmath>
#include <utility>

namespace sitrep::resolve {
namespace {

using numbers::Reads;
using numbers::WordKind;
using values::QuantityBound;
using values::Tally;

template <class T>
struct Named {
    std::string_view name;
    T value;
};

constexpr std::array<Named<WordKind>, 17> word_kinds{{{"one", WordKind::One},
                                                      {"teen", WordKind::Teen},
                                                      {"ten", WordKind::Ten},
                                                      {"hundred", WordKind::Hundred},
                                                      {"scale", WordKind::Scale},
                                                      {"many", WordKind::Many},
                                                      {"short", WordKind::Short},
                                                      {"metre", WordKind::Metre},
                                                      {"dozen", WordKind::Dozen},
                                                      {"ordinal-one", WordKind::OrdinalOne},
                                                      {"ordinal-teen", WordKind::OrdinalTeen},
                                                      {"ordinal-ten", WordKind::OrdinalTen},
                                                      {"ordinal-scale", WordKind::OrdinalScale},
                                                      {"part", WordKind::Part},
                                                      {"parts", WordKind::Parts},
                                                      {"sign", WordKind::Sign},
                                                      {"minus", WordKind::Minus}}};

constexpr std::array<Named<QuantityBound>, 5> bounds{{{"about", QuantityBound::About},
                                                      {"at-least", QuantityBound::AtLeast},
                                                      {"more-than", QuantityBound::MoreThan},
                                                      {"at-most", QuantityBound::AtMost},
                                                      {"less-than", QuantityBound::LessThan}}};

template <class T, std::size_t N>
std::optional<T> named(const std::array<Named<T>, N>& all, std::string_view name) {
    for (const auto& one : all) {
        if (one.name == name) return one.value;
    }
    return std::nullopt;
}

std::optional<double> number(std::string_view words) {
    double value = 0;
    const auto read = std::from_chars(words.data(), words.data() + words.size(), value);
    const bool whole = read.ec == std::errc{} && read.ptr == words.data() + words.size();
    return whole && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

base::Error wrong(const lookup::Table& table, const lookup::Table::Row& row,
                  const std::string& fault) {
    return base::Error(fault + "; mend or delete the row")
        .at(table.path + ":" + std::to_string(row.line));
}

std::optional<base::Error> add_vague(const lookup::Table& table, NumbersKnown& known) {
    for (const auto& row : table.rows) {
        const auto low = number(row.cells[2]);
        const auto high = number(row.cells[3]);
        if (!low || !high || *low > *high) {
            return wrong(table, row, row.cells[2] + " to " + row.cells[3] + " is no range");
        }
        known.vague.add(row.cells[1], Reads::AnyCase, {row.cells[0], *low, *high});
    }
    return std::nullopt;
}

std::optional<base::Error> add_units(const lookup::Table& table, NumbersKnown& known) {
    for (const auto& row : table.rows) {
        const auto factor = number(row.cells[4]);
        const auto offset = number(row.cells[5]);
        if (!factor || !offset) return wrong(table, row, "factor or offset is no number");
        known.units.add(row.cells[1], row.cells[0] == "sign" ? Reads::AsWritten : Reads::AnyCase,
                        {row.cells[2], row.cells[3], *factor, *offset,
                         row.cells[6] == "-" ? "" : row.cells[6]});
    }
    return std::nullopt;
}

void add_currencies(const lookup::Table& table, NumbersKnown& known) {
    for (const auto& row : table.rows) {
        const bool both = row.cells[0] == "both";
        known.currencies.add(row.cells[1], both ? Reads::AsWritten : Reads::AnyCase,
                             {row.cells[2], row.cells[3] == "-" ? "" : row.cells[3], both});
    }
}

std::optional<base::Error> add_bounds(const lookup::Table& table, NumbersKnown& known) {
    for (const auto& row : table.rows) {
        numbers::Binding binding;
        const std::string& told = row.cells[2];
        binding.bound = named(bounds, told);
        if (told == "total") binding.tally = Tally::Total;
        if (told == "new") binding.tally = Tally::New;
        if (!binding.bound && binding.tally == Tally::Unsaid && told != "none") {
            return wrong(table, row, "\"" + told + "\" is no bound");
        }
        auto& side = row.cells[0] == "before" ? known.before : known.after;
        side.add(row.cells[1], Reads::AnyCase, binding);
    }
    return std::nullopt;
}

void add_changes(const lookup::Table& table, NumbersKnown& known) {
    for (const auto& row : table.rows) {
        const auto change = row.cells[2] == "up"     ? values::Change::Up
                            : row.cells[2] == "down" ? values::Change::Down
                                                     : values::Change::None;
        known.changes.try_emplace(row.cells[1], numbers::Movement{row.cells[0], change});
    }
}

std::optional<base::Error> narrower(const lookup::Table& table, std::size_t columns) {
    if (table.columns.size() >= columns) return std::nullopt;
    return base::Error("has fewer than " + std::to_string(columns) +
                       " columns; take the file of the release")
        .at(table.path);
}

}  // namespace

base::Result<NumbersKnown> NumbersKnown::open(const std::string& folder) {
    NumberTables tables;
    const std::array<std::pair<const char*, lookup::Table*>, 7> files{
        {{"words", &tables.words},
         {"vague", &tables.vague},
         {"units", &tables.units},
         {"currencies", &tables.currencies},
         {"bounds", &tables.bounds},
         {"changes", &tables.changes},
         {"context", &tables.context}}};
    for (const auto& [name, into] : files) {
        auto table = lookup::table(folder + "/" + name + ".tsv");
        if (!table) return std::move(table).error().at("the words of numbers");
        *into = *std::move(table);
    }
    return from(tables);
}

base::Result<NumbersKnown> NumbersKnown::from(const NumberTables& tables) {
    NumbersKnown known;
    const std::array<std::pair<const lookup::Table*, std::size_t>, 7> widths{
        {{&tables.words, 3},
         {&tables.vague, 4},
         {&tables.units, 7},
         {&tables.currencies, 4},
         {&tables.bounds, 3},
         {&tables.changes, 3},
         {&tables.context, 2}}};
    for (const auto& [table, columns] : widths) {
        if (auto error = narrower(*table, columns)) return *std::move(error);
    }
    for (const auto& row : tables.words.rows) {
        const auto kind = named(word_kinds, row.cells[0]);
        const auto value = number(row.cells[2]);
        if (!kind || !value) return wrong(tables.words, row, "unknown kind, or no number");
        auto& map =
            *kind == WordKind::Short && row.cells[1].size() == 1 ? known.signs_ : known.words_;
        map.try_emplace(row.cells[1], numbers::NumberWord{*kind, *value});
    }
    if (auto error = add_vague(tables.vague, known)) return *std::move(error);
    if (auto error = add_units(tables.units, known)) return *std::move(error);
    add_currencies(tables.currencies, known);
    if (auto error = add_bounds(tables.bounds, known)) return *std::move(error);
    add_changes(tables.changes, known);
    for (const auto& row : tables.context.rows) {
        known.context[row.cells[0]].add(row.cells[1], Reads::AnyCase, '\0');
        known.singles_[row.cells[0]].insert(row.cells[1]);
    }
    return known;
}

const numbers::NumberWord* NumbersKnown::word(const numbers::Piece& piece) const {
    if (piece.kind == numbers::PieceKind::Number) return nullptr;
    if (const auto sign = signs_.find(piece.written); sign != signs_.end()) return &sign->second;
    auto found = words_.find(piece.written);
    if (found == words_.end()) found = words_.find(piece.lowered);
    return found == words_.end() ? nullptr : &found->second;
}

bool NumbersKnown::is(std::string_view kind, std::string_view lowered) const {
    const auto words = singles_.find(kind);
    return words != singles_.end() && words->second.contains(lowered);
}

}  // namespace sitrep::resolve
