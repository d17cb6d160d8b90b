#include "read/metadata.h"

#include <algorithm>
#include <array>

namespace sitrep::read {
namespace {

constexpr std::size_t front_matter_lines_max = 64;
constexpr std::string_view fence = "---";
constexpr std::string_view columns_mark = "# columns:";

std::string_view trimmed(std::string_view words) {
    const auto first = words.find_first_not_of(" \t\r");
    if (first == std::string_view::npos) return {};
    return words.substr(first, words.find_last_not_of(" \t\r") - first + 1);
}

std::string_view unquoted(std::string_view words) {
    const bool quoted = words.size() >= 2 && (words.front() == '"' || words.front() == '\'') &&
                        words.back() == words.front();
    return quoted ? words.substr(1, words.size() - 2) : words;
}

// Takes the first line off text, without its line break.
std::string_view take_line(std::string_view& text) {
    const auto end = text.find('\n');
    std::string_view line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
}

std::vector<std::string_view> cut(std::string_view line, std::string_view at) {
    std::vector<std::string_view> cells;
    while (true) {
        const auto end = line.find_first_of(at);
        cells.push_back(trimmed(line.substr(0, end)));
        if (end == std::string_view::npos) return cells;
        line.remove_prefix(end + 1);
    }
}

bool digit(char c) { return c >= '0' && c <= '9'; }

// "T18:30:05.2" to "T18:30": a report's second is nobody's need.
void drop_seconds(std::string& notation, std::size_t clock) {
    const auto seconds = clock + 5;
    if (notation.size() < seconds + 3 || notation[seconds] != ':') return;
    auto end = seconds + 1;
    while (end < notation.size() && (digit(notation[end]) || notation[end] == '.')) ++end;
    notation.erase(seconds, end - seconds);
}

// "+0300" to "+03:00", " Z" to "Z".
void mend_zone(std::string& notation, std::size_t clock) {
    std::erase(notation, ' ');
    const auto sign = notation.find_first_of("+-", clock);
    if (sign != std::string::npos && notation.size() == sign + 5) notation.insert(sign + 3, ":");
}

void put(values::Particular& into, const std::string& value, const std::string& rule) {
    if (!value.empty()) into = {value, values::Known::Given, rule, {}};
}

base::Error bad_row(const Beside& table, std::size_t line, std::string fault) {
    return base::Error(std::move(fault)).at(table.path + ":" + std::to_string(line));
}

// One row of reports.tsv, put into table.rows or table.refused.
void take_row(Beside& table, const std::vector<std::string>& columns, std::string_view line,
              std::size_t number) {
    const auto cells = cut(line, "\t");
    if (cells.size() > columns.size()) {
        table.refused.push_back(bad_row(table, number,
                                        std::to_string(cells.size()) + " cells where " +
                                            std::to_string(columns.size()) +
                                            " columns are named; mend or delete the row"));
        return;
    }
    std::string path;
    Beside::Row row{number, {}};
    row.given.rule = "reports.tsv";
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (columns[i] == "path") {
            path = cells[i];
            if (path.starts_with("./")) path.erase(0, 2);
        } else if (auto set = row.given.set(columns[i], unquoted(cells[i])); !set) {
            table.refused.push_back(bad_row(table, number, set.error().message()));
            return;
        }
    }
    if (path.empty()) {
        table.refused.push_back(
            bad_row(table, number, "no path; name the report or delete the row"));
    } else if (!table.rows.emplace(path, std::move(row)).second) {
        table.refused.push_back(
            bad_row(table, number, "\"" + path + "\" stands in a row above; delete one of them"));
    }
}

}  // namespace

base::Result<values::Publication> publication(std::string_view notation) {
    std::string mended(trimmed(notation));
    constexpr std::size_t date_bytes = 10;
    if (mended.size() > date_bytes && (mended[date_bytes] == ' ' || mended[date_bytes] == 't')) {
        mended[date_bytes] = 'T';
    }
    if (mended.size() > date_bytes && mended[date_bytes] == 'T') {
        drop_seconds(mended, date_bytes + 1);
        mend_zone(mended, date_bytes + 1);
    }
    auto found = values::Publication::parse(mended);
    if (!found || found->known != values::Known::Given) {
        return base::Error("\"" + std::string(notation.substr(0, 40)) +
                           "\" is no date; write it as 2024-05-13 or 2024-05-13T18:30+03:00");
    }
    return *std::move(found);
}

base::Result<bool> Metadata::set(std::string_view name, std::string_view value) {
    if (name == "published" || name == "date") {
        if (value.empty()) return true;
        auto date = publication(value);
        if (!date) return std::move(date).error();
        date->rule = rule;
        published = *std::move(date);
        return true;
    }
    std::string* const field = name == "outlet"                       ? &outlet
                               : name == "agency"                     ? &agency
                               : name == "title"                      ? &title
                               : name == "byline" || name == "author" ? &byline
                               : name == "url"                        ? &url
                               : name == "language"                   ? &language
                                                                      : nullptr;
    if (field == nullptr) return false;
    if (!value.empty()) *field = value;
    return true;
}

void Metadata::give(values::Report& report) const {
    put(report.outlet, outlet, rule);
    put(report.agency, agency, rule);
    put(report.title, title, rule);
    put(report.byline, byline, rule);
    put(report.url, url, rule);
    if (!language.empty()) report.language = language;
    if (published) report.published = *published;
}

base::Result<FrontMatter> front_matter(std::string_view text) {
    std::string_view rest = text;
    FrontMatter found;
    found.given.rule = "front-matter";
    if (trimmed(take_line(rest)) != fence) return FrontMatter{};
    for (std::size_t number = 2; number < front_matter_lines_max + 2 && !rest.empty(); ++number) {
        const auto line = trimmed(take_line(rest));
        if (line == fence || line == "...") {
            found.bytes = text.size() - rest.size();
            return found;
        }
        const auto colon = line.find(':');
        if (line.empty() || line.front() == '#') continue;
        // A rule drawn over ordinary text is no front matter.
        if (colon == std::string_view::npos || colon == 0) return FrontMatter{};
        std::string name(line.substr(0, colon));
        std::transform(name.begin(), name.end(), name.begin(), [](char c) {
            return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        });
        auto set = found.given.set(name, unquoted(trimmed(line.substr(colon + 1))));
        if (!set) return std::move(set).error().at("line " + std::to_string(number));
    }
    return FrontMatter{};
}

base::Result<Beside> beside(std::string_view text, const std::string& path) {
    Beside table{path, {}, {}};
    std::vector<std::string> columns;
    for (std::size_t number = 1; !text.empty(); ++number) {
        const auto line = take_line(text);
        if (line.starts_with(columns_mark)) {
            columns.clear();
            for (const auto name : cut(line.substr(columns_mark.size()), " \t")) {
                if (!name.empty()) columns.emplace_back(name);
            }
        } else if (trimmed(line).empty() || line.front() == '#') {
            continue;
        } else if (columns.empty()) {
            for (const auto name : cut(line, "\t")) columns.emplace_back(name);
        } else {
            take_row(table, columns, line, number);
            continue;
        }
        if (std::find(columns.begin(), columns.end(), "path") == columns.end()) {
            return base::Error(
                       "names no column \"path\"; begin the table with path, outlet, "
                       "published, url, title, parted by tabs")
                .at(path + ":" + std::to_string(number));
        }
    }
    return table;
}

}  // namespace sitrep::read
