#include "read/known.h"

#include <algorithm>

#include "read/pieces.h"

namespace sitrep::read {
namespace {

base::Error bad_row(const lookup::Table& table, const lookup::Table::Row& row,
                    std::string_view fault) {
    return base::Error("\"" + row.cells[0] + "\" " + std::string(fault) +
                       "; mend or delete the row")
        .at(table.path + ":" + std::to_string(row.line));
}

std::string_view first_word(std::string_view name) {
    const auto words = pieces(name, values::Span::in(name, 0, name.size()));
    return words.empty() ? name : words.front().span.of(name);
}

// Every row of table has at least so many cells; table() has made them all of one width.
base::Result<base::Done> wide_enough(const lookup::Table& table, std::size_t cells) {
    if (table.rows.empty() || table.columns.size() >= cells) return base::Done{};
    return base::Error("has " + std::to_string(table.columns.size()) + " columns where " +
                       std::to_string(cells) + " belong; is the installation whole?")
        .at(table.path);
}

std::optional<int> at(const std::map<std::string, int, std::less<>>& numbers,
                      std::string_view word) {
    const auto found = numbers.find(word);
    if (found == numbers.end()) return std::nullopt;
    return found->second;
}

std::optional<values::Weekday> day(std::optional<int> from_monday) {
    if (!from_monday) return std::nullopt;
    return static_cast<values::Weekday>(*from_monday - 1);
}

}  // namespace

Known::Set* Known::of_kind(std::string_view kind) {
    if (kind == "tells") return &tells_;
    if (kind == "between") return &between_;
    if (kind == "bars") return &bars_;
    if (kind == "stamps") return &stamps_;
    if (kind == "bounds") return &bounds_;
    if (kind == "carries-before") return &carries_before_;
    if (kind == "carries-after") return &carries_after_;
    if (kind == "wire") return &wires_;
    if (kind == "label") return &labels_;
    return nullptr;
}

base::Result<Known> Known::from(const lookup::Table& calendar, const lookup::Table& outlets,
                                const lookup::Table& reading, const lookup::Table& lines) {
    Known known;
    for (const auto* table : {&calendar, &reading, &lines}) {
        if (auto wide = wide_enough(*table, 3); !wide) return std::move(wide).error();
    }
    if (auto wide = wide_enough(outlets, 2); !wide) return std::move(wide).error();
    for (const auto& row : calendar.rows) {
        const std::string& kind = row.cells[0];
        const int value = number(row.cells[2]);
        const bool month = kind == "month";
        if (kind == "part") {
            known.day_parts_.insert(row.cells[1]);
        } else if (!month && kind != "weekday" && kind != "weekday-short") {
            return bad_row(calendar, row, "is no kind");
        } else if (value < 1 || value > (month ? 12 : 7)) {
            return bad_row(calendar, row, "has no such number");
        } else {
            auto& into = month               ? known.months_
                         : kind == "weekday" ? known.weekdays_
                                             : known.short_weekdays_;
            into.emplace(row.cells[1], value);
        }
    }
    for (const auto& row : outlets.rows) {
        known.names_[std::string(first_word(row.cells[1]))].push_back(row.cells[1]);
    }
    for (auto& [first, names] : known.names_) {
        std::sort(names.begin(), names.end(),
                  [](const auto& a, const auto& b) { return a.size() > b.size(); });
    }
    for (const auto& row : reading.rows) {
        if (row.cells[0] == "credit") {
            known.credits_.push_back(row.cells[1]);
        } else if (row.cells[0] == "wire-line") {
            known.wire_lines_.push_back(row.cells[1]);
        } else if (Set* const set = known.of_kind(row.cells[0])) {
            set->insert(row.cells[1]);
        } else {
            return bad_row(reading, row, "is no kind");
        }
    }
    for (const auto& row : lines.rows) {
        if (row.cells[0] == "byline" && row.cells[1] == "whole")
            known.bylines_.insert(row.cells[2]);
    }
    return known;
}

base::Result<Known> Known::open(const std::string& folder) {
    const auto calendar = lookup::table(folder + "/calendar.tsv");
    if (!calendar) return calendar.error();
    const auto outlets = lookup::table(folder + "/outlets.tsv");
    if (!outlets) return outlets.error();
    const auto reading = lookup::table(folder + "/reading.tsv");
    if (!reading) return reading.error();
    const auto lines = lookup::table(folder + "/lines.tsv");
    if (!lines) return lines.error();
    return from(*calendar, *outlets, *reading, *lines);
}

std::optional<int> Known::month(std::string_view word) const { return at(months_, word); }

std::optional<values::Weekday> Known::weekday(std::string_view word) const {
    return day(at(weekdays_, word));
}

std::optional<values::Weekday> Known::short_weekday(std::string_view word) const {
    return day(at(short_weekdays_, word));
}

std::size_t Known::name_at(std::string_view text, std::size_t first_word_bytes) const {
    const auto found = names_.find(text.substr(0, first_word_bytes));
    if (found == names_.end()) return 0;
    for (const auto& name : found->second) {
        if (!text.starts_with(name)) continue;
        const char next = text.size() > name.size() ? text[name.size()] : ' ';
        const bool ends = !((next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z') ||
                            (next >= '0' && next <= '9'));
        if (ends) return name.size();
    }
    return 0;
}

}  // namespace sitrep::read
