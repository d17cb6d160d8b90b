#include "extract/particulars.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "extract/phrases.h"

namespace sitrep::extract {
namespace {

using values::EntityType;
using values::Span;

bool holds(const Words& words, std::uint32_t word) {
    return std::binary_search(words.begin(), words.end(), word);
}

// Adds a span unless one that is there holds it; those it holds go.
void add(std::vector<Span>& spans, Span span) {
    for (const auto there : spans) {
        if (there.contains(span)) return;
    }
    std::erase_if(spans, [&](Span there) { return span.contains(there); });
    spans.push_back(span);
}

bool is_kind_of_place(const Tree& tree, std::uint32_t i, const ActsKnown& known) {
    return known.find(Told::Place, tree.form(i), tree.word(i).lemma) != nullptr;
}

// The words of a name with the kind of place that follows it; nothing where it names no place here.
std::optional<Words> place(const Tree& tree, const values::Entity& entity, const CutClause& cut,
                           const ActsKnown& known) {
    Words words;
    std::uint32_t head = entity.first;
    for (auto i = entity.first; i <= entity.last; ++i) {
        if (!holds(cut.words, i)) return std::nullopt;
        words.push_back(i);
        const auto up = tree.head(i);
        if (up < static_cast<std::int32_t>(entity.first) ||
            up > static_cast<std::int32_t>(entity.last)) {
            head = i;
        }
    }
    const auto subject = cut.subject;
    if (!cut.passive && subject == static_cast<std::int32_t>(head)) return std::nullopt;
    if (tree.is(head, {"compound", "amod", "nmod"}) && tree.child(head, "case") < 0) {
        // "Khatlon province" is a place, "Velian guards" are men.
        const auto next = entity.last + 1;
        if (tree.word(head).relation == "nmod:desc" || next >= tree.size()) return std::nullopt;
        const bool follows = static_cast<std::int32_t>(next) <= tree.head(head);
        if (!follows) return words;
        for (auto i = next; static_cast<std::int32_t>(i) <= tree.head(head); ++i)
            words.push_back(i);
        const bool kind = is_kind_of_place(tree, words.back(), known) && words.back() - next < 2 &&
                          holds(cut.words, words.back());
        return kind ? std::optional(words) : std::nullopt;
    }
    // The doer's own home says not where it acts: "the government of Velia".
    const bool of_subject = subject >= 0 && tree.under(head, static_cast<std::uint32_t>(subject)) &&
                            !cut.passive && !tree.under(head, cut.head);
    if (of_subject) {
        for (const auto c : tree.children(head)) {
            if (tree.relation(c) == "case" && known.find(Told::Where, tree.form(c)) != nullptr) {
                return words;
            }
        }
        return std::nullopt;
    }
    return words;
}

bool is_number(const Tree& tree, std::uint32_t i, const ActsKnown& known) {
    if (known.find(Told::Count, tree.form(i)) != nullptr) return tree.word(i).part != "ADV";
    const auto form = tree.form(i);
    const bool measure = form.find('-') != std::string_view::npos;  // "7.0-magnitude"
    return !measure && tree.word(i).part == "NUM" &&
           !tree.is(i, {"amod", "compound", "flat", "fixed"});
}

// "counties" of "about 60 counties"; the number itself where it stands alone.
std::optional<std::uint32_t> counted(const Tree& tree, std::uint32_t number,
                                     const ActsKnown& known) {
    if (is_time(tree, number, known)) return std::nullopt;
    const auto up = tree.head(number);
    if (tree.is(number, {"nummod", "det", "advmod"})) {
        if (up < 0 || is_time(tree, static_cast<std::uint32_t>(up), known)) return std::nullopt;
        return static_cast<std::uint32_t>(up);
    }
    // "half of the districts", "dozens"; but "the quarter", "the majority"
    const bool share = known.find(Told::Count, tree.form(number)) != nullptr &&
                       !tree.form(number).ends_with('s') && tree.word(number).part == "NOUN";
    if (share && tree.child(number, "nmod") < 0) return std::nullopt;
    const bool one_of = tree.form(number) == "one" && tree.child(number, "nmod") >= 0;
    if (one_of) return std::nullopt;  // points to one, counts nothing
    return number;
}

// A time's words: what stands before it, its numbers and the time it belongs to.
void collect_time(const Tree& tree, std::uint32_t i, const ActsKnown& known, Words& out) {
    out.push_back(i);
    for (const auto c : tree.children(i)) {
        const bool modifies =
            tree.is(c, {"case", "det", "amod", "nummod", "advmod", "compound", "fixed", "flat"});
        const bool time = is_time(tree, c, known) &&
                          tree.is(c, {"nmod", "appos", "obl", "conj", "nummod", "compound"});
        if (modifies || time) collect_time(tree, c, known, out);
    }
}

// The head of the whole time: from "June" of "22 June" or "May" of "May 1" to what they hang on.
std::uint32_t time_top(const Tree& tree, std::uint32_t i, const ActsKnown& known) {
    while (tree.head(i) >= 0 &&
           tree.is(i, {"nmod", "compound", "appos", "nummod", "amod", "obl", "advmod"}) &&
           is_time(tree, static_cast<std::uint32_t>(tree.head(i)), known)) {
        i = static_cast<std::uint32_t>(tree.head(i));
    }
    // "by the end of 1972", not "in the fighting of last week"
    const auto up = tree.head(i);
    const bool part = up >= 0 && tree.relation(i) == "nmod" && tree.child(i, "case", "of") >= 0 &&
                      tree.relation(static_cast<std::uint32_t>(up)) == "obl" &&
                      tree.word(static_cast<std::uint32_t>(up)).part == "NOUN" &&
                      known.find(Told::Noun, tree.form(static_cast<std::uint32_t>(up))) == nullptr;
    return part ? static_cast<std::uint32_t>(up) : i;
}

}  // namespace

std::vector<Span> places(const Tree& tree, const CutClause& cut, const ActsKnown& known) {
    std::vector<Span> out;
    for (const auto& entity : tree.sentence().entities) {
        const bool names = entity.type == EntityType::GeoPolitical ||
                           entity.type == EntityType::Location ||
                           entity.type == EntityType::Facility;
        if (!names) continue;
        if (const auto words = place(tree, entity, cut, known)) add(out, outer(tree, *words));
    }
    return out;
}

std::vector<Span> figures(const Tree& tree, const CutClause& cut, const ActsKnown& known) {
    std::vector<Span> out;
    for (const auto i : cut.words) {
        if (!is_number(tree, i, known)) continue;
        const auto noun = counted(tree, i, known);
        if (!noun) continue;
        Words words = role_phrase(tree, *noun, known);
        const auto sign = words.front();  // "$150 million", where the sign hangs elsewhere
        if (sign > 0 && tree.word(sign - 1).part == "SYM") words.insert(words.begin(), sign - 1);
        // "of the village" counts, "in Osk on the river" is where.
        for (auto w = std::max(i, *noun) + 1; w <= words.back(); ++w) {
            const bool next_number =
                tree.relation(w) == "cc" && w + 1 < tree.size() && tree.word(w + 1).part == "NUM";
            if (next_number) {
                std::erase_if(words, [&](std::uint32_t other) { return other >= w; });
                break;
            }
            if (tree.relation(w) != "case" || tree.form(w) == "of" || !holds(words, w)) continue;
            if (tree.form(w) == "'s" || tree.form(w) == "\xE2\x80\x99s") continue;
            std::erase_if(words, [&](std::uint32_t other) { return other >= w; });
            break;
        }
        while (words.size() > 1 && tree.word(words.back()).part == "PUNCT") words.pop_back();
        const auto next = words.back() + 1;
        const bool harmed = next < tree.size() && *noun == i &&
                            known.find(Told::Harmed, tree.form(next)) != nullptr &&
                            tree.word(next).part != "NOUN";
        if (harmed && holds(cut.words, next)) words.push_back(next);
        add(out, outer(tree, words));
    }
    return out;
}

std::vector<Span> moments(const Tree& tree, const CutClause& cut, const ActsKnown& known) {
    std::vector<Span> out;
    for (const auto i : cut.words) {
        if (!is_time(tree, i, known)) continue;
        const auto top = time_top(tree, i, known);
        if (tree.word(top).relation == "nmod:poss" || tree.is(top, {"nsubj", "obj", "flat"}))
            continue;
        const bool describes = tree.is(top, {"compound", "amod", "nummod"});
        if (describes) continue;  // "the June offensive"
        Words words;
        collect_time(tree, top, known, words);
        if (!holds(cut.words, top)) continue;
        const auto here = outer(tree, run_around(tree, words, top));
        // "before dawn" and "on Sunday" are one time where they stand together.
        const bool follows = !out.empty() && here.begin() >= out.back().end() &&
                             here.begin() - out.back().end() <= 1;
        if (follows) {
            out.back() = out.back().joined(here);
        } else {
            add(out, here);
        }
    }
    return out;
}

}  // namespace sitrep::extract
