#include "resolve/numbers/numerals.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <string>

namespace sitrep::resolve::numbers {
namespace {

enum class Last : std::uint8_t { Nothing, One, Teen, Ten, Hundred, Scale, Digits, Dozen };

bool is_ordinal(WordKind kind) {
    return kind >= WordKind::OrdinalOne && kind <= WordKind::OrdinalScale;
}

bool is_hyphen(const Piece& piece) { return piece.written == "-" || piece.written == "\u2011"; }

// Reads on from a piece, one word at a time: "two hundred and twelve thousand".
class Cardinal {
public:
    Cardinal(const Pieces& pieces, const NumbersKnown& known, int depth = 0)
        : pieces_(pieces), known_(known), depth_(depth) {}

    bool read(std::size_t at) {
        end_ = at;
        while (step()) {
        }
        return last_ != Last::Nothing;
    }

    double value() const { return total_ + group_; }
    std::size_t end() const { return end_; }
    double scale() const { return last_scale_ == none ? 1 : last_scale_; }
    Last last() const { return last_; }
    std::size_t words() const { return words_; }

private:
    static constexpr double none = std::numeric_limits<double>::infinity();

    bool step() {
        if (end_ >= pieces_.size()) return false;
        const Piece& piece = pieces_[end_];
        if (take(end_)) return true;
        if (last_ == Last::Nothing) return false;
        const bool next = end_ + 1 < pieces_.size();
        if (is_hyphen(piece) && next && last_ == Last::Ten) return take(end_ + 1);
        if (piece.lowered == "and" && next && (last_ == Last::Hundred || last_ == Last::Scale)) {
            const bool fresh = pieces_[end_ + 1].kind == PieceKind::Number;
            if (fresh && last_ == Last::Scale && last_scale_ > 1000) return false;
            if (depth_ == 0 && part_follows(end_ + 1)) return false;
            if (fresh && hundred_at(end_ + 2)) return false;  // "3 hundred and 2 hundred"
            const double before = value();
            if (!take(end_ + 1)) return false;
            before_and_ = before;
            return true;
        }
        if (piece.lowered == "point" && next) return point(end_ + 1);
        return false;
    }

    bool hundred_at(std::size_t at) const {
        const NumberWord* word = at < pieces_.size() ? known_.word(pieces_[at]) : nullptr;
        return word != nullptr && word->kind == WordKind::Hundred;
    }

    // "one hundred and three quarters": a proper fraction behind "and" is no part of the whole.
    bool part_follows(std::size_t at) const {
        Cardinal upper(pieces_, known_, depth_ + 1);
        if (!upper.read(at) || upper.end() >= pieces_.size()) return false;
        const std::size_t behind = upper.end() + (is_hyphen(pieces_[upper.end()]) ? 1 : 0);
        const NumberWord* part = behind < pieces_.size() ? known_.word(pieces_[behind]) : nullptr;
        return part != nullptr && (part->kind == WordKind::Part || part->kind == WordKind::Parts) &&
               upper.value() < part->value;
    }

    bool take(std::size_t at) {
        const Piece& piece = pieces_[at];
        if (piece.kind == PieceKind::Number) return take_digits(at);
        const NumberWord* word = known_.word(piece);
        if (word == nullptr || !take_word(*word, piece)) return false;
        end_ = at + 1;
        ++words_;
        return true;
    }

    bool take_digits(std::size_t at) {
        if (last_ == Last::Hundred && have_group_) {  // "3 hundred and 21"
            const auto rest = digits(pieces_[at].written);
            if (!rest || *rest < 1 || *rest >= 100 || std::fmod(group_, 100) != 0) return false;
            group_ += *rest;
            last_ = Last::Digits;
            end_ = at + 1;
            ++words_;
            return true;
        }
        if (have_group_ || last_ == Last::Dozen) return false;
        if (last_ != Last::Nothing && last_ != Last::Scale) return false;
        const auto value = digits(pieces_[at].written);
        if (!value || (last_ != Last::Nothing && *value >= last_scale_)) return false;
        if (last_ != Last::Nothing && *value < 1) return false;
        group_ = *value;
        have_group_ = true;
        last_ = Last::Digits;
        end_ = at + 1;
        ++words_;
        // "40 000": three digits behind a blank belong to it.
        while (group_ < 1e12 && thousands_follow(at)) {
            group_ = group_ * 1000 + *digits(pieces_[end_].written.substr(0, 3));
            if (const auto point = pieces_[end_].written.find('.'); point != std::string_view::npos)
                group_ += *digits("0" + std::string(pieces_[end_].written.substr(point)));
            ++end_;
        }
        return true;
    }

