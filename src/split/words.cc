#include "split/words.h"

#include <algorithm>
#include <optional>

namespace sitrep::split {
namespace {

bool letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// "U.S.", "a.m.", "J.": letters each followed by a period.
bool dotted_letters(std::string_view word) {
    if (word.size() < 2 || word.size() % 2 != 0) return false;
    for (std::size_t i = 0; i < word.size(); i += 2) {
        if (!letter(word[i]) || word[i + 1] != '.') return false;
    }
    return word.size() > 2 || (word[0] >= 'A' && word[0] <= 'Z');
}

std::optional<values::LineKind> kind_of(std::string_view name) {
    using values::LineKind;
    for (const LineKind kind :
         {LineKind::Boilerplate, LineKind::Credit, LineKind::Byline, LineKind::Caption}) {
        if (values::name(kind) == name) return kind;
    }
    return std::nullopt;
}

base::Error bad_kind(const lookup::Table& table, const lookup::Table::Row& row) {
    return base::Error("\"" + row.cells[0] + "\" is no kind; mend or delete the row")
        .at(table.path + ":" + std::to_string(row.line));
}

}  // namespace

base::Result<Words> Words::from(const lookup::Table& splitting, const lookup::Table& lines) {
    Words words;
    for (const auto& row : splitting.rows) {
        const std::string& kind = row.cells[0];
        const std::string& word = row.cells[1];
        if (kind == "title") {
            words.titles_.insert(word);
        } else if (kind == "abbreviation") {
            words.abbreviations_.insert(word);
        } else if (kind == "starter") {
            words.starters_.insert(word);
        } else if (kind == "prefix") {
            words.prefixes_.insert(word);
        } else if (kind == "suffix") {
            words.suffixes_.insert(word);
        } else if (kind == "fused") {
            words.fused_.emplace(word, 3);  // every one of them is cut after its third letter
        } else {
            return bad_kind(splitting, row);
        }
    }
    for (const auto& row : lines.rows) {
        const auto kind = kind_of(row.cells[0]);
        if (!kind) return bad_kind(lines, row);
        const auto where = row.cells[1] == "open"   ? LineRule::Where::Open
                           : row.cells[1] == "hold" ? LineRule::Where::Hold
                                                    : LineRule::Where::Whole;
        words.line_rules_.push_back({*kind, where, row.cells[2]});
    }
    return words;
}

bool Words::keeps_period(std::string_view word) const {
    return dotted_letters(word) || titles_.contains(word) || abbreviations_.contains(word);
}

std::size_t Words::fused_cut(std::string_view lower) const {
    const auto found = fused_.find(lower);
    return found == fused_.end() ? 0 : found->second;
}

std::string lowered(std::string_view word) {
    std::string out(word);
    std::transform(out.begin(), out.end(), out.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return out;
}

}  // namespace sitrep::split
