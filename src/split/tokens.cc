#include "split/tokens.h"

#include <algorithm>
#include <array>

#include "split/characters.h"

namespace sitrep::split {
namespace {

using values::Span;

// What is cut from a word's front: each of these is a token.
bool peels_in_front(char32_t c) {
    return is_quote(c) || is_bracket(c) || is_dash(c) || is_currency(c) || c == ',' || c == ';' ||
           c == ':' || c == '!' || c == '?' || c == '.' || c == 0x2026 || c == '*' || c == 0x2022 ||
           c == 0xB7 || c == '-' || c == '>' || c == '<' || c == '|' || c == '~' || c == '/' ||
           c == '=' || c == 0xA1 || c == 0xBF || c == '%' || c == 0x2192;
}

bool peels_behind(char32_t c) {
    return (peels_in_front(c) && c != '<' && c != '~') || c == 0xB0 || c == 0xAE || c == 0x2122;
}

// Parts a word in two wherever it stands inside.
bool parts_inside(char32_t c) {
    return is_bracket(c) || is_dash(c) || c == 0x2026 || c == '"' || c == 0x201C || c == 0x201D ||
           c == ';' || c == '?' || c == '!' || c == '*' || c == '|' || c == 0xAB || c == 0xBB;
}

// Cuts one stretch without white space.
class Cutter {
public:
    Cutter(std::string_view text, const Words& words, std::vector<Span>& out)
        : text_(text), words_(words), out_(out) {}

    void chunk(std::size_t begin, std::size_t end) {
        if (address(begin, end)) return;
        if (of(begin, end).starts_with("[...]")) {  // an omission, one token
            put(begin, begin + 5);
            begin += 5;
        }
        begin = peel_front(begin, end);
        std::vector<Span> behind;
        end = peel_behind(begin, end, behind);
        inside(begin, end);
        out_.insert(out_.end(), behind.rbegin(), behind.rend());
    }

private:
    std::string_view of(std::size_t begin, std::size_t end) const {
        return text_.substr(begin, end - begin);
    }
    Span span(std::size_t begin, std::size_t end) const { return Span::in(text_, begin, end); }
    void put(std::size_t begin, std::size_t end) {
        if (begin < end) out_.push_back(span(begin, end));
    }
    char32_t at(std::size_t where, std::size_t end) const {
        return where < end ? code_point(text_, where).value : 0;
    }

    // A web or mail address or a file name is one token; what closes the sentence stays outside.
    bool address(std::size_t begin, std::size_t end) {
        const auto word = of(begin, end);
        const bool web = word.find("://") != std::string_view::npos || word.starts_with("www.");
        const auto sign = word.find('@');
        const bool mail = sign != std::string_view::npos && sign > 0 &&
                          word.find('.', sign) != std::string_view::npos;
        if (!web && !mail) return false;
        begin = peel_front(begin, end);
        std::vector<Span> behind;
        while (end > begin) {
            const auto last = code_point_before(text_, end);
            if (!peels_behind(last.value) || last.value == '/' || last.value == '-' ||
                last.value == '=' || last.value == '%') {
                break;
            }
            behind.push_back(span(end - last.bytes, end));
            end -= last.bytes;
        }
        put(begin, end);
        out_.insert(out_.end(), behind.rbegin(), behind.rend());
        return true;
    }

    std::size_t run(std::size_t begin, std::size_t end, char32_t c) const {
        std::size_t stop = begin;
        while (stop < end && at(stop, end) == c) stop += code_point(text_, stop).bytes;
        return stop;
    }

    std::size_t peel_front(std::size_t begin, std::size_t end) {
        while (begin < end) {
            const auto first = code_point(text_, begin);
            const char32_t next = at(begin + first.bytes, end);
            if (!peels_in_front(first.value)) break;
            if (is_apostrophe(first.value) && is_digit(next)) break;  // '71
            if (clitic_at(begin, end)) break;
            if ((first.value == '.' || first.value == '-') && is_digit(next)) {
                if (first.value == '.') break;  // .5
            }
            const bool doubles = first.value == '.' || first.value == '-' || first.value == '\'' ||
                                 first.value == '`' || first.value == '!' || first.value == '?' ||
                                 first.value == '*' || first.value == '=' || first.value == '>' ||
                                 first.value == '<' || first.value == '~';
            const std::size_t stop = doubles ? run(begin, end, first.value) : begin + first.bytes;
            put(begin, stop);
            begin = stop;
        }
        return begin;
    }

