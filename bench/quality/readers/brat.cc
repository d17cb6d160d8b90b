#include "quality/readers/brat.h"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <map>

#include "quality/readers/files.h"

namespace sitrep::quality {
namespace {

using Spans = std::map<std::string, Extent, std::less<>>;

// The byte at which each code point begins, and the end of the text.
std::vector<std::uint32_t> code_point_begins(std::string_view text) {
    std::vector<std::uint32_t> begins;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U) {
            begins.push_back(static_cast<std::uint32_t>(i));
        }
    }
    begins.push_back(static_cast<std::uint32_t>(text.size()));
    return begins;
}

// "91 186;209 236", in code points: its outer ends in bytes.
base::Result<Extent> outer_ends(std::string_view pieces, const std::vector<std::uint32_t>& begins) {
    std::size_t first = std::numeric_limits<std::size_t>::max();
    std::size_t last = 0;
    for (const std::string_view piece : cut(pieces, ';')) {
        for (const std::string_view digits : cut(piece, ' ')) {
            std::size_t place = 0;
            const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), place);
            if (read.ec != std::errc{} || read.ptr != digits.data() + digits.size()) {
                return base::Error("the span is no span");
            }
            first = std::min(first, place);
            last = std::max(last, place);
        }
    }
    if (last >= begins.size()) return base::Error("the span ends past the text");
    return Extent{begins[first], begins[last]};
}

BratAttribution tied(std::string_view parts, const Spans& spans) {
    BratAttribution found;
    const std::map<std::string_view, std::optional<Extent>*> roles = {
        {"Source", &found.source},
        {"Cue", &found.cue},
        {"Content", &found.content},
        {"Content2", &found.second_content}};
    for (const std::string_view part : cut(parts, ' ')) {
        const std::size_t colon = part.find(':');
        if (colon == std::string_view::npos) continue;
        const auto role = roles.find(part.substr(0, colon));
        const auto span = spans.find(part.substr(colon + 1));
        if (role == roles.end() || span == spans.end()) continue;
        if (!*role->second) *role->second = span->second;
    }
    if (!found.content) std::swap(found.content, found.second_content);
    return found;
}

}  // namespace

base::Result<std::vector<BratAttribution>> brat(std::string_view annotations, std::string_view text,
                                                const std::string& path) {
    const auto begins = code_point_begins(text);
    const auto lines = cut(annotations, '\n');
    Spans spans;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const auto cells = cut(lines[i], '\t');
        if (!cells[0].starts_with('T') || cells.size() < 2) continue;
        const std::size_t blank = cells[1].find(' ');
        if (blank == std::string_view::npos) continue;
        auto span = outer_ends(cells[1].substr(blank + 1), begins);
        if (!span) return std::move(span).error().at(path + ":" + std::to_string(i + 1));
        spans.emplace(cells[0], *span);
    }
    std::vector<BratAttribution> found;
    for (const std::string_view line : lines) {
        const auto cells = cut(line, '\t');
        if (!cells[0].starts_with('E') || cells.size() < 2) continue;
        const BratAttribution attribution = tied(cells[1], spans);
        if (attribution != BratAttribution{}) found.push_back(attribution);
    }
    return found;
}

}  // namespace sitrep::quality
