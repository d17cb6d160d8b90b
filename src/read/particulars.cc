#include "read/particulars.h"

#include <algorithm>
#include <vector>

#include "read/dateline.h"
#include "read/pieces.h"

namespace sitrep::read {
namespace {

constexpr std::size_t head_lines_max = 6;  // title and byline stand among them
constexpr std::size_t lead_lines_max = 2;  // lines of prose in which a wire is named as source
constexpr std::size_t tail_lines_max = 6;  // credits and sign-offs stand among them
constexpr std::size_t title_bytes_max = 160;
constexpr std::size_t byline_bytes_max = 80;
constexpr std::size_t name_words_max = 5;
constexpr std::string_view by = "by ";
constexpr std::string_view reporting_by = "reporting by ";

values::Particular inferred(std::string_view text, values::Span span, std::string rule) {
    return {std::string(span.of(text)), values::Known::Inferred, std::move(rule), span};
}

values::Span part(std::string_view text, values::Span whole, std::size_t from, std::size_t end) {
    return values::Span::in(text, whole.begin() + from, whole.begin() + end);
}

class Finder {
public:
    Finder(std::string_view text, const Known& know)
        : text_(text), know_(know), lines_(lines(text)), dateline_(dateline(text, lines_, know)) {
        wrapped_ = wrapped(text_, lines_);
    }

    Particulars find() {
        Particulars found;
        if (dateline_) {
            if (!dateline_->place.empty()) {
                found.dateline = inferred(text_, dateline_->place, "dateline");
            }
            if (!dateline_->agency.empty()) {
                found.agency = inferred(text_, dateline_->agency, "dateline");
            }
        }
        head(found);
        for (std::size_t i = lines_.size() - std::min(lines_.size(), tail_lines_max);
             i < lines_.size(); ++i) {
            tail(lines_[i], found);
        }
        if (found.agency.value.empty()) lead(found);
        if (found.agency.value.empty()) sign_off(found);
        return found;
    }

private:
    std::string_view words(const Line& line) const { return line.span.of(text_); }

    std::vector<Piece> pieces_of(const Line& line) const { return pieces(text_, line.span); }

    // The end of capitalised words from piece `from`, hyphens, ampersands and apostrophes between.
    std::size_t names(const std::vector<Piece>& p, std::size_t from) const {
        std::size_t end = from;
        std::size_t at = from;
        for (std::size_t count = 0; count < name_words_max && at < p.size(); ++count) {
            const bool word = p[at].kind == Piece::Kind::Word && capital(p[at].span.of(text_));
            if (!word && !(at > from && p[at].kind == Piece::Kind::Number)) break;
            end = ++at;
            const bool joins = at + 1 < p.size() && p[at].kind == Piece::Kind::Mark &&
                               (p[at].mark == '-' || p[at].mark == '&' || p[at].mark == '.' ||
                                (p[at].mark == '\'' && p[at + 1].span.size() > 1)) &&
                               (p[at].mark == '&' || p[at].span.end() == p[at + 1].span.begin());
            if (joins) ++at;
        }
        return end;
    }

    // Of the known name that begins with that piece; 0 where none does.
    std::size_t name_bytes(const Piece& piece) const {
        return know_.name_at(text_.substr(piece.span.begin()), piece.span.size());
    }

    bool is_label(const Line& line) const {
        const auto p = pieces_of(line);
        return p.size() <= 3 && !p.empty() && know_.is_label(lowered(p.front().span.of(text_)));
    }

    void head(Particulars& found) {
        std::size_t at = 0;
        if (lines_.size() > 1) {
            const auto first = pieces_of(lines_[0]);  // none in a line of no-break spaces
            if (!first.empty() && name_bytes(first.front()) == lines_[0].span.size()) {
                found.outlet = inferred(text_, lines_[0].span, "outlet-line");
                ++at;
            }
        }
        while (at + 1 < lines_.size() && is_label(lines_[at])) ++at;
        if (at < lines_.size() && is_title(at)) {
            found.title = inferred(text_, lines_[at].span, "first-line");
        }
        for (std::size_t i = 0; i < std::min(lines_.size(), head_lines_max); ++i) {
            if (found.byline.value.empty()) byline(lines_[i], found);
        }
    }

