// rows: a text cut into lines and cells, each checked to be readable.
#pragma once

#include <charconv>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/utf8.h"
#include "lookup/imports.h"

namespace sitrep::lookup::imported {

using Cells = std::vector<std::string_view>;

inline void note(Drafts& drafts, std::size_t line, std::string what) {
    if (drafts.faults.size() < import_faults_kept_max) {
        drafts.faults.push_back({line, std::move(what)});
    } else {
        ++drafts.faults_dropped;
    }
}

inline void cut(std::string_view line, char at, Cells& cells) {
    cells.clear();
    while (true) {
        const auto end = line.find(at);
        cells.push_back(line.substr(0, end));
        if (end == std::string_view::npos) return;
        line.remove_prefix(end + 1);
    }
}

// Calls take(line number, line) for each line that is UTF-8, not empty and not too long.
template <class Take>
void each_line(std::string_view text, Drafts& drafts, const Take& take) {
    constexpr std::string_view mark = "\xEF\xBB\xBF";
    if (text.starts_with(mark)) text.remove_prefix(mark.size());
    for (std::size_t number = 1; !text.empty(); ++number) {
        const auto end = text.find('\n');
        std::string_view line = text.substr(0, end);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (line.empty()) continue;
        if (line.size() > import_line_bytes_max) {
            note(drafts, number, "a line longer than 1 MiB; left out");
        } else if (base::first_broken_utf8(line) || line.find('\0') != std::string_view::npos) {
            note(drafts, number, "not UTF-8; left out");
        } else {
            take(number, line);
        }
    }
}

template <class Number>
std::optional<Number> number(std::string_view digits) {
    Number value{};
    const auto [end, fault] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (fault != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
    return value;
}

// Two cells as a point; empty where they are none, with a fault where they say something.
inline std::optional<values::Point> point(std::string_view latitude, std::string_view longitude,
                                          std::size_t line, Drafts& drafts) {
    if (latitude.empty() && longitude.empty()) return std::nullopt;
    const auto north = number<double>(latitude);
    const auto east = number<double>(longitude);
    auto found = north && east ? values::point(*north, *east) : std::nullopt;
    if (!found) {
        note(drafts, line,
             "\"" + std::string(latitude.substr(0, 20)) + "\", \"" +
                 std::string(longitude.substr(0, 20)) + "\" is no point; kept without");
    }
    return found;
}

inline bool is_country(std::string_view code) {
    return code.size() == 2 && code[0] >= 'A' && code[0] <= 'Z' && code[1] >= 'A' && code[1] <= 'Z';
}

// A settlement with so many people is a town (GeoNames has one code for both).
constexpr std::uint64_t town_people_min = 5000;

}  // namespace sitrep::lookup::imported
