#include "resolve/numbers/numerals.h"

#include <algorithm>
#include <cmath>

#include "resolve/numbers/cardinal.h"

namespace sitrep::resolve::numbers {
namespace {

bool is_ordinal(WordKind kind) {
    return kind >= WordKind::OrdinalOne && kind <= WordKind::OrdinalScale;
}

class Reader {
public:
    Reader(const Pieces& pieces, const NumbersKnown& known) : pieces_(pieces), known_(known) {}

    std::optional<Numeral> at(std::size_t first) const {
        if (auto vague = vague_at(first)) return vague;
        const Piece& piece = pieces_[first];
        const NumberWord* word = known_.word(piece);
        if (word != nullptr && word->kind == WordKind::Minus) return minus(first);
        if (word != nullptr && word->kind == WordKind::Sign) {
            return finished(first, first + 1, word->value, Form::Fraction);
        }
        if (word != nullptr && (word->kind == WordKind::Part || word->kind == WordKind::Parts)) {
            return half(first, *word);
        }
        if (word != nullptr && is_ordinal(word->kind)) return ordinal(first, 0, first, *word);
        if (piece.lowered == "a" || piece.lowered == "an") return after_article(first);
        if (word != nullptr && (word->kind == WordKind::Scale || word->kind == WordKind::Hundred ||
                                word->kind == WordKind::Dozen)) {
            // "the thousand" is no number of its own; "hundred thousand" is.
            const NumberWord* next = word_at(first + 1);
            const bool scaled =
                word->kind == WordKind::Hundred && next != nullptr && next->kind == WordKind::Scale;
            if (!scaled) return std::nullopt;
            return finished(first, first + 2, word->value * next->value, Form::Number);
        }
        if (is_hyphen(piece) && negative(first)) return minus(first);
        if (piece.kind == PieceKind::Number && !digits(piece.written)) {
            return finished(first, first + 1, 0, bad_form(piece.written));
        }
        if (piece.kind != PieceKind::Number && word == nullptr) return std::nullopt;
        return cardinal(first);
    }

private:
    static Form bad_form(std::string_view written) {
        return written.size() > digits_max ? Form::TooLong : Form::Code;
    }

    static Numeral finished(std::size_t first, std::size_t end, double value, Form form) {
        Numeral out;
        out.first = first;
        out.end = end;
        out.low = out.high = value;
        out.form = form;
        return out;
    }

    // "-5": a dash that touches its number and nothing before it.
    bool negative(std::size_t at) const {
        if (at + 1 >= pieces_.size() || pieces_[at + 1].kind != PieceKind::Number) return false;
        if (pieces_[at + 1].apart) return false;
        return at == 0 || pieces_[at - 1].kind == PieceKind::Sign ||
               (pieces_[at].apart && pieces_[at - 1].kind != PieceKind::Number);
    }

    const NumberWord* word_at(std::size_t at) const {
        return at < pieces_.size() ? known_.word(pieces_[at]) : nullptr;
    }
    bool lowered_is(std::size_t at, std::string_view word) const {
        return at < pieces_.size() && pieces_[at].lowered == word;
    }

    std::optional<Numeral> minus(std::size_t first) const {
        if (first + 1 >= pieces_.size()) return std::nullopt;
        auto out = at(first + 1);
        if (!out || out->form == Form::Code || out->form == Form::TooLong || out->low != out->high)
            return std::nullopt;
        out->first = first;
        out->low = out->high = -out->low;
        if (out->form == Form::Digits) out->form = Form::Number;
        return out;
    }

    std::optional<Numeral> vague_at(std::size_t first) const {
        const auto found = known_.vague.ahead(pieces_, first);
        if (!found) return std::nullopt;
        Numeral out = finished(first, first + found.pieces, 0,
                               found.value->kind == "many" ? Form::Many : Form::Few);
        out.low = found.value->low;
        out.high = found.value->high;
        bool multiplies = false;
        for (std::size_t at = out.end; found.value->kind != "many" && at < pieces_.size(); ++at) {
            const std::size_t skip = !multiplies && pieces_[at].lowered == "of" ? 1 : 0;
            const NumberWord* word = word_at(at + skip);
            if (word == nullptr ||
                (word->kind != WordKind::Scale && word->kind != WordKind::Dozen &&
                 word->kind != WordKind::Hundred))
                break;
            at += skip;
            out.low *= word->value;
            out.high *= word->value;
            out.end = at + 1;
            out.form = Form::Many;
            multiplies = true;
        }
        const bool counts =
            multiplies || lowered_is(out.end, "of") || pieces_[out.end - 1].lowered == "of";
        if (found.value->kind == "lead" && !counts) return std::nullopt;
        if (found.value->kind == "lead" && out.high >= 10) out.form = Form::Many;
        return out;
    }

