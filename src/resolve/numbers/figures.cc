#include "resolve/numbers/figures.h"

#include <algorithm>
#include <utility>

namespace sitrep::resolve::numbers {
namespace {

constexpr double degrees_max = 200;           // "85F"; beyond it a letter is part of a name
constexpr double pounds_of_money_min = 1000;  // "25 pounds" is a weight, "25,000 pounds" is not

bool is_hyphen(const Sentence& s, std::size_t at) { return s.is(at, "-") || s.is(at, "\u2011"); }

bool context_at(const Sentence& s, std::size_t at, std::string_view kind, const NumbersKnown& known,
                std::size_t* pieces = nullptr) {
    const auto phrases = known.context.find(kind);
    if (phrases == known.context.end()) return false;
    const auto found = phrases->second.ahead(s.pieces, at);
    if (pieces != nullptr) *pieces = found.pieces;
    return static_cast<bool>(found);
}

void take_money_before(const Sentence& s, std::size_t free, Figure& f, const NumbersKnown& known) {
    const auto found = known.currencies.behind(s.pieces, f.first);
    if (!found || !found.value->before || f.first - found.pieces < free) return;
    f.money = found.value;
    f.first -= found.pieces;
}

void scale_by(Figure& f, double scale) {
    f.number.low *= scale;
    f.number.high *= scale;
    f.number.scale = scale;
    f.number.form = Form::Number;
}

// "$5m", "5m people": a million, unless metres are told ("1.8m tall").
bool take_million(const Sentence& s, Figure& f, const NumbersKnown& known) {
    if (f.end >= s.pieces.size() || f.number.scale != 1) return false;
    const NumberWord* word = known.word(s.pieces[f.end]);
    if (word == nullptr || word->kind != WordKind::Metre) return false;
    if (s.pieces[f.end].written == "M" && s.pieces[f.end].apart) return false;
    bool million = f.money != nullptr;
    const std::size_t next = f.end + 1;
    if (!million && known.currencies.ahead(s.pieces, next)) million = true;
    if (!million && !s.pieces[f.end].apart && next < s.pieces.size()) {
        const auto* behind = s.word(next);
        const bool noun = behind != nullptr && s.pieces[next].kind == PieceKind::Letters &&
                          (behind->part == "NOUN" || behind->part == "ADJ");
        const bool fused = behind != nullptr && behind->relation == "amod";
        million = (noun || fused) && !context_at(s, next, "long", known);
    }
    if (!million) return false;
    scale_by(f, word->value);
    ++f.end;
    return true;
}

// One letter is a unit only where it touches its number, or could be nothing else.
bool letter_fits(const Sentence& s, std::size_t at, const Figure& f) {
    const Piece& piece = s.pieces[at];
    if (piece.written.size() != 1 || piece.kind != PieceKind::Letters) return true;
    if (f.number.form == Form::Digits && f.number.low >= 1900 && f.number.low <= 2100) return false;
    const bool capital = piece.written[0] <= 'Z';
    const bool next = at + 1 < s.pieces.size();
    const bool glued = next && !s.pieces[at + 1].apart;
    if (glued && (s.pieces[at + 1].kind == PieceKind::Number || s.is(at + 1, "-"))) return false;
    if (piece.written == "C" || piece.written == "F") {  // "a Boeing 777F", "form 13F"
        const auto* before = f.first > 0 ? s.word(f.first - 1) : nullptr;
        if (f.number.high > degrees_max || (glued && s.is(at + 1, "/"))) return false;
        if (before != nullptr && before->part == "PROPN") return false;
    }
    const bool ends = !next || s.pieces[at + 1].kind != PieceKind::Letters || s.is(at + 1, "x");
    return !piece.apart || (capital && !s.is(at + 1, ".")) || ends;
}

// "20 (kg)": a unit alone in brackets; the pieces of both brackets count as taken.
std::size_t bracketed(const Sentence& s, std::size_t at, const NumbersKnown& known) {
    const auto open = s.lowered(at);
    if (open != "(" && open != "[" && open != "{" && open != "<") return 0;
    const auto unit = known.units.ahead(s.pieces, at + 1);
    const auto close = s.lowered(at + 1 + unit.pieces);
    const bool shut = close == ")" || close == "]" || close == "}" || close == ">";
    return unit && shut ? 1 : 0;
}

bool take_unit(const Sentence& s, Figure& f, const NumbersKnown& known) {
    std::size_t at = f.end;
    const bool hyphen = is_hyphen(s, at) && at + 1 < s.pieces.size() && s.glued(at);
    if (hyphen) ++at;
    const std::size_t bracket = bracketed(s, at, known);
    at += bracket;
    const bool part = f.number.form == Form::Fraction;
    if (part && s.is(at, "of") && (s.is(at + 1, "a") || s.is(at + 1, "an"))) ++at;
    if (part && (s.is(at, "an") || s.is(at, "a"))) ++at;
    if (part && at > f.end + 1 && s.is(at, "us")) ++at;  // "1/16 of a US pint"
    if (at >= s.pieces.size()) return false;
    const auto unit = known.units.ahead(s.pieces, at);
    auto money = known.currencies.ahead(s.pieces, at);
    if (money && money.value->before && at + money.pieces < s.pieces.size() &&
        s.pieces[at + money.pieces].kind == PieceKind::Number &&
        (f.money != nullptr || s.glued(at + money.pieces)))
        money = {};  // "15 $20": the sign opens the next
    const bool weight = unit && money && unit.pieces == money.pieces &&
                        std::max(f.number.low, f.number.high) < pounds_of_money_min;
    if (money && !weight && money.pieces >= unit.pieces) {
        if (f.money == nullptr || f.money->iso.empty()) f.money = money.value;
        f.end = at + money.pieces;
        f.hyphened = hyphen;
        const NumberWord* scale = f.end < s.pieces.size() ? known.word(s.pieces[f.end]) : nullptr;
        if (scale != nullptr && scale->kind == WordKind::Scale && f.number.scale == 1) {
            scale_by(f, scale->value);  // "75 USD million"
            ++f.end;
        }
        return true;
    }
    if (!unit || f.money != nullptr) return false;
    if (unit.pieces == 1 && !letter_fits(s, at, f)) return false;
    f.unit = unit.value;
    f.end = at + unit.pieces + bracket;
    f.hyphened = hyphen;
    return true;
}

// "12-year-old", "12 years old", "six weeks of age"; and "130-strong".
void take_old(const Sentence& s, Figure& f, const NumbersKnown& known) {
    std::size_t at = f.end;
    if (is_hyphen(s, at)) ++at;
    std::size_t taken = 0;
    if (f.unit != nullptr && f.unit->kind == "time" && context_at(s, at, "old", known, &taken)) {
        f.old = true;
        f.end = at + taken;
        return;
    }
    if (f.unit == nullptr && f.money == nullptr && at > f.end &&
        context_at(s, at, "strong", known)) {
        f.strong = true;
        f.end = at + 1;
    }
    if (f.unit == nullptr && f.money == nullptr && s.is(f.end, "yo") && f.number.low < 130) {
        f.old = true;
        ++f.end;
    }
}

// "aged 12", "the age of 5".
void take_aged(const Sentence& s, Figure& f, const NumbersKnown& known) {
    if (f.number.high >= 130 || f.money != nullptr) return;
    if (f.unit != nullptr && f.unit->kind != "time") return;
    const auto phrases = known.context.find("aged");
    if (phrases == known.context.end()) return;
    for (const std::size_t skip : {0U, 1U, 2U}) {  // "aged about 12", "aged between 12"
        if (f.first < skip) return;
        const auto found = phrases->second.behind(s.pieces, f.first - skip);
        if (skip > 0 && found) {
            const auto word = s.lowered(f.first - skip);
            const auto bound = known.before.behind(s.pieces, f.first);
            if (!bound && word != "between") return;
        }
        if (!found) continue;
        f.old = true;
        if (skip == 0) f.first -= found.pieces;
        return;
    }
}

}  // namespace

Figure figure(const Sentence& s, const Numeral& number, std::size_t free,
              const NumbersKnown& known) {
    Figure f;
    f.number = number;
    f.first = number.first;
    f.end = number.end;
    if (number.form == Form::Code || number.form == Form::TooLong) return f;
    if (number.form == Form::Ordinal) return f;
    take_money_before(s, free, f, known);
    take_million(s, f, known);
    take_unit(s, f, known);
    if (f.money != nullptr && s.is(f.end, "us")) ++f.end;
    take_old(s, f, known);
    take_aged(s, f, known);
    if (f.measured()) {
        auto told = per(s, f.end, known);
        if (told.pieces > 0) {
            f.per = std::move(told.name);
            f.end += told.pieces;
        }
    }
    return f;
}

Per per(const Sentence& s, std::size_t at, const NumbersKnown& known) {
    const std::size_t begin = at;
    if (is_hyphen(s, at)) ++at;
    const bool per = s.is(at, "per") || (s.is(at, "/") && s.glued(at));
    if (!per && !s.is(at, "a") && !s.is(at, "an") && !s.is(at, "each") && !s.is(at, "every"))
        return {};
    ++at;
    if (is_hyphen(s, at)) ++at;
    if (at >= s.pieces.size()) return {};
    const auto unit = known.units.ahead(s.pieces, at);
    const bool short_sign = unit && s.pieces[at].written.size() == 1;
    if (unit && !short_sign && (per || unit.value->kind != "share")) {
        return {unit.value->name, at + unit.pieces - begin};
    }
    if (known.is("each", s.lowered(at))) return {std::string(s.lowered(at)), at + 1 - begin};
    const auto* word = s.word(at);
    if (per && word != nullptr && word->part == "NOUN") return {word->lemma, at + 1 - begin};
    return {};
}

}  // namespace sitrep::resolve::numbers
