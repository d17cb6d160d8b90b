// Span: a piece of a report's text.
//
// Units      bytes into Report::text (UTF-8), half-open [begin, end)
// Invariant  begin <= end, and both stand on a code-point edge
// Never      an offset into a cleaned, lowercased or tokenised copy
// Notation   41:53
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sitrep::values {

class Span {
public:
    Span() = default;  // 0:0, the empty span

    // Both ends must stand on code-point edges of text; anything else is a bug of ours (CHECK).
    static Span in(std::string_view text, std::size_t begin, std::size_t end);

    std::uint32_t begin() const { return begin_; }
    std::uint32_t end() const { return end_; }
    std::uint32_t size() const { return end_ - begin_; }
    bool empty() const { return begin_ == end_; }

    // The bytes themselves.
    std::string_view of(std::string_view text) const { return text.substr(begin_, size()); }

    bool contains(Span other) const { return begin_ <= other.begin_ && other.end_ <= end_; }
    bool overlaps(Span other) const { return begin_ < other.end_ && other.begin_ < end_; }
    // The smallest span that holds both.
    Span joined(Span other) const;

    std::string print() const;
    static std::optional<Span> parse(std::string_view notation);

    friend bool operator==(const Span&, const Span&) = default;
    friend auto operator<=>(const Span&, const Span&) = default;

private:
    Span(std::uint32_t begin, std::uint32_t end) : begin_(begin), end_(end) {}

    std::uint32_t begin_ = 0;
    std::uint32_t end_ = 0;
};

}  // namespace sitrep::values
