// The words that bind a figure: bounds and tallies before and behind it, and what moves it.
#include "resolve/numbers/figures.h"

namespace sitrep::resolve::numbers {
namespace {

constexpr int bindings_max = 4;  // "at least another 12", "an estimated total of about 40"

// A verb's own particle binds no number: "took over 12 towns", "shot down two jets".
bool is_particle(const Sentence& s, std::size_t piece) {
    const auto* word = s.word(piece);
    return word != nullptr && word->relation == "compound:prt";
}

void apply(const Binding& binding, Figure& f) {
    // The word nearest the number rules: "up to about 40" is still at most 40.
    if (binding.bound && (!f.bound || *f.bound == values::QuantityBound::About)) {
        f.bound = binding.bound;
    }
    if (binding.tally != values::Tally::Unsaid) f.tally = binding.tally;
}

void bind_before(const Sentence& s, Figure& f, const NumbersKnown& known) {
    std::size_t at = f.begin;
    for (int i = 0; i < bindings_max; ++i) {
        const auto found = known.before.behind(s.pieces, at);
        if (!found) return;
        at -= found.pieces;
        if (found.pieces == 1 && is_particle(s, at)) return;
        const bool binds = found.value->bound || found.value->tally != values::Tally::Unsaid;
        apply(*found.value, f);
        if (binds) f.begin = at;
    }
}

// A movement told of things taken ("dropped 12 bombs") moves no figure.
bool takes_things(const Figure& f) { return !f.measured() || f.old; }

const Movement* movement(const NumbersKnown& known, std::string_view word) {
    const auto found = known.changes.find(word);
    return found == known.changes.end() ? nullptr : &found->second;
}

values::Change change_before(const Sentence& s, const Figure& f, const NumbersKnown& known) {
    std::size_t at = f.begin;
    if (at == 0) return values::Change::None;
    const auto skips = [&](std::string_view word) {
        return word == "by" || word == "only" || word == "just" || word == "another" ||
               word == "a" || word == "further" || word == "as" || word == "much";
    };
    bool by = false;
    while (at > 1 && skips(s.lowered(at - 1))) {
        by = by || s.is(at - 1, "by");
        --at;
    }
    const Movement* told = movement(known, s.lowered(at - 1));
    if (told == nullptr || told->kind == "carries") return values::Change::None;
    const auto* word = s.word(at - 1);
    if (told->kind == "aside") {
        const bool carried = at > 1 && movement(known, s.lowered(at - 2)) != nullptr;
        if (is_particle(s, at - 1) && !carried) return values::Change::None;
        if (!carried && takes_things(f) && !by) return values::Change::None;
        return told->change;
    }
    if (told->kind == "alters" && takes_things(f) && !by) return values::Change::None;
    // "an increase of" comes here not; but a noun ("the rise 12 days ago") must not move it.
    if (word != nullptr && word->part == "NOUN" && !by) return values::Change::None;
    if (told->kind == "moves" && f.unit != nullptr && f.unit->kind == "time" && !by)
        return values::Change::None;
    return told->change;
}

}  // namespace

std::size_t bind_behind(const Sentence& s, std::size_t end, Figure& f, const NumbersKnown& known) {
    const std::size_t begin = end;
    for (int i = 0; i < bindings_max; ++i) {
        const auto found = known.after.ahead(s.pieces, end);
        if (!found) break;
        // "40 at least 20": those words bind the next number.
        const bool opens = end + found.pieces < s.pieces.size() &&
                           s.pieces[end + found.pieces].kind == PieceKind::Number;
        const bool than = s.is(end + found.pieces, "than");
        if ((opens && found.value->bound) || than) break;
        apply(*found.value, f);
        end += found.pieces;
    }
    return end - begin;
}

void bind(const Sentence& s, Figure& f, const NumbersKnown& known) {
    f.begin = f.first;
    bind_before(s, f, known);
    f.end += bind_behind(s, f.end, f, known);
    f.change = change_before(s, f, known);
}

}  // namespace sitrep::resolve::numbers