    bool is_title(std::size_t at) const {
        const auto& line = lines_[at];
        const auto title = words(line);
        if (at + 1 >= lines_.size() || title.size() > title_bytes_max) return false;
        if (dateline_ && dateline_->line == at) return false;
        // A question or cry may be a title; what ends like a told sentence is none.
        const bool asks = title.ends_with('?') || title.ends_with('!');
        if (ends_sentence(title) && !asks) return false;
        if (title.ends_with(':') || title.ends_with(',') || title.ends_with(';')) return false;
        if (wrapped_ && !line.blank_after && !opens_news(at + 1)) return false;
        if (!opens_like_title(title) || lowered(title).starts_with(by)) return false;
        if (know_.is_byline(lowered(title))) return false;
        const auto p = pieces_of(line);
        return std::count_if(p.begin(), p.end(), [](const Piece& piece) {
                   return piece.kind == Piece::Kind::Word;
               }) >= 2;
    }
    // Is the line a byline or does it bear the dateline, so that what stands above it is whole?
    bool opens_news(std::size_t at) const {
        Particulars only;
        byline(lines_[at], only);
        return !only.byline.value.empty() || (dateline_ && dateline_->line == at);
    }
    static bool opens_like_title(std::string_view title) {
        const char c = title.front();
        return capital(title) || (c >= '0' && c <= '9') || c == '"' || c == '\'';
    }

    void byline(const Line& line, Particulars& found) const {
        const auto lower = lowered(words(line));
        if (line.span.size() > byline_bytes_max) return;
        if (know_.is_byline(lower)) {
            found.byline = inferred(text_, line.span, "byline-line");
            return;
        }
        if (!lower.starts_with(by) || ends_sentence(words(line))) return;
        const auto p = pieces_of(line);
        const auto end = people(p, 1);
        if (end == 1 || (end < p.size() && !closes_names(p[end]))) return;
        if (day_at(text_, p, 1, know_)) return;  // "By Sunday"
        found.byline = inferred(text_, p[1].span.joined(p[end - 1].span), "byline-line");
    }
    // "Ana Osei and Tom Rell", "Ana Osei, Tom Rell"
    std::size_t people(const std::vector<Piece>& p, std::size_t from) const {
        std::size_t end = names(p, from);
        while (end > from && end < p.size()) {
            const auto joint = lowered(p[end].span.of(text_));
            const auto more =
                joint == "and" || joint == "," || joint == "&" ? names(p, end + 1) : 0;
            if (more <= end + 1) break;
            end = more;
        }
        return end;
    }
    // After the names a place ("in Tanvo"), an office or a mark may follow, no sentence.
    bool closes_names(const Piece& piece) const {
        const auto word = lowered(piece.span.of(text_));
        return piece.kind == Piece::Kind::Mark || word == "in" || word == "for" || word == "of";
    }

    void tail(const Line& line, Particulars& found) {
        const auto lower = lowered(words(line));
        for (const auto& credit : know_.credits()) {
            if (!lower.starts_with(credit) || !found.outlet.value.empty()) continue;
            found.outlet = name_after(line, credit.size(), "credit-line");
        }
        for (const auto& opening : know_.wire_lines()) {
            if (!lower.starts_with(opening) || !found.agency.value.empty()) continue;
            found.agency = name_after(line, opening.size(), "source-line");
            // A ministry or alliance is the source of a picture or figure, no wire.
            if (know_.is_label(lowered(found.agency.value))) found.agency = {};
        }
        std::size_t from = lower.starts_with('(') ? 1 : 0;
        if (lower.substr(from).starts_with(reporting_by) && found.byline.value.empty()) {
            from += reporting_by.size();
            const auto p = pieces(text_, part(text_, line.span, from, line.span.size()));
            const auto end = people(p, 0);
            if (end > 0) {
                found.byline = inferred(text_, p[0].span.joined(p[end - 1].span), "reporting-by");
            }
        }
        copyright(line, found);
    }
    // The name that follows so many bytes of a line; Unknown where none does.
    values::Particular name_after(const Line& line, std::size_t bytes, std::string rule) const {
        const auto p = pieces(text_, part(text_, line.span, bytes, line.span.size()));
        const std::size_t from = !p.empty() && p[0].span.of(text_) == "the" ? 1 : 0;
        const auto end = names(p, from);
        if (end == from) return {};
        return inferred(text_, p[from].span.joined(p[end - 1].span), std::move(rule));
    }
    // "© 2024 Ilmen Post. All rights reserved."
    void copyright(const Line& line, Particulars& found) {
        constexpr std::string_view sign = "\xC2\xA9";
        const auto lower = lowered(words(line));
        std::size_t from = lower.starts_with("copyright ") ? 10 : 0;
        if (lower.substr(from).starts_with(sign)) from += sign.size();
        if (from == 0 || !found.outlet.value.empty()) return;
        const auto p = pieces(text_, part(text_, line.span, from, line.span.size()));
        std::size_t at = 0;
        while (at < p.size() && p[at].kind != Piece::Kind::Word) ++at;
        if (at == 0) return;  // a year belongs to it
        if (at < p.size() && lowered(p[at].span.of(text_)) == "by") ++at;
        const auto end = names(p, at);
        if (end > at && lowered(p[at].span.of(text_)) != "all") {
            found.outlet = inferred(text_, p[at].span.joined(p[end - 1].span), "copyright-line");
        }
    }

