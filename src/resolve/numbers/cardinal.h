// Cardinal: a counting number, read on from a piece one word at a time: "two hundred and twelve
// thousand", "4.5 million", "40 000".
#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>

#include "resolve/numbers/numerals.h"

namespace sitrep::resolve::numbers {

// What its last word was.
enum class Last : std::uint8_t { Nothing, One, Teen, Ten, Hundred, Scale, Digits, Dozen };

inline bool is_hyphen(const Piece& piece) {
    return piece.written == "-" || piece.written == "\u2011";
}

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
            case WordKind::Teen:
                return (opens || below_hundred) && add(word.value, Last::Teen);
            case WordKind::Ten:
                return (opens || below_hundred) && add(word.value, Last::Ten);
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
            case WordKind::Scale:
                return last_ != Last::Nothing && scaled(word.value);
            case WordKind::Dozen:
                if (last_ == Last::Nothing || last_ == Last::Dozen) return false;
                // "three hundred and two dozen": only the two are dozens.
                total_ = before_and_ + (total_ + group_ - before_and_) * word.value;
                group_ = 0;
                last_ = Last::Dozen;
                return true;
            default:
                return false;
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

}  // namespace sitrep::resolve::numbers
