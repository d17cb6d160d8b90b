#include "resolve/numbers/ranges.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace sitrep::resolve::numbers {
namespace {

constexpr std::size_t between_pieces_max = 3;  // "from 21 mpg combined to 23"

enum class Joint : std::uint8_t { None, To, And, Or, Dash, Of };

Joint joint(const Sentence& s, const Figure& a, const Figure& b, bool opened) {
    std::size_t at = a.end;
    std::size_t end = b.first;
    if (end <= at) return Joint::None;
    // "0-to-60": dashes around the word.
    if (end - at == 3 && s.is(at, "-") && s.is(at + 1, "to") && s.is(at + 2, "-")) return Joint::To;
    // "from 21 combined to 23", "between 40 and about 60"
    if (opened && end - at > 1 && end - at <= between_pieces_max + 1) {
        for (std::size_t i = at; i < end; ++i) {
            if (s.is(i, ",") || s.is(i, "(") || s.is(i, ";")) return Joint::None;
            if (s.is(i, "to")) return Joint::To;
            if (s.is(i, "and")) return Joint::And;
        }
    }
    if (end - at == 2 && s.is(at, "out") && s.is(at + 1, "of")) return Joint::Of;
    if (end - at != 1) return Joint::None;
    const auto word = s.lowered(at);
    if (word == "to" || word == "through") return Joint::To;
    if (word == "and") return Joint::And;
    if (word == "or") return Joint::Or;
    if (word == "in") return Joint::Of;
    if (word == "-" || word == "–" || word == "—" || word == "~") return Joint::Dash;
    return Joint::None;
}

bool same_unit(const Figure& a, const Figure& b) {
    if (!a.measured()) return true;
    if (a.unit != nullptr) return b.unit != nullptr && a.unit->name == b.unit->name;
    return b.money != nullptr && a.money->name == b.money->name;
}

bool plain(const Figure& f) {
    return f.apart.empty() && f.number.form != Form::Ordinal && !f.range &&
           f.number.low == f.number.high;
}

bool is_change(const Sentence& s, std::size_t at, const NumbersKnown& known) {
    const auto moved = known.changes.find(s.lowered(at));
    return moved != known.changes.end() && moved->second.kind != "carries";
}

// The word that opens a range before a figure, past the words that bind it.
std::string_view opener(const Sentence& s, std::size_t first, const NumbersKnown& known,
                        std::size_t& at) {
    at = first;
    const auto bound = known.before.behind(s.pieces, at);
    if (bound) at -= bound.pieces;
    if (at == 0) return {};
    --at;
    return s.lowered(at);
}

// "two out of three", "one in five": a share of its base.
bool is_ratio(const Sentence& s, const Figure& a, const Figure& b, Joint joint) {
    if (joint != Joint::Of || a.measured() || b.measured()) return false;
    if (!(a.number.low < b.number.low) || b.number.low > 1000 || a.number.low < 1) return false;
    if (s.is(a.end, "out")) return true;
    const auto* next = s.word(b.end);
    return b.number.low <= 100 && (next == nullptr || next->part != "PROPN") &&
           a.number.low == std::floor(a.number.low);
}

class Joiner {
public:
    Joiner(const Sentence& s, const NumbersKnown& known) : s_(s), known_(known) {}

    bool joins(const Figure& a, const Figure& b) {
        std::size_t at = 0;
        const auto open = opener(s_, a.first, known_, at);
        const bool from = open == "from";
        const bool between = open == "between";
        const Joint sign = joint(s_, a, b, from || between);
        ratio_ = is_ratio(s_, a, b, sign);
        if (ratio_) return true;
        if (!same_unit(a, b) && !scaled_unit(a, b)) return false;
        opened_ = from || between ? at : a.first;
        const double low = shared(a, b);
        moved_ = false;
        switch (sign) {
            case Joint::And:
                return between && low < b.number.low;
            case Joint::Or:
                return low < b.number.low && low >= b.number.low / 2 && !a.measured();
            case Joint::Dash:
                return low < b.number.low && (touches(a, b) || spaced(a, b));
            case Joint::To:
                break;
            case Joint::None:
            case Joint::Of:
                return false;
        }
        if (from) {
            moved_ = low > b.number.low || (at > 0 && is_change(s_, at - 1, known_));
            return low != b.number.low;
        }
        // "rose 12 to 30": by how much, and whither; "gained 0.7 percent to 6,300".
        if (at + 1 == a.first && is_change(s_, at, known_)) return false;
        if (open == "by" && !a.measured()) return false;
        return low < b.number.low && (!a.measured() || same_unit(a, b));
    }

