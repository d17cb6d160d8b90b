#include "values/span.h"

#include <algorithm>
#include <charconv>
#include <limits>

#include "base/check.h"

namespace sitrep::values {
namespace {

bool on_edge(std::string_view text, std::size_t at) {
    return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
}

}  // namespace

Span Span::in(std::string_view text, std::size_t begin, std::size_t end) {
    CHECK(begin <= end && end <= text.size());
    CHECK(text.size() <= std::numeric_limits<std::uint32_t>::max());
    CHECK(on_edge(text, begin) && on_edge(text, end));
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

Span Span::joined(Span other) const {
    return {std::min(begin_, other.begin_), std::max(end_, other.end_)};
}

std::string Span::print() const { return std::to_string(begin_) + ":" + std::to_string(end_); }

std::optional<Span> Span::parse(std::string_view notation) {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    const char* last = notation.data() + notation.size();
    const auto first = std::from_chars(notation.data(), last, begin);
    if (first.ec != std::errc{} || first.ptr == last || *first.ptr != ':') return std::nullopt;
    const auto second = std::from_chars(first.ptr + 1, last, end);
    if (second.ec != std::errc{} || second.ptr != last || begin > end) return std::nullopt;
    return Span(begin, end);
}

}  // namespace sitrep::values
