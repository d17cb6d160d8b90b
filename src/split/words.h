// Words: what the splitter knows of English, read from lexicon/en/splitting.tsv and lines.tsv.
#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "lookup/table.h"
#include "values/sentence.h"

namespace sitrep::split {

// A line that is no news: how it opens, what it holds, or its whole (lower case).
struct LineRule {
    enum class Where { Open, Hold, Whole };

    values::LineKind kind = values::LineKind::Boilerplate;
    Where where = Where::Open;
    std::string words;
};

class Words {
public:
    // Errors name table and line of a row whose kind is unknown.
    static base::Result<Words> from(const lookup::Table& splitting, const lookup::Table& lines);

    bool is_title(std::string_view word) const { return titles_.contains(word); }
    // "Jan.", "U.S.", "J.": a period that belongs to the word.
    bool keeps_period(std::string_view word) const;
    bool is_starter(std::string_view word) const { return starters_.contains(word); }
    bool is_prefix(std::string_view lower) const { return prefixes_.contains(lower); }
    bool is_suffix(std::string_view lower) const { return suffixes_.contains(lower); }
    // Bytes after which a fused word is cut ("can|not"); 0 where it is none.
    std::size_t fused_cut(std::string_view lower) const;
    const std::vector<LineRule>& line_rules() const { return line_rules_; }

private:
    using Set = std::set<std::string, std::less<>>;

    Set titles_;
    Set abbreviations_;
    Set starters_;
    Set prefixes_;
    Set suffixes_;
    std::map<std::string, std::size_t, std::less<>> fused_;
    std::vector<LineRule> line_rules_;
};

// ASCII letters lowered, every other byte kept: for look-ups only, never for spans.
std::string lowered(std::string_view word);

}  // namespace sitrep::split
