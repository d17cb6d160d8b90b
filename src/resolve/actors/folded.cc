#include "resolve/actors/folded.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>

#include <array>

#include "base/utf8.h"

namespace sitrep::resolve {
namespace {

bool is_apostrophe(char32_t c) {
    return c == '\'' || c == U'\u2019' || c == U'\u2018' || c == U'\u02BC' || c == '`';
}
bool is_hyphen(char32_t c) { return c == '-' || c == U'\u2010' || c == U'\u2011'; }
bool is_letter(char32_t c) {
    if (c < 0x80) return (c >= '0' && c <= '9') || ((c | 0x20U) >= 'a' && (c | 0x20U) <= 'z');
    return u_isalnum(static_cast<UChar32>(c)) != 0;
}

// Letters that no decomposition takes apart.
std::string_view plain(char32_t c) {
    switch (c) {
        case U'ø':
            return "o";
        case U'ł':
            return "l";
        case U'đ':
            return "d";
        case U'ı':
            return "i";
        case U'ß':
            return "ss";
        case U'æ':
            return "ae";
        default:
            return {};
    }
}

void append_folded(std::string& form, char32_t c) {
    if (c < 0x80) {
        form += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 0x20U : c);
        return;
    }
    const UChar32 lower = u_tolower(static_cast<UChar32>(c));
    UErrorCode status = U_ZERO_ERROR;
    const UNormalizer2* const nfd = unorm2_getNFDInstance(&status);
    std::array<UChar, 32> parts{};
    const std::int32_t size =
        U_SUCCESS(status) != 0
            ? unorm2_getRawDecomposition(nfd, lower, parts.data(), parts.size(), &status)
            : -1;
    // The first of a pair is the letter with what stands below it; its mark comes second.
    const char32_t letter = size > 0 && U_SUCCESS(status) != 0 ? parts[0] : lower;
    if (letter != static_cast<char32_t>(lower) && letter >= 0x80) {
        append_folded(form, letter);
    } else if (const auto known = plain(letter); !known.empty()) {
        form += known;
    } else {
        base::append_utf8(form, letter);
    }
}

class Folding {
public:
    Folding(std::string_view text, values::Span part) : text_(text), end_(part.end()) {
        at_ = part.begin();
    }

    std::vector<FoldedWord> words() {
        while (at_ < end_ && out_.size() < folded_words_max) step();
        close();
        return std::move(out_);
    }

private:
    void step() {
        const auto point = base::code_point_at(text_, at_);
        const char32_t c = point.value;
        if (is_letter(c)) {
            if (word_.form.empty()) begin_ = at_;
            const bool upper = u_isupper(static_cast<UChar32>(c)) != 0;
            word_.capital = word_.capital || upper;
            small_ = small_ || u_islower(static_cast<UChar32>(c)) != 0;
            ++letters_;
            append_folded(word_.form, c);
            last_ = at_ + point.bytes;
        } else if (is_apostrophe(c)) {
            if (!apostrophe(point.bytes)) return;
        } else if (c != '.' || !inside(point.bytes)) {
            mark(c);
        }
        at_ += point.bytes;
    }

    // "'s" and a lone "'" behind an s end a possessive; elsewhere the mark stands inside a word.
    // False where the ending was taken with it.
    bool apostrophe(std::uint8_t bytes) {
        const std::size_t next = at_ + bytes;
        const bool s = next < end_ && (text_[next] | 0x20) == 's' && !letter_at(next + 1);
        FoldedWord* const owner =
            !word_.form.empty() ? &word_ : (out_.empty() ? nullptr : &out_.back());
        if (s && owner != nullptr) {
            owner->possessive = true;
            close();
            at_ = next + 1;
            return false;
        }
        if (!letter_at(next) && owner != nullptr && owner->form.ends_with('s')) {
            owner->possessive = true;
            close();
        } else if (!letter_at(next)) {
            close();
        }
        return true;
    }

    void mark(char32_t c) {
        close();
        if (out_.empty()) return;
        if (is_hyphen(c)) {
            out_.back().hyphen = true;
        } else if (c == ',' || c == '(' || c == ')' || c == ';' || c == ':' || c == U'\u2013' ||
                   c == U'\u2014' || c == '.') {
            // The full stop of "Gen." or "Mr." parts nothing.
            out_.back().breaks = out_.back().breaks || c != '.';
        }
    }

    bool letter_at(std::size_t at) const {
        return at < end_ && is_letter(base::code_point_at(text_, at).value);
    }
    // A full stop inside "U.S." or at its end.
    bool inside(std::uint8_t bytes) const { return !word_.form.empty() && letter_at(at_ + bytes); }

    void close() {
        if (word_.form.empty()) return;
        word_.span = values::Span::in(text_, begin_, last_);
        word_.upper = word_.capital && !small_ && letters_ > 1;
        out_.push_back(std::move(word_));
        word_ = FoldedWord{};
        small_ = false;
        letters_ = 0;
    }

    std::string_view text_;
    std::size_t end_;
    std::size_t at_ = 0;
    std::size_t begin_ = 0;
    std::size_t last_ = 0;
    FoldedWord word_;
    bool small_ = false;  // of word_: it holds a small letter
    std::size_t letters_ = 0;
    std::vector<FoldedWord> out_;
};

}  // namespace

std::vector<FoldedWord> folded(std::string_view text, values::Span part) {
    return Folding(text, part).words();
}

std::vector<FoldedWord> folded(std::string_view text) {
    return folded(text, values::Span::in(text, 0, text.size()));
}

}  // namespace sitrep::resolve
