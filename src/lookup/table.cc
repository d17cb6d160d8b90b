#include "lookup/table.h"

#include <cstdio>
#include <memory>

namespace sitrep::lookup {
namespace {

constexpr std::string_view columns_mark = "# columns:";

std::vector<std::string> cut(std::string_view line, char at) {
    std::vector<std::string> cells;
    while (true) {
        const auto end = line.find(at);
        cells.emplace_back(line.substr(0, end));
        if (end == std::string_view::npos) return cells;
        line.remove_prefix(end + 1);
    }
}

std::vector<std::string> column_names(std::string_view names) {
    std::vector<std::string> columns;
    for (auto& name : cut(names, ' ')) {
        if (!name.empty()) columns.push_back(std::move(name));
    }
    return columns;
}

}  // namespace

base::Result<Table> table_of(std::string_view text, const std::string& path) {
    Table table{path, {}, {}};
    for (std::size_t number = 1; !text.empty(); ++number) {
        const auto end = text.find('\n');
        std::string_view line = text.substr(0, end);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
        if (line.starts_with(columns_mark)) {
            table.columns = column_names(line.substr(columns_mark.size()));
            continue;
        }
        if (line.empty() || line.front() == '#') continue;
        const std::string place = path + ":" + std::to_string(number);
        if (table.columns.empty()) {
            return base::Error("a row before the columns are named; add \"# columns: …\" above it")
                .at(place);
        }
        auto cells = cut(line, '\t');
        if (cells.size() != table.columns.size()) {
            return base::Error(std::to_string(cells.size()) + " cells where " +
                               std::to_string(table.columns.size()) +
                               " columns are named; mend or delete the row")
                .at(place);
        }
        table.rows.push_back({number, std::move(cells)});
    }
    return table;
}

base::Result<Table> table(const std::string& path) {
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "rb"),
                                                               &std::fclose);
    if (!file) return base::Error("cannot be opened; is the installation whole?").at(path);
    std::string text;
    char block[1U << 16U];
    for (std::size_t got = 0; (got = std::fread(block, 1, sizeof block, file.get())) > 0;) {
        text.append(block, got);
        if (text.size() > table_bytes_max) {
            return base::Error("larger than " + std::to_string(table_bytes_max) +
                               " bytes; split the table")
                .at(path);
        }
    }
    if (std::ferror(file.get()) != 0) return base::Error("cannot be read to its end").at(path);
    return table_of(text, path);
}

}  // namespace sitrep::lookup
