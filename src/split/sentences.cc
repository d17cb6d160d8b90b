#include "split/sentences.h"

#include <array>

#include "split/characters.h"
#include "split/paragraphs.h"
#include "split/tokens.h"

namespace sitrep::split {
namespace {

using values::Sentence;
using values::Span;

// Finds where the sentences of one paragraph end.
class Boundaries {
public:
    Boundaries(std::string_view text, const std::vector<Span>& tokens, const Words& words)
        : text_(text), tokens_(tokens), words_(words) {}

    // The number of tokens up to and including the last of the sentence that begins at `first`.
    std::size_t end_after(std::size_t first) const {
        int depth = 0;
        for (std::size_t i = first; i < tokens_.size(); ++i) {
            const auto word = of(i);
            if (i > first && opens_caption(i)) return i;
            if (word == "(" || word == "[") ++depth;
            if ((word == ")" || word == "]") && depth > 0) --depth;
            if (!may_end(word)) continue;
            const std::size_t stop = closed(i + 1, depth);
            if (stop >= tokens_.size()) return tokens_.size();
            if (depth > 0 && i - first < bracket_tokens_max) continue;
            if (ends(i, stop)) return stop;
            i = stop - 1;
        }
        return tokens_.size();
    }

private:
    static constexpr std::size_t bracket_tokens_max = 60;  // a bracket never closed ends nothing

    std::string_view of(std::size_t i) const { return tokens_[i].of(text_); }

    // "… in Osk. Image: Ana Osei": the credit of a picture glued to its caption.
    bool opens_caption(std::size_t i) const {
        const auto word = of(i);
        return (word == "Image" || word == "Photo" || word == "Picture") &&
               i + 1 < tokens_.size() && of(i + 1) == ":" && !spaced(i + 1);
    }

    bool may_end(std::string_view word) const {
        const auto last = code_point_before(word, word.size()).value;
        return last == '.' || last == '?' || last == '!' || last == 0x2026;
    }

    bool spaced(std::size_t i) const { return tokens_[i].begin() > tokens_[i - 1].end(); }

    // Behind the end stand closing quotes and brackets; a straight quote closes where no blank
    // stands before it.
    std::size_t closed(std::size_t i, int& depth) const {
        for (; i < tokens_.size(); ++i) {
            const auto word = of(i);
            const auto c = code_point(word, 0).value;
            const bool bracket = word == ")" || word == "]";
            if (bracket && depth > 0) --depth;
            const bool quote = is_close_quote(c) || word == "\"" || word == "''" || word == "'";
            const bool loose = code_point(word, 0).value == 0x201C && i + 1 == tokens_.size();
            if (loose) continue;
            if (!(bracket || (quote && word.size() <= 3)) || spaced(i)) break;
        }
        return i;
    }

    // Does the sentence end with token i, the next one beginning at `next`?
    bool ends(std::size_t i, std::size_t next) const {
        const auto word = of(i);
        if (!spaced(next)) return false;
        std::size_t start = next;
        while (start + 1 < tokens_.size() && opens(of(start))) ++start;
        const auto first = code_point(of(start), 0).value;
        if (is_lower(first)) return false;
        const bool quoted_end = next > i + 1;
        if (word == "." || quoted_end) return first != ',' && first != ';' && first != ')';
        const auto last = code_point_before(word, word.size()).value;
        if (last != '.' || word.find_first_not_of('.') == std::string_view::npos) {
            return is_upper(first) || is_digit(first) || start > next;
        }
        return abbreviation_ends(word, i, start);
    }

    static bool opens(std::string_view word) {
        const auto c = code_point(word, 0).value;
        return is_open_quote(c) || word == "\"" || word == "(" || word == "[" || word == "``" ||
               word == "'";
    }

    // "… in the U.S. The army": an abbreviation ends a sentence only before a clear start.
    bool abbreviation_ends(std::string_view word, std::size_t i, std::size_t next) const {
        if (words_.is_title(word)) return false;
        if (word.size() == 2 && i > 0 && is_upper(code_point(of(i - 1), 0).value)) {
            return false;  // an initial inside a name
        }
        return words_.is_starter(of(next));
    }

    std::string_view text_;
    const std::vector<Span>& tokens_;
    const Words& words_;
};

// Is a quotation open behind these tokens? Curly quotes say so themselves, straight ones take
// turns.
bool quote_open_after(std::string_view text, const std::vector<Span>& tokens, bool open) {
    for (const Span token : tokens) {
        const auto word = token.of(text);
        if (word == "\xE2\x80\x9C" || word == "``" || word == "\xC2\xAB") open = true;
        if (word == "\xE2\x80\x9D" || word == "''" || word == "\xC2\xBB") open = false;
        if (word == "\"") open = !open;
    }
    return open;
}

}  // namespace

std::vector<Sentence> sentences(std::string_view text, const Words& words) {
    std::vector<Sentence> out;
    for (const Span paragraph : paragraphs(text)) {
        const auto kind = kind_of_line(paragraph.of(text), words);
        const auto all = tokens(text, paragraph.begin(), paragraph.end(), words);
        if (all.empty()) continue;
        const Boundaries boundaries(text, all, words);
        bool quoted = false;
        for (std::size_t first = 0; first < all.size();) {
            const std::size_t stop =
                kind == values::LineKind::Heading ? all.size() : boundaries.end_after(first);
            const auto at = [&](std::size_t i) {
                return all.begin() + static_cast<std::ptrdiff_t>(i);
            };
            Sentence sentence;
            sentence.tokens.assign(at(first), at(stop));
            sentence.span = sentence.tokens.front().joined(sentence.tokens.back());
            sentence.kind = kind;
            sentence.starts_in_quote = quoted;
            sentence.ends_paragraph = stop == all.size();
            quoted = quote_open_after(text, sentence.tokens, quoted);
            out.push_back(std::move(sentence));
            first = stop;
        }
    }
    return out;
}

std::vector<Sentence> sentences(const values::Report& report, const Words& words) {
    return sentences(report.text, words);
}

}  // namespace sitrep::split