    bool thousands_follow(std::size_t at) const {
        if (end_ >= pieces_.size() || last_ != Last::Digits) return false;
        const auto all_digits = [](std::string_view words) {
            return words.find_first_not_of("0123456789") == std::string_view::npos;
        };
        const auto head = pieces_[at].written;
        if (head.size() > 3 || head == "0" || !all_digits(head)) return false;
        const Piece& next = pieces_[end_];
        if (next.kind != PieceKind::Number || next.written.size() < 3) return false;
        if (end_ + 1 < pieces_.size() && is_hyphen(pieces_[end_ + 1])) return false;
        return all_digits(next.written.substr(0, 3)) &&
               (next.written.size() == 3 || next.written[3] == '.') &&
               pieces_[end_ - 1].written.find('.') == std::string_view::npos &&
               next.begin - pieces_[end_ - 1].end <= 3;
    }

    bool take_word(const NumberWord& word, const Piece& piece) {
        const bool opens = !have_group_ && last_ != Last::Dozen;
        const bool below_hundred = last_ == Last::Hundred && std::fmod(group_, 100) == 0;
        switch (word.kind) {
            case WordKind::One:
                if (!opens && !below_hundred && last_ != Last::Ten) return false;
                if (last_ == Last::Ten && word.value == 0) return false;
                return add(word.value, Last::One);
            case WordKind::Teen: return (opens || below_hundred) && add(word.value, Last::Teen);
            case WordKind::Ten: return (opens || below_hundred) && add(word.value, Last::Ten);
            case WordKind::Hundred:
                if (!have_group_ || group_ <= 0 || last_ == Last::Hundred) return false;
                group_ *= 100;
                last_ = Last::Hundred;
                return true;
            case WordKind::Short:
                if (last_ != Last::Digits && piece.written.size() == 1) return false;
                if (last_ == Last::Nothing || (piece.written.size() == 1 && piece.apart))
                    return false;
                return scaled(word.value);
            case WordKind::Many:
                // "two hundreds" but never "two hundred thousands fled"
                return last_ != Last::Nothing && scaled(word.value);
            case WordKind::Scale: return last_ != Last::Nothing && scaled(word.value);
            case WordKind::Dozen:
                if (last_ == Last::Nothing || last_ == Last::Dozen) return false;
                // "three hundred and two dozen": only the two are dozens.
                total_ = before_and_ + (total_ + group_ - before_and_) * word.value;
                group_ = 0;
                last_ = Last::Dozen;
                return true;
            default: return false;
        }
    }

    bool add(double value, Last kind) {
        group_ += value;
        have_group_ = true;
        last_ = kind;
        return true;
    }

    bool scaled(double scale) {
        if (!have_group_) {
            if (last_ != Last::Scale) return false;
            total_ *= scale;  // "three lakh crore"
        } else if (scale < last_scale_) {
            total_ += group_ * scale;
        } else {
            total_ = (total_ + group_) * scale;
        }
        group_ = 0;
        have_group_ = false;
        last_scale_ = scale;
        last_ = Last::Scale;
        return true;
    }

