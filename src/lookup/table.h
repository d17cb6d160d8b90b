// Table: rows of a lexicon file.
//
// Form    UTF-8; "# columns: a b c" names the columns; other lines with "#" first are comments;
//         a row is its cells parted by tabs, as many as there are columns
// Errors  unreadable, no column line, a row of another width: path and line are named
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace sitrep::lookup {

constexpr std::size_t table_bytes_max = 64U << 20U;

struct Table {
    std::string path;
    std::vector<std::string> columns;
    struct Row {
        std::size_t line = 0;  // counted from 1
        std::vector<std::string> cells;
    };
    std::vector<Row> rows;
};

base::Result<Table> table(const std::string& path);
// The same from text in memory; path is only named in errors.
base::Result<Table> table_of(std::string_view text, const std::string& path);

}  // namespace sitrep::lookup