    // The wire that the first news lines name as their source.
    void lead(Particulars& found) {
        std::size_t prose = 0;
        for (const auto& line : paragraphs(text_, lines_)) {
            if (!ends_sentence(words(line)) || words(line) == found.title.value) continue;
            if (++prose > lead_lines_max) return;
            const auto p = pieces_of(line);
            for (std::size_t i = 0; i < p.size(); ++i) {
                if (carried(p, i, found)) return;
            }
        }
    }
    std::string word(const std::vector<Piece>& p, std::size_t i) const {
        return i < p.size() ? lowered(p[i].span.of(text_)) : std::string();
    }
    // Do the words before piece i lead up to a wire's name ("according to")?
    bool led_up_to(const std::vector<Piece>& p, std::size_t i) const {
        if (i > 0 && word(p, i - 1) == "the") --i;
        return (i >= 1 && know_.carries_before(word(p, i - 1))) ||
               (i >= 2 && know_.carries_before(word(p, i - 2) + " " + word(p, i - 1)));
    }
    bool carried(const std::vector<Piece>& p, std::size_t i, Particulars& found) const {
        if (p[i].kind != Piece::Kind::Word || !capital(p[i].span.of(text_))) return false;
        std::size_t end = i;
        const auto known_bytes = name_bytes(p[i]);
        while (end < p.size() && p[end].span.end() <= p[i].span.begin() + known_bytes) ++end;
        std::size_t after = known_bytes > 0 ? end : names(p, i);
        // "Meridian news agency": the words that make any name a wire's.
        const bool two = know_.is_wire(word(p, after) + " " + word(p, after + 1));
        const bool wire = two || know_.is_wire(word(p, after));
        if (known_bytes == 0) {
            if (!wire) return false;
            end = after;
        }
        if (wire) after += two ? 2 : 1;
        const bool before = led_up_to(p, i);
        if (!before && !know_.carries_after(word(p, after))) return false;
        found.agency =
            inferred(text_, p[i].span.joined(p[end - 1].span), before ? "according-to" : "reports");
        return true;
    }
    // "(Continental Press)" alone on the last line, or "(AFP)" at its end.
    void sign_off(Particulars& found) const {
        if (lines_.empty()) return;
        const auto p = pieces_of(lines_.back());
        if (p.size() < 3 || p.back().mark != ')') return;
        std::size_t open = p.size() - 1;
        while (open > 0 && p[open].mark != '(') --open;
        if (p[open].mark != '(' || names(p, open + 1) + 1 != p.size()) return;
        const auto span = p[open + 1].span.joined(p[p.size() - 2].span);
        const bool alone = open == 0 && lines_.size() > 1;
        if (!alone && name_bytes(p[open + 1]) != span.size()) return;
        found.agency = inferred(text_, span, "sign-off");
    }

    std::string_view text_;
    const Known& know_;
    std::vector<Line> lines_;
    std::optional<Dateline> dateline_;
    bool wrapped_ = false;
};

}  // namespace

Particulars particulars(std::string_view text, const Known& know) {
    // A credit at the end of a longer text than that is not looked for.
    return Finder(looked_at(text), know).find();
}

}  // namespace sitrep::read