    // A cardinal, then what makes it a fraction or an ordinal.
    std::optional<Numeral> cardinal(std::size_t first) const {
        Cardinal read(pieces_, known_);
        if (!read.read(first)) return std::nullopt;
        const bool lone = read.words() == 1 && pieces_[first].kind == PieceKind::Number;
        Numeral out = finished(first, read.end(), read.value(), Form::Number);
        out.scale = read.scale();
        out.grouped = lone && pieces_[first].written.find_first_of(",.") != std::string_view::npos;
        if (lone && read.end() == first + 1 && !out.grouped) out.form = Form::Digits;
        return behind(out, read.last());
    }

    std::optional<Numeral> behind(Numeral out, Last last) const {
        if (const auto slash = slashed(out)) return slash;
        const std::size_t joint =
            out.end < pieces_.size() && is_hyphen(pieces_[out.end]) ? out.end + 1 : out.end;
        if (lone_digits(out) && joint == out.end && out.end < pieces_.size() &&
            !pieces_[out.end].apart) {
            const auto& end = pieces_[out.end].lowered;
            if (end == "st" || end == "nd" || end == "rd" || end == "th") {
                return finished(out.first, out.end + 1, out.low, Form::Ordinal);
            }
        }
        const NumberWord* next = word_at(joint);
        if (next != nullptr && (next->kind == WordKind::Parts || next->kind == WordKind::Part)) {
            return whole_of(finished(out.first, joint + 1, out.low / next->value, Form::Fraction));
        }
        if (next != nullptr && is_ordinal(next->kind)) return with_ordinal(out, last, joint, *next);
        if (next != nullptr && next->kind == WordKind::Sign && next->value < 1) {  // 2½
            auto mixed = finished(out.first, joint + 1, out.low + next->value, Form::Number);
            return mixed;
        }
        if (auto mixed = and_a_half(out)) return mixed;
        return out;
    }

    bool lone_digits(const Numeral& out) const {
        return out.end == out.first + 1 && pieces_[out.first].kind == PieceKind::Number;
    }

    // "two-thirds" came before; here "twenty-first", "one third", "three hundredth".
    std::optional<Numeral> with_ordinal(const Numeral& out, Last last, std::size_t at,
                                        const NumberWord& word) const {
        // "280 million first ..." in digits is no ordinal.
        const bool words = pieces_[out.first].kind == PieceKind::Letters;
        const bool joins = (last == Last::Ten && word.kind == WordKind::OrdinalOne) ||
                           (words && (last == Last::Hundred || last == Last::Scale) &&
                            word.kind != WordKind::OrdinalScale);
        if (joins) return ordinal(out.first, out.low, at, word);
        if (word.kind == WordKind::OrdinalScale && last != Last::Digits && out.low > 1) {
            return finished(out.first, at + 1, out.low * word.value, Form::Ordinal);
        }
        if (out.low == 1 && word.value >= 3) {
            return whole_of(finished(out.first, at + 1, 1 / word.value, Form::Fraction));
        }
        return out;
    }

    std::optional<Numeral> ordinal(std::size_t first, double before, std::size_t at,
                                   const NumberWord& word) const {
        return finished(first, at + 1, before + word.value, Form::Ordinal);
    }

    // "1/4", "2 1/4" and, where it cannot be a date, others.
    std::optional<Numeral> slashed(const Numeral& whole) const {
        std::size_t at = whole.end - 1;
        double lead = 0;
        if (!lone_digits(whole)) return std::nullopt;
        if (at + 3 < pieces_.size() && pieces_[at + 1].kind == PieceKind::Number &&
            is_slash(at + 2)) {
            lead = whole.low;
            ++at;
        }
        if (at + 2 >= pieces_.size() || !is_slash(at + 1)) return std::nullopt;
        const Piece& below = pieces_[at + 2];
        if (below.kind != PieceKind::Number || below.apart) return std::nullopt;
        if (at + 3 < pieces_.size() && is_slash(at + 3) && !pieces_[at + 3].apart)
            return std::nullopt;
        const auto upper = digits(pieces_[at].written);
        const auto lower = digits(below.written);
        if (!upper || !lower || *lower == 0 || *upper >= *lower) return std::nullopt;
        const bool daylike = *lower > 8 && *lower <= 12;
        if (lead == 0 && (daylike || (*lower > 12 && *upper > 1 && *lower <= 31)))
            return std::nullopt;
        return finished(whole.first, at + 3, lead + *upper / *lower, Form::Fraction);
    }
    bool is_slash(std::size_t at) const {
        return at < pieces_.size() &&
               (pieces_[at].written == "/" || pieces_[at].written == "\u2044");
    }

