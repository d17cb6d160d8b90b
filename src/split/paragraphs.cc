#include "split/paragraphs.h"

#include <algorithm>

#include "split/characters.h"

namespace sitrep::split {
namespace {

using values::LineKind;
using values::Span;

constexpr std::size_t wrap_width_min = 40;   // bytes: shorter lines tell nothing of wrapping
constexpr std::size_t wrap_width_max = 100;  // bytes: a wrapped text has no longer line
constexpr std::size_t wrap_lines_min = 3;
constexpr std::size_t heading_words_max = 16;
constexpr std::size_t byline_words_max = 8;
constexpr std::size_t line_words_max = 40;  // a line of credits or boilerplate is no longer

Span trimmed(std::string_view text, std::size_t begin, std::size_t end) {
    while (begin < end && is_space(code_point(text, begin).value)) {
        begin += code_point(text, begin).bytes;
    }
    while (end > begin && is_space(code_point_before(text, end).value)) {
        end -= code_point_before(text, end).bytes;
    }
    return Span::in(text, begin, end);
}

std::vector<Span> lines(std::string_view text) {
    std::vector<Span> out;
    for (std::size_t begin = 0; begin <= text.size();) {
        const auto end = std::min(text.find('\n', begin), text.size());
        out.push_back(trimmed(text, begin, end));
        begin = end + 1;
    }
    return out;
}

bool ends_sentence(std::string_view line) {
    while (!line.empty()) {
        const auto last = code_point_before(line, line.size());
        if (!is_quote(last.value) && last.value != ')') {
            return last.value == '.' || last.value == '!' || last.value == '?' ||
                   last.value == ':' || last.value == 0x2026;
        }
        line.remove_suffix(last.bytes);
    }
    return false;
}

// Most lines that have a next line break off in mid-sentence, and none is long.
bool wrapped_by_hand(std::string_view text, const std::vector<Span>& lines) {
    std::size_t broken = 0;
    std::size_t followed = 0;
    for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
        if (lines[i].size() > wrap_width_max) return false;
        if (lines[i].size() < wrap_width_min || lines[i + 1].empty()) continue;
        ++followed;
        const auto next = code_point(text, lines[i + 1].begin());
        if (!ends_sentence(lines[i].of(text)) && next.value != '-' && next.value != '*') ++broken;
    }
    return followed >= wrap_lines_min && broken * 10 >= followed * 6;
}

std::size_t count_words(std::string_view line) {
    std::size_t words = 0;
    bool inside = false;
    for (std::size_t i = 0; i < line.size(); i += code_point(line, i).bytes) {
        const bool space = is_space(code_point(line, i).value);
        if (!space && !inside) ++words;
        inside = !space;
    }
    return words;
}

bool opens_bullet(std::string_view line) {
    const auto first = code_point(line, 0);
    if (first.bytes >= line.size()) return false;
    const bool space = is_space(code_point(line, first.bytes).value);
    if (first.value == 0x2022 || first.value == 0x25CF || first.value == 0x25AA) return true;
    if (space && (first.value == '-' || first.value == '*' || first.value == 0xB7 ||
                  first.value == 0x2013 || first.value == 'o')) {
        return true;
    }
    const auto digits = line.find_first_not_of("0123456789");
    return digits > 0 && digits <= 2 && digits + 1 < line.size() &&
           (line[digits] == '.' || line[digits] == ')') && line[digits + 1] == ' ';
}

bool is_byline(std::string_view line) {
    if (count_words(line) > byline_words_max || ends_sentence(line)) return false;
    const auto name = line.substr(line.find(' ') + 1);
    return !name.empty() && is_upper(code_point(name, 0).value);
}

bool applies(const LineRule& rule, std::string_view line, std::string_view lower) {
    if (rule.where == LineRule::Where::Whole) return lower == rule.words;
    if (rule.where == LineRule::Where::Hold) return lower.find(rule.words) != lower.npos;
    if (!lower.starts_with(rule.words)) return false;
    return rule.kind != LineKind::Byline || is_byline(line);
}

bool is_heading(std::string_view line) {
    if (count_words(line) > heading_words_max) return false;
    const auto first = code_point(line, 0);
    const auto last = code_point_before(line, line.size());
    if (is_lower(first.value) || last.value == ',' || last.value == ';') return false;
    if (last.value == '?' || last.value == '!') return false;
    return !ends_sentence(line);
}

}  // namespace

std::vector<Span> paragraphs(std::string_view text) {
    const auto all = lines(text);
    const bool wrapped = wrapped_by_hand(text, all);
    std::vector<Span> out;
    bool open = false;
    for (const Span line : all) {
        if (line.empty()) {
            open = false;
        } else if (wrapped && open && !opens_bullet(line.of(text))) {
            out.back() = out.back().joined(line);
        } else {
            out.push_back(line);
            open = true;
        }
    }
    return out;
}

LineKind kind_of_line(std::string_view line, const Words& words) {
    if (line.empty()) return LineKind::Prose;
    if (count_words(line) <= line_words_max) {
        const auto lower = lowered(line);
        for (const auto& rule : words.line_rules()) {
            if (applies(rule, line, lower)) return rule.kind;
        }
    }
    const bool starred = line.size() > 1 && line[0] == '*' && !is_space(code_point(line, 1).value);
    if (starred && line[1] != '*') return LineKind::Footnote;
    if (opens_bullet(line)) return LineKind::Bullet;
    return is_heading(line) ? LineKind::Heading : LineKind::Prose;
}

}  // namespace sitrep::split
