#include "quality/readers/variants.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <unordered_map>

#include "lookup/folded.h"
#include "quality/readers/files.h"

namespace sitrep::quality {
namespace {

using Cells = std::vector<std::string_view>;
constexpr std::size_t missing = static_cast<std::size_t>(-1);

std::optional<std::uint64_t> number(std::string_view digits) {
    std::uint64_t value = 0;
    const auto [end, fault] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (fault != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
    return value;
}

// Calls take(line number, line) for each line that is not empty.
template <class Take>
void each_line(std::string_view text, const Take& take) {
    for (std::size_t line = 1; !text.empty(); ++line) {
        const auto end = std::min(text.find('\n'), text.size());
        if (end > 0) take(line, text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

struct Head {
    std::size_t id = missing;
    std::size_t name = missing;
    std::size_t district = missing;
    std::size_t names = missing;
    std::size_t width = 0;

    explicit Head(const Cells& cells) : width(cells.size()) {
        for (std::size_t i = 0; i < cells.size(); ++i) {
            if (cells[i] == "wof_id") id = i;
            if (cells[i] == "name") name = i;
            if (cells[i] == "admin2_wof") district = i;
            if (cells[i] == "altnames") names = i;
        }
    }
    bool whole() const {
        return id != missing && name != missing && district != missing && names != missing;
    }
};

std::string joined(const Cells& cells, char with) {
    std::string line;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i > 0) line += with;
        line += cells[i];
    }
    return line;
}

bool held_out(std::string_view name, const std::vector<const SpellingQuery*>& queries) {
    return std::any_of(queries.begin(), queries.end(), [&](const SpellingQuery* query) {
        const std::string plain = lookup::folded(name);
        return name == query->spelling || plain == lookup::folded(query->spelling) ||
               plain == query->folded;
    });
}

// A row of the table with the spellings taken out of its name and names.
std::string row_without(Cells cells, const Head& head,
                        const std::vector<const SpellingQuery*>& queries) {
    if (held_out(cells[head.name], queries)) cells[head.name] = {};
    Cells names = cut(cells[head.names], '|');
    std::erase_if(names, [&](std::string_view tagged) {
        const auto colon = tagged.find(':');
        return held_out(tagged.substr(colon == std::string_view::npos ? 0 : colon + 1), queries);
    });
    const std::string kept = joined(names, '|');
    cells[head.names] = kept;
    return joined(cells, '\t');
}

}  // namespace

base::Result<std::vector<SpellingQuery>> spelling_queries(const std::string& path,
                                                          std::string_view table) {
    const auto text = text_of(path);
    if (!text) return text.error();
    return spelling_queries_of(*text, path, table);
}

base::Result<std::vector<SpellingQuery>> spelling_queries_of(std::string_view text,
                                                             const std::string& path,
                                                             std::string_view table) {
    std::unordered_map<std::uint64_t, std::string> districts;
    std::optional<Head> head;
    each_line(table, [&](std::size_t, std::string_view row) {
        const Cells cells = cut(row, '\t');
        if (!head) {
            head.emplace(cells);
        } else if (head->whole() && cells.size() == head->width) {
            const auto id = number(cells[head->id]);
            if (id) districts.emplace(*id, cells[head->district]);
        }
    });
    std::vector<SpellingQuery> queries;
    std::optional<base::Error> fault;
    each_line(text, [&](std::size_t line, std::string_view row) {
        const Cells cells = cut(row, '\t');
        if (line == 1 || fault) return;  // the head
        const auto id = cells.size() == 3 ? number(cells[0]) : std::nullopt;
        const auto known = id ? districts.find(*id) : districts.end();
        if (known == districts.end()) {
            fault =
                base::Error("no wof_id of the table, spelling and folded spelling; mend the row")
                    .at(path + ":" + std::to_string(line));
            return;
        }
        queries.push_back({*id, "wof:" + std::to_string(*id),
                           known->second.empty() ? "" : "wof:" + known->second,
                           std::string(cells[1]), std::string(cells[2])});
    });
    if (fault) return *fault;
    return queries;
}

std::string without_spellings(std::string_view table, const std::vector<SpellingQuery>& queries) {
    std::map<std::uint64_t, std::vector<const SpellingQuery*>> held;
    for (const SpellingQuery& query : queries) held[query.number].push_back(&query);
    std::string out;
    std::optional<Head> head;
    each_line(table, [&](std::size_t, std::string_view row) {
        Cells cells = cut(row, '\t');
        const bool first = !head;
        if (first) head.emplace(cells);
        const bool readable = !first && head->whole() && cells.size() == head->width;
        const auto id = readable ? number(cells[head->id]) : std::nullopt;
        const auto found = id ? held.find(*id) : held.end();
        out += found == held.end() ? std::string(row)
                                   : row_without(std::move(cells), *head, found->second);
        out += '\n';
    });
    return out;
}

}  // namespace sitrep::quality
