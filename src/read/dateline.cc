#include "read/dateline.h"

#include <algorithm>

namespace sitrep::read {
namespace {

constexpr std::size_t head_lines_max = 8;  // a dateline stands among them
constexpr std::size_t line_bytes_looked_at = 400;
constexpr std::size_t prose_bytes_min = 120;  // a line that long is prose, with or without an end
constexpr std::size_t place_words_max = 4;
constexpr std::size_t agency_words_max = 5;
constexpr std::size_t news_bytes_min = 16;  // that follow the dateline in its line
constexpr char32_t em_dash = 0x2014;

class Reader {
public:
    Reader(std::string_view text, values::Span line, const Known& know)
        : text_(text), line_(line), know_(know), pieces_(pieces(text, near(text, line))) {}

    std::optional<Dateline> read() {
        Dateline found;
        place(found);
        if (!found.place.empty() && know_.is_label(lowered(first_word()))) return std::nullopt;
        while (region(found) || day(found)) {
        }
        agency(found);
        if (!found.day) day(found);
        if (!separated(found)) return std::nullopt;
        return found;
    }

private:
    static values::Span near(std::string_view text, values::Span line) {
        std::size_t end = std::min<std::size_t>(line.end(), line.begin() + line_bytes_looked_at);
        while (end < line.end() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
        return values::Span::in(text, line.begin(), end);
    }

    bool mark(std::size_t i, char32_t c) const {
        return i < pieces_.size() && pieces_[i].kind == Piece::Kind::Mark && pieces_[i].mark == c;
    }
    bool name_word(std::size_t i) const {
        return i < pieces_.size() && pieces_[i].kind == Piece::Kind::Word &&
               capital(pieces_[i].span.of(text_)) && !day_at(text_, pieces_, i, know_);
    }
    std::string_view first_word() const { return pieces_.front().span.of(text_); }
    bool adjacent(std::size_t i) const {
        return i > 0 && i < pieces_.size() && pieces_[i - 1].span.end() == pieces_[i].span.begin();
    }

    // Capitalised words, hyphens and apostrophes between them; where they end.
    std::size_t names(std::size_t from, std::size_t words_max) const {
        std::size_t end = from;
        std::size_t at = from;
        for (std::size_t words = 0; words < words_max && name_word(at); ++words) {
            end = ++at;
            const bool joins = (mark(at, '-') || mark(at, '\'') || mark(at, '/')) && adjacent(at) &&
                               adjacent(at + 1);
            if (joins) ++at;
        }
        return end;
    }
    values::Span span(std::size_t from, std::size_t end) const {
        return pieces_[from].span.joined(pieces_[end - 1].span);
    }

    void place(Dateline& found) {
        const auto end = names(0, place_words_max);
        if (end == 0) return;
        found.place = span(0, end);
        capitals_ = std::all_of(pieces_.begin(), pieces_.begin() + static_cast<std::ptrdiff_t>(end),
                                [&](const Piece& piece) {
                                    return piece.kind != Piece::Kind::Word ||
                                           all_capitals(piece.span.of(text_));
                                }) &&
                    found.place.size() >= 3;
        next_ = end;
    }
    bool region(Dateline& found) {
        if (found.place.empty() || found.day || !mark(next_, ',')) return false;
        const auto end = names(next_ + 1, place_words_max);
        if (end == next_ + 1) return false;
        found.place = span(0, end);
        next_ = end;
        return true;
    }
    bool day(Dateline& found) {
        const std::size_t at = mark(next_, ',') ? next_ + 1 : next_;
        if (found.day || at >= pieces_.size()) return false;
        found.day = day_at(text_, pieces_, at, know_);
        if (!found.day) return false;
        next_ = found.day->end;
        return true;
    }
    void agency(Dateline& found) {
        // "OSK, July 5. /TASS/."
        if (found.day && mark(next_, '.') && mark(next_ + 1, '/')) ++next_;
        const char32_t open = mark(next_, '(') ? '(' : '/';
        if (!mark(next_, open) || next_ + 1 >= pieces_.size()) return;
        const auto first = pieces_[next_ + 1].span;
        const auto known_end =
            first.begin() + know_.name_at(text_.substr(first.begin()), first.size());
        auto end = next_ + 1;
        while (end < pieces_.size() && pieces_[end].span.end() <= known_end) ++end;
        if (end == next_ + 1) end = names(next_ + 1, agency_words_max);
        if (end == next_ + 1 || !mark(end, open == '(' ? ')' : '/')) return;
        found.agency = span(next_ + 1, end);
        next_ = end + 1;
    }

    // Does what stands at next_ part a dateline of this kind from its news?
    bool separated(const Dateline& found) const {
        if (next_ == 0 || next_ + 1 >= pieces_.size()) return false;
        if (line_.end() - pieces_[next_].span.end() < news_bytes_min) return false;
        const bool spaced = !adjacent(next_) || mark(next_ + 1, '-');
        const bool dash = mark(next_, em_dash) || (mark(next_, '-') && spaced);
        if (!found.agency.empty()) return dash || mark(next_, ':') || mark(next_, '.');
        if (found.place.empty()) return false;  // "12 May - " opens a diary's entry
        const bool whole_day = found.day && found.day->explicit_day();
        if (mark(next_, '.')) return whole_day;
        return (dash || mark(next_, ':')) && (capitals_ || whole_day);
    }

    std::string_view text_;
    values::Span line_;
    const Known& know_;
    std::vector<Piece> pieces_;
    std::size_t next_ = 0;
    bool capitals_ = false;
};

}  // namespace

std::optional<Dateline> dateline(std::string_view text, const std::vector<Line>& lines,
                                 const Known& know) {
    for (std::size_t i = 0; i < std::min(lines.size(), head_lines_max); ++i) {
        const auto words = lines[i].span.of(text);
        if (!ends_sentence(words) && words.size() < prose_bytes_min) continue;
        if (auto found = Reader(text, lines[i].span, know).read()) {
            found->line = i;
            return found;
        }
    }
    return std::nullopt;
}

}  // namespace sitrep::read