    bool clitic_at(std::size_t begin, std::size_t end) const {
        const auto rest = lowered(of(begin, end));
        return rest == "'s" || rest == "\xE2\x80\x99s" || rest == "'em" ||
               rest ==
                   "\xE2\x80\x99"
                   "em";
    }

    std::size_t peel_behind(std::size_t begin, std::size_t end, std::vector<Span>& behind) {
        while (end > begin) {
            const auto last = code_point_before(text_, end);
            if (!peels_behind(last.value)) break;
            if (last.value == '.' && words_.keeps_period(of(begin, end))) break;
            if (last.value == '.' && hyphenated_abbreviation(begin, end)) break;
            if (is_currency(last.value) && is_upper(at(begin, end))) break;  // US$
            std::size_t start = end - last.bytes;
            if (last.value == '.' || last.value == '-' || last.value == '!' || last.value == '?' ||
                last.value == '\'' || last.value == '*') {
                while (start > begin && code_point_before(text_, start).value == last.value) {
                    start -= last.bytes;
                }
            }
            behind.push_back(span(start, end));
            end = start;
        }
        return end;
    }

    // "mid-Sept.": the part behind the last hyphen keeps its period.
    bool hyphenated_abbreviation(std::size_t begin, std::size_t end) const {
        const auto hyphen = of(begin, end).rfind('-');
        return hyphen != std::string_view::npos && words_.keeps_period(of(begin + hyphen + 1, end));
    }

    void inside(std::size_t begin, std::size_t end) {
        std::size_t start = begin;
        for (std::size_t i = begin; i < end;) {
            const auto here = code_point(text_, i);
            const char32_t before = i > start ? code_point_before(text_, i).value : 0;
            const char32_t after = at(i + here.bytes, end);
            std::size_t stop = i + here.bytes;
            bool parts = parts_inside(here.value);
            if (here.value == '.' && after == '.') {
                stop = run(i, end, '.');
                parts = true;
            } else if (here.value == '-' && after == '-') {
                stop = run(i, end, '-');
                parts = true;
            } else if (here.value == ',' || here.value == ':') {
                parts = !(is_digit(before) && is_digit(after));
            } else if (is_currency(here.value)) {
                if (i > start && is_upper(before)) {
                    put(start, stop);  // US$
                    start = i = stop;
                    continue;
                }
                parts = true;
            } else if (here.value == '%') {
                parts = is_digit(before);
            }
            if (parts) {
                pieces(start, i);
                put(i, stop);
                start = stop;
            }
            i = stop;
        }
        pieces(start, end);
    }

    // Slashes and hyphens.
    void pieces(std::size_t begin, std::size_t end) {
        if (begin >= end) return;
        if (numeric(begin, end)) {
            put(begin, end);
            return;
        }
        const auto word = of(begin, end);
        const auto slash = word.find('/');
        if (slash != std::string_view::npos && slash > 1 && slash + 2 < word.size()) {
            pieces(begin, begin + slash);
            put(begin + slash, begin + slash + 1);
            pieces(begin + slash + 1, end);
            return;
        }
        hyphens(begin, end);
    }

    // Dates, telephone numbers, fractions: digits with one or more / or two or more -.
    bool numeric(std::size_t begin, std::size_t end) const {
        const auto word = of(begin, end);
        if (!is_digit(static_cast<unsigned char>(word.front()))) return false;
        const bool only = word.find_first_not_of("0123456789/-.") == std::string_view::npos;
        const auto dashes = std::count(word.begin(), word.end(), '-');
        const auto slashes = std::count(word.begin(), word.end(), '/');
        return only && (dashes >= 2 || (slashes >= 1 && dashes == 0));
    }

