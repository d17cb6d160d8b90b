#include "resolve/quantities.h"

#include <algorithm>
#include <string>
#include <utility>

#include "resolve/numbers/apart.h"
#include "resolve/numbers/counted.h"
#include "resolve/numbers/figures.h"
#include "resolve/numbers/ranges.h"

namespace sitrep::resolve {
namespace {

using namespace numbers;
using values::Quantity;
using values::QuantityBound;
using values::QuantityKind;
using values::Tally;
using Decided = values::Decision<Quantity>;

constexpr std::size_t shared_noun_pieces_max = 12;  // "four soldiers were wounded and one killed"
constexpr std::size_t earlier_pieces_max = 6;       // "climbed to 30, up from 12"

struct Told {
    Figure figure;
    Quantity quantity;
    std::string rule;
    Counted counted;
    bool joined = false;  // it went into the figure before it
};

std::vector<Figure> figures(const Sentence& s, const NumbersKnown& known) {
    std::vector<Figure> out;
    for (std::size_t i = 0; i < s.pieces.size();) {
        const auto number = numeral(s.pieces, i, known);
        if (!number) {
            ++i;
            continue;
        }
        Figure next = figure(s, *number, out.empty() ? 0 : out.back().end, known);
        next.apart = apart(s, next, known);
        i = std::max(next.end, number->end);
        // "forty-five (45)": told twice.
        const bool again = !out.empty() && s.is(next.first - (next.first > 0 ? 1 : 0), "(") &&
                           next.first == out.back().end + 1 &&
                           out.back().number.low == next.number.low && !next.measured();
        if (!again) out.push_back(std::move(next));
    }
    return out;
}

QuantityKind kind_of(const Figure& f) {
    if (f.number.form == Form::Ordinal) return QuantityKind::Ordinal;
    if (f.old) return QuantityKind::Age;
    if (f.money != nullptr) return QuantityKind::Money;
    if (f.unit != nullptr) {
        return f.unit->kind == "share" ? QuantityKind::Share : QuantityKind::Measure;
    }
    return f.number.form == Form::Fraction ? QuantityKind::Share : QuantityKind::Count;
}

void set_value(const Figure& f, Quantity& q) {
    const double low = std::min(f.number.low, f.number.high);
    const double high = std::max(f.number.low, f.number.high);
    q.low = f.moved ? f.number.high : low;
    q.high = f.moved ? f.number.high : high;
    if (f.moved) {
        q.from = f.number.low;
        q.change = f.number.high > f.number.low ? values::Change::Up : values::Change::Down;
    }
    const bool vague = f.number.form == Form::Few || f.number.form == Form::Many;
    q.bound = f.bound.value_or(vague ? QuantityBound::About : QuantityBound::Exact);
    switch (q.bound) {
        case QuantityBound::AtLeast:
        case QuantityBound::MoreThan:
            q.high.reset();
            break;
        case QuantityBound::AtMost:
        case QuantityBound::LessThan:
            q.low.reset();
            break;
        default:
            break;
    }
}

void set_unit(const Figure& f, Quantity& q) {
    q.per = f.per;
    if (f.money != nullptr) {
        q.unit = f.money->name;
        q.currency = f.money->iso;
    } else if (f.unit != nullptr) {
        q.unit = f.unit->name;
        if (f.unit->si.empty() || !f.per.empty()) return;
        q.si_unit = f.unit->si;
        if (q.low) q.si_low = *q.low * f.unit->factor + f.unit->offset;
        if (q.high) q.si_high = *q.high * f.unit->factor + f.unit->offset;
    } else if (f.old) {
        q.unit = "year";
    }
}

std::string rule_of(const Figure& f, const Quantity& q) {
    if (q.kind == QuantityKind::Ordinal) return "ordinal";
    if (f.strong) return "strong";
    if (f.number.form == Form::Few) return "few";
    if (f.number.form == Form::Many) return "vague";
    if (q.kind == QuantityKind::Age) return "age";
    if (f.ratio) return "ratio";
    if (q.kind == QuantityKind::Share) return "share";
    return f.moved ? "moved" : f.range ? "range" : "number";
}

// What is counted, what is the whole, and the bounds that stand behind the noun.
void set_noun(const Sentence& s, Told& told, const NumbersKnown& known) {
    Figure& f = told.figure;
    Quantity& q = told.quantity;
    if (q.kind == QuantityKind::Share) {
        const auto of = f.ratio ? counted(s, f) : whole(s, f);
        if (!of) return;
        const auto span = of.nouns.front();
        q.of = span.of(s.text);
        q.nouns = of.nouns;
        q.counted = of.words;
        for (std::size_t i = f.end; i < s.pieces.size() && s.pieces[i].begin < span.end(); ++i) {
            const auto base = numeral(s.pieces, i, known);
            if (base && base->form != Form::Ordinal && base->low == base->high && base->low > 1)
                q.base = base->low;
        }
        return;
    }
    if (q.kind != QuantityKind::Count) return;
    told.counted = counted(s, f);
    if (!told.counted) return;
    q.counted = told.counted.words;
    q.nouns = told.counted.nouns;
    std::size_t at = f.end;
    while (at < s.pieces.size() && s.word_of[at] <= told.counted.last) ++at;
    if (auto rate = per(s, at, known); rate.pieces > 0) {
        q.per = std::move(rate.name);
        at += rate.pieces;
    }
    Figure behind = f;
    behind.bound.reset();
    bind_behind(s, at, behind, known);
    if (behind.tally != Tally::Unsaid) q.tally = behind.tally;
    if (behind.bound && !f.bound && q.bound == QuantityBound::Exact) {
        f.bound = behind.bound;
        set_value(f, q);
    }
}

Told tell(const Sentence& s, Figure f, const NumbersKnown& known) {
    Told told;
    if (f.apart.empty() && is_age_of_name(s, f)) f.old = true;
    if (f.number.form == Form::Ordinal || !f.apart.empty()) {
        f.begin = f.first;
    } else {
        bind(s, f, known);
    }
    told.figure = std::move(f);
    Quantity& q = told.quantity;
    q.kind = kind_of(told.figure);
    q.change = told.figure.change;
    q.tally = told.figure.tally;
    set_value(told.figure, q);
    set_unit(told.figure, q);
    q.span = s.span(told.figure.begin, told.figure.end);
    told.rule = rule_of(told.figure, q);
    if (told.figure.apart.empty() && q.kind != QuantityKind::Ordinal) set_noun(s, told, known);
    return told;
}

// "40 soldiers were wounded and one killed": the noun stands with the first; a participle behind a
// number is how they fared, not what they are.
void share_noun(const Told& before, Told& told) {
    if (before.quantity.kind != QuantityKind::Count || before.quantity.counted.empty()) return;
    if (told.figure.begin - before.figure.end > shared_noun_pieces_max) return;
    if (told.quantity.kind != QuantityKind::Count) return;
    if (before.counted.fared || before.figure.strong) return;
    if (told.counted && !told.counted.fared) return;
    told.quantity.counted = before.quantity.counted;
    told.quantity.nouns = before.quantity.nouns;
    told.rule += "+shared-noun";
}

// "($330 million)", "or 2.2 percent" tell the same again: what binds the first binds them.
void share_binding(const Sentence& s, const Told& before, Told& told) {
    const Figure& a = before.figure;
    const Figure& b = told.figure;
    if (!a.measured() || !b.measured() || b.begin <= a.end) return;
    const bool bracket = b.begin == a.end + 1 && s.is(a.end, "(");
    const bool again = s.is(b.begin - 1, "or") && b.begin - a.end <= 2;
    if (!bracket && !again) return;
    if (again && told.quantity.change == values::Change::None) {
        told.quantity.change = before.quantity.change;
    }
    if (a.bound && !b.bound) {
        told.figure.bound = a.bound;
        const auto change = told.quantity.change;
        set_value(told.figure, told.quantity);
        set_unit(told.figure, told.quantity);
        told.quantity.change = change;
    }
}

// "up from 12", "to 30 from 12", "compared with 63": the second is what the first was before.
void mark_earlier(const Sentence& s, Told& before, Told& told, const NumbersKnown& known) {
    const std::size_t begin = told.figure.begin;
    const auto versus = known.context.find("versus");
    if (versus == known.context.end() || begin == 0) return;
    if (begin - before.figure.end > 2 * earlier_pieces_max) return;
    const auto found = versus->second.behind(s.pieces, begin);
    if (!found || s.is(begin - 1, "than")) return;
    const bool from = s.is(begin - 1, "from");
    if (from) {
        const bool moved = begin > 1 && known.changes.contains(s.lowered(begin - 2));
        const bool near = begin - 1 - before.figure.end <= 1 && before.figure.begin > 0 &&
                          s.is(before.figure.begin - 1, "to");
        if (!moved && !near) return;
    }
    if (before.quantity.kind != told.quantity.kind && !told.quantity.counted.empty()) return;
    told.quantity.tally = Tally::Earlier;
    before.quantity.from = told.quantity.low ? told.quantity.low : told.quantity.high;
}

// "more than 10 and less than 20" is one interval.
bool meets(const Sentence& s, Told& before, const Told& told) {
    Quantity& a = before.quantity;
    const Quantity& b = told.quantity;
    const std::size_t gap = told.figure.begin - std::min(before.figure.end, told.figure.begin);
    if (gap != 1 || a.kind != b.kind || (!a.counted.empty() && a.counted != b.counted))
        return false;
    const auto joint = s.lowered(before.figure.end);
    if (joint != "and" && joint != "but" && joint != ",") return false;
    if (a.low.has_value() == a.high.has_value() || b.low.has_value() == b.high.has_value())
        return false;
    if (a.low.has_value() == b.low.has_value()) return false;
    const double low = a.low ? *a.low : *b.low;
    const double high = a.high ? *a.high : *b.high;
    if (low >= high) return false;
    a.low = low;
    a.high = high;
    a.bound = QuantityBound::Exact;
    a.counted = b.counted;
    a.nouns = b.nouns;
    a.span = a.span.joined(b.span);
    before.figure.end = told.figure.end;
    before.rule = "range";
    return true;
}

double score_of(const Told& told) {
    if (told.figure.number.form == Form::Few) return 0.6;
    if (told.rule.find('+') != std::string::npos) return 0.7;
    return told.figure.measured() ? 0.95 : 0.9;
}

Decided decided(Told told) {
    Decided out;
    out.reason.evidence.push_back(told.quantity.span);
    if (!told.figure.apart.empty()) {
        out.reason.rule = "apart:" + told.figure.apart;
        out.reason.score = 0.8;
        const bool number = told.figure.apart != "code" && told.figure.apart != "too-long";
        if (number) out.passed.push_back({std::move(told.quantity), told.figure.apart, 0.2});
        return out;
    }
    out.reason.rule = told.rule;
    out.reason.score = score_of(told);
    for (const auto noun : told.quantity.nouns) out.reason.evidence.push_back(noun);
    out.choice = std::move(told.quantity);
    return out;
}

// "no one", "nobody", "none", "no casualties": told to be zero, which is not "not told".
void add_none(const Sentence& s, const NumbersKnown& known, std::vector<Decided>& out) {
    for (std::size_t i = 0; i < s.pieces.size(); ++i) {
        const bool no = s.is(i, "no");
        if (!no && !known.is("nobody", s.lowered(i))) continue;
        Quantity q;
        q.low = q.high = 0;
        std::size_t end = i + 1;
        if (no && s.is(i + 1, "one")) {
            ++end;
        } else if (no) {
            const std::int32_t noun = s.word_of[i] < 0 ? -1 : s.word(i)->head;
            if (noun <= s.word_of[i] || s.word(i)->relation != "det") continue;
            const auto& word = s.marks->words[static_cast<std::size_t>(noun)];
            if (word.part != "NOUN" || word.features.find("Number=Plur") == std::string::npos)
                continue;
            Figure f;
            f.number.first = f.first = i;
            f.number.end = f.end = end;
            const auto told = counted(s, f);
            q.counted = told.words;
            q.nouns = told.nouns;
        }
        q.span = s.span(i, end);
        // "no one" holds a number that is none.
        std::erase_if(out, [&](const Decided& other) {
            return !other.choice && q.span.contains(other.reason.evidence.front());
        });
        Decided next;
        next.reason = {"none", {q.span}, 0.8};
        next.choice = std::move(q);
        out.push_back(std::move(next));
    }
}

void add(const Sentence& s, const NumbersKnown& known, std::vector<Decided>& out) {
    auto found = figures(s, known);
    join_ranges(s, found, known);
    std::vector<Told> told;
    for (auto& f : found) told.push_back(tell(s, std::move(f), known));
    Told* before = nullptr;
    for (auto& next : told) {
        if (!next.figure.apart.empty() || next.quantity.kind == QuantityKind::Ordinal) continue;
        if (before != nullptr && meets(s, *before, next)) {
            next.joined = true;
            continue;
        }
        // "two new 737 jets": a number inside the noun of another is part of a name.
        if (before != nullptr && next.counted && before->counted.last == next.counted.last &&
            !next.counted.fared && before->figure.end < next.figure.first) {
            next.figure.apart = "name";
            continue;
        }
        if (before != nullptr) {
            share_binding(s, *before, next);
            share_noun(*before, next);
            mark_earlier(s, *before, next, known);
        }
        before = &next;
    }
    const auto first = out.size();
    for (auto& next : told) {
        if (!next.joined) out.push_back(decided(std::move(next)));
    }
    add_none(s, known, out);
    std::stable_sort(out.begin() + static_cast<std::ptrdiff_t>(first), out.end(),
                     [](const Decided& a, const Decided& b) {
                         return a.reason.evidence.front() < b.reason.evidence.front();
                     });
}

}  // namespace

std::vector<Decided> quantities(const values::Report& report, const values::Marks& marks,
                                const NumbersKnown& known) {
    std::vector<Decided> out;
    for (const auto& sentence : marks.sentences) {
        if (sentence.words.empty()) continue;
        add(numbers::sentence(report.text, sentence), known, out);
    }
    return out;
}

}  // namespace sitrep::resolve