    Figure joined(const Figure& a, const Figure& b) const {
        Figure out = b;
        out.first = opened_;
        if (ratio_) {
            out.first = a.first;
            out.number = b.number;
            out.number.low = out.number.high = a.number.low / b.number.low;
            out.number.form = Form::Fraction;
            out.number.first = a.number.first;
            out.ratio = true;
            return out;
        }
        out.number.first = a.number.first;
        out.number.low = shared(a, b);
        out.number.form = Form::Number;
        out.range = true;
        out.moved = moved_;
        out.old = a.old || b.old;
        out.hyphened = out.hyphened || a.hyphened;
        if (out.money == nullptr) out.money = a.money;
        if (out.unit == nullptr && out.money == nullptr) out.unit = a.unit;
        if (out.per.empty()) out.per = a.per;
        return out;
    }

private:
    bool touches(const Figure& a, const Figure& b) const {
        return !s_.pieces[a.end].apart && !s_.pieces[b.first].apart;
    }
    bool spaced(const Figure& a, const Figure& b) const {
        return s_.pieces[a.end].apart && s_.pieces[b.first].apart &&
               a.number.form == Form::Digits && b.number.form == Form::Digits &&
               b.number.low < a.number.low * 10;
    }
    // "21 mpg to 23", "$5 to 10": the second may leave the unit out.
    bool scaled_unit(const Figure& a, const Figure& b) const {
        std::size_t at = 0;
        const auto open = opener(s_, a.first, known_, at);
        return !b.measured() && (open == "from" || open == "between" || a.money != nullptr);
    }
    // "33 to 35 billion": the scale is told once.
    static double shared(const Figure& a, const Figure& b) {
        const bool told_once = b.number.scale > 1 && a.number.scale == 1 && a.number.low < 1000 &&
                               a.number.low * b.number.scale < b.number.low * 1000;
        const bool fits = told_once && a.number.low <= b.number.low / b.number.scale;
        return fits ? a.number.low * b.number.scale : a.number.low;
    }

    const Sentence& s_;
    const NumbersKnown& known_;
    std::size_t opened_ = 0;
    bool moved_ = false;
    bool ratio_ = false;
};

}  // namespace

// "thirteen dollars and forty cents", "5 feet 2 inches", "5 ft 2 in": one amount in two units.
bool add_lesser(const Sentence& s, Figure& a, const Figure& b) {
    const std::size_t gap = b.first - std::min(a.end, b.first);
    if (gap > 1 || (gap == 1 && !s.is(a.end, "and")) || b.number.low >= 100) return false;
    const bool money = a.money != nullptr && b.money != nullptr && a.money->name != b.money->name &&
                       (b.money->name == "cent" || b.money->name == "penny");
    const bool foot = a.unit != nullptr && a.unit->name == "foot";
    const bool inch = foot && b.unit != nullptr && b.unit->name == "inch";
    const bool in = foot && !b.measured() && s.is(b.end, "in") && b.number.low < 12;
    if (!money && !inch && !in) return false;
    a.number.low += b.number.low / (money ? 100 : 12);
    a.number.high = a.number.low;
    a.number.form = Form::Number;
    a.end = b.end + (in ? 1 : 0);
    return true;
}

void join_ranges(const Sentence& sentence, std::vector<Figure>& figures,
                 const NumbersKnown& known) {
    Joiner joiner(sentence, known);
    std::vector<Figure> out;
    for (auto& next : figures) {
        const bool both = !out.empty() && plain(out.back()) && plain(next);
        if (both && add_lesser(sentence, out.back(), next)) continue;
        if (both && joiner.joins(out.back(), next)) {
            out.back() = joiner.joined(out.back(), next);
        } else {
            out.push_back(std::move(next));
        }
    }
    figures = std::move(out);
}

}  // namespace sitrep::resolve::numbers