    // "two and a half", "three million and a quarter", "one and a half million".
    std::optional<Numeral> and_a_half(const Numeral& out) const {
        if (!lowered_is(out.end, "and")) return std::nullopt;
        std::size_t at = out.end + 1;
        double upper = 1;
        Cardinal count(pieces_, known_, 1);
        if (lowered_is(at, "a")) {
            ++at;
        } else if (at < pieces_.size() && count.read(at)) {
            upper = count.value();
            at = count.end();
        } else {
            return std::nullopt;
        }
        const NumberWord* part = word_at(at);
        const bool fits =
            part != nullptr && (part->kind == WordKind::Part || part->kind == WordKind::Parts ||
                                (is_ordinal(part->kind) && upper == 1 && part->value > 2));
        if (!fits || upper >= part->value) return std::nullopt;
        const NumberWord* scale = word_at(at + 1);
        const double fraction = upper / part->value;
        if (scale != nullptr && scale->kind == WordKind::Scale) {
            if (out.scale > scale->value) {  // "one billion and a half million"
                return finished(out.first, at + 2, out.low + fraction * scale->value, Form::Number);
            }
            auto mixed =
                finished(out.first, at + 2, (out.low + fraction) * scale->value, Form::Number);
            mixed.scale = scale->value;
            return mixed;
        }
        const double unit = out.scale > 1000 && std::fmod(out.low, out.scale) == 0 ? out.scale : 1;
        return finished(out.first, at + 1, out.low + fraction * unit, Form::Number);
    }

    // "half of", "half a million", "half the"; "half" alone is told by its caller's context.
    std::optional<Numeral> half(std::size_t first, const NumberWord& word) const {
        if (pieces_[first].lowered != "half" && pieces_[first].lowered != "quarter")
            return std::nullopt;
        const auto whole = whole_of(finished(first, first + 1, 1 / word.value, Form::Fraction));
        if (pieces_[first].lowered == "quarter" && whole->form == Form::Fraction)
            return std::nullopt;
        return whole;
    }

    // "of a million", "a dozen", "million" behind a fraction make it a number.
    std::optional<Numeral> whole_of(Numeral out) const {
        std::size_t at = out.end;
        if (lowered_is(at, "of")) ++at;
        if (lowered_is(at, "a")) ++at;
        const NumberWord* word = word_at(at);
        if (word == nullptr || (word->kind != WordKind::Scale && word->kind != WordKind::Dozen &&
                                word->kind != WordKind::Hundred))
            return out;
        out.low = out.high = out.low * word->value;
        out.scale = word->value;
        out.end = at + 1;
        out.form = Form::Number;
        return out;
    }

    // "a hundred", "a dozen", "a third of", "a half".
    std::optional<Numeral> after_article(std::size_t first) const {
        const NumberWord* word = word_at(first + 1);
        if (word == nullptr) return std::nullopt;
        switch (word->kind) {
            case WordKind::Hundred:
            case WordKind::Scale:
            case WordKind::Dozen:
                return article_scale(first);
            case WordKind::Part:
            case WordKind::OrdinalOne:
            case WordKind::OrdinalTeen:
            case WordKind::OrdinalTen:
            case WordKind::OrdinalScale: {
                auto out = whole_of(finished(first, first + 2, 1 / word->value, Form::Fraction));
                const bool told = out->form != Form::Fraction || lowered_is(first + 2, "of") ||
                                  first + 2 >= pieces_.size();
                return told && word->value >= 2 && pieces_[first + 1].lowered != "second"
                           ? out
                           : std::nullopt;
            }
            default:
                return std::nullopt;
        }
    }

    // The article stands for "one": read on with it in front.
    std::optional<Numeral> article_scale(std::size_t first) const {
        Pieces rest;
        const std::size_t end = std::min(pieces_.size(), first + article_pieces_max);
        rest.assign(pieces_.begin() + static_cast<std::ptrdiff_t>(first),
                    pieces_.begin() + static_cast<std::ptrdiff_t>(end));
        rest.front().lowered = "one";
        auto out = Reader(rest, known_).cardinal(0);
        if (!out) return out;
        out->first += first;
        out->end += first;
        return out;
    }
    static constexpr std::size_t article_pieces_max = 12;  // "a hundred and twenty thousand …"

    const Pieces& pieces_;
    const NumbersKnown& known_;
};

}  // namespace

std::optional<Numeral> numeral(const Pieces& pieces, std::size_t at, const NumbersKnown& known) {
    return at < pieces.size() ? Reader(pieces, known).at(at) : std::nullopt;
}

}  // namespace sitrep::resolve::numbers