    void hyphens(std::size_t begin, std::size_t end) {
        std::size_t start = begin;
        for (std::size_t i = begin; i < end; ++i) {
            if (text_[i] != '-' || i == begin || i + 1 == end) continue;
            const auto front = lowered(of(start, i));
            auto stop = text_.substr(0, end).find('-', i + 1);
            if (stop == std::string_view::npos) stop = end;
            const auto back = lowered(of(i + 1, stop));
            if (words_.is_prefix(front) || words_.is_suffix(back)) continue;
            if (bound(start, i, stop)) continue;
            clitics(start, i);
            put(i, i + 1);
            start = i + 1;
        }
        clitics(start, end);
    }

    // Model names keep their hyphens: "S-300", "COVID-19", "F-16", "Mi-8".
    bool bound(std::size_t start, std::size_t hyphen, std::size_t stop) const {
        const auto front = of(start, hyphen);
        const auto back = of(hyphen + 1, stop);
        const bool digits_behind = !back.empty() && is_digit(static_cast<unsigned char>(back[0]));
        const bool name_in_front = front.find_first_of("0123456789") == std::string_view::npos &&
                                   is_upper(code_point(text_, start).value);
        return digits_behind && name_in_front;
    }

    void clitics(std::size_t begin, std::size_t end) {
        if (begin >= end) return;
        const auto word = lowered(of(begin, end));
        if (const auto cut = words_.fused_cut(word); cut > 0) {
            put(begin, begin + cut);
            put(begin + cut, end);
            return;
        }
        static constexpr std::array<std::string_view, 14> endings{"n't",
                                                                  "n\xE2\x80\x99t",
                                                                  "'s",
                                                                  "\xE2\x80\x99s",
                                                                  "'m",
                                                                  "\xE2\x80\x99m",
                                                                  "'d",
                                                                  "\xE2\x80\x99"
                                                                  "d",
                                                                  "'re",
                                                                  "\xE2\x80\x99re",
                                                                  "'ve",
                                                                  "\xE2\x80\x99ve",
                                                                  "'ll",
                                                                  "\xE2\x80\x99ll"};
        for (const auto ending : endings) {
            if (word.size() > ending.size() && word.ends_with(ending)) {
                units(begin, end - ending.size());
                put(end - ending.size(), end);
                return;
            }
        }
        units(begin, end);
    }

    // "50km", "10am", "5m": a number and the unit glued to it.
    void units(std::size_t begin, std::size_t end) {
        const auto word = of(begin, end);
        const auto letters = word.find_first_not_of("0123456789.,:");
        if (letters == 0 || letters == std::string_view::npos) {
            put(begin, end);
            return;
        }
        static constexpr std::array<std::string_view, 26> names{
            "km", "kg", "m",  "cm",  "mm", "mph", "kph", "am", "pm",  "a.m.", "p.m.", "bn", "mn",
            "tn", "ft", "mg", "lbs", "lb", "kmh", "g",   "k",  "hrs", "min",  "mw",   "gw", "mm2"};
        const auto unit = lowered(word.substr(letters));
        if (std::find(names.begin(), names.end(), unit) == names.end()) {
            put(begin, end);
            return;
        }
        put(begin, begin + letters);
        put(begin + letters, end);
    }

    std::string_view text_;
    const Words& words_;
    std::vector<Span>& out_;
};

}  // namespace

std::vector<Span> tokens(std::string_view text, std::size_t begin, std::size_t end,
                         const Words& words) {
    std::vector<Span> out;
    Cutter cutter(text, words, out);
    std::size_t start = begin;
    for (std::size_t i = begin; i < end;) {
        const auto here = code_point(text, i);
        if (is_space(here.value)) {
            if (start < i) cutter.chunk(start, i);
            start = i + here.bytes;
        }
        i += here.bytes;
    }
    if (start < end) cutter.chunk(start, end);
    return out;
}

}  // namespace sitrep::split