    // "two point three five", "two hundred point seventy-one", "1 point 1".
    bool point(std::size_t at) {
        if (!have_group_) return false;
        std::string decimals;
        if (pieces_[at].kind == PieceKind::Number) {
            decimals = pieces_[at++].written;
        } else {
            Last before = Last::Nothing;
            for (; at < pieces_.size() && decimals.size() < 15; ++at) {
                if (is_hyphen(pieces_[at]) && before == Last::Ten) continue;
                const NumberWord* word = known_.word(pieces_[at]);
                if (word == nullptr || word->kind > WordKind::Ten) break;
                if (before == Last::Ten && word->kind == WordKind::One) decimals.pop_back();
                before = word->kind == WordKind::Ten ? Last::Ten : Last::One;
                decimals += std::to_string(static_cast<int>(word->value));
            }
        }
        const auto fraction = digits("0." + decimals);
        if (decimals.empty() || !fraction) return false;
        group_ += *fraction;
        last_ = Last::Digits;
        end_ = at;
        ++words_;
        return true;
    }

    const Pieces& pieces_;
    const NumbersKnown& known_;
    int depth_;  // 1 below an "and"
    double before_and_ = 0;
    double total_ = 0;
    double group_ = 0;
    double last_scale_ = none;
    bool have_group_ = false;
    Last last_ = Last::Nothing;
    std::size_t end_ = 0;
    std::size_t words_ = 0;
};

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
            const bool scaled = word->kind == WordKind::Hundred && next != nullptr &&
                                next->kind == WordKind::Scale;
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
            if (word == nullptr || (word->kind != WordKind::Scale && word->kind != WordKind::Dozen &&
                                    word->kind != WordKind::Hundred))
                break;
            at += skip;
            out.low *= word->value;
            out.high *= word->value;
            out.end = at + 1;
            out.form = Form::Many;
            multiplies = true;
        }
        const bool counts = multiplies || lowered_is(out.end, "of") ||
                            pieces_[out.end - 1].lowered == "of";
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
            auto mixed = finished(out.first, at + 2, (out.low + fraction) * scale->value,
                                  Form::Number);
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
            case WordKind::Dozen: return article_scale(first);
            case WordKind::Part:
            case WordKind::OrdinalOne:
            case WordKind::OrdinalTeen:
            case WordKind::OrdinalTen:
            case WordKind::OrdinalScale: {
                auto out = whole_of(
                    finished(first, first + 2, 1 / word->value, Form::Fraction));
                const bool told = out->form != Form::Fraction || lowered_is(first + 2, "of") ||
                                  first + 2 >= pieces_.size();
                return told && word->value >= 2 && pieces_[first + 1].lowered != "second"
                           ? out
                           : std::nullopt;
            }
            default: return std::nullopt;
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

std::optional<double> digits(std::string_view written) {
    if (written.size() > digits_max) return std::nullopt;
    std::string plain;
    const auto last_comma = written.rfind(',');
    const auto first_point = written.find('.');
    const bool has_comma = last_comma != std::string_view::npos;
    const bool has_point = first_point != std::string_view::npos;
    char decimal = '.';
    if (has_comma && has_point && first_point < last_comma) decimal = ',';  // 1.111,11
    const char group = decimal == '.' ? ',' : '.';
    const auto point = written.rfind(decimal);
    if (written.find(decimal) != point) return std::nullopt;
    const auto whole = written.substr(0, std::min(point, written.size()));
    // Groups of three from the right, or two and two before the last three (lakh, crore).
    std::size_t run = 0;
    std::size_t groups = 0;
    for (std::size_t i = whole.size(); i > 0; --i) {
        if (whole[i - 1] != group) {
            plain.insert(plain.begin(), whole[i - 1]);
            ++run;
            continue;
        }
        if (run != 3 && !(groups > 0 && run == 2)) return std::nullopt;
        ++groups;
        run = 0;
    }
    if (groups > 0 && (run == 0 || run > 3)) return std::nullopt;
    if (point != std::string_view::npos) plain += "." + std::string(written.substr(point + 1));
    if (plain.starts_with('.')) plain.insert(plain.begin(), '0');
    double value = 0;
    const auto read = std::from_chars(plain.data(), plain.data() + plain.size(), value);
    const bool all = read.ec == std::errc{} && read.ptr == plain.data() + plain.size();
    return all ? std::optional(value) : std::nullopt;
}

}  // namespace sitrep::resolve::numbers
