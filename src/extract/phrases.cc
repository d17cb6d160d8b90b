#include "extract/phrases.h"

#include <algorithm>
#include <string_view>

namespace sitrep::extract {
namespace {

bool is_punctuation(const Tree& tree, std::uint32_t i) { return tree.word(i).part == "PUNCT"; }

bool has_digits(std::string_view form) {
    return form.find_first_of("0123456789") != std::string_view::npos;
}

bool is_year(std::string_view form) {
    return form.size() == 4 && (form.starts_with("19") || form.starts_with("20")) &&
           form.find_first_not_of("0123456789") == std::string_view::npos;
}

// "9/11", "23/06".
bool is_slashed_day(std::string_view form) {
    const auto slash = form.find('/');
    return slash != std::string_view::npos && slash > 0 && slash + 1 < form.size() &&
           form.find_first_not_of("0123456789/") == std::string_view::npos;
}

// "02:40".
bool is_clock(std::string_view form) {
    const auto colon = form.find(':');
    return colon != std::string_view::npos && colon > 0 && colon + 3 == form.size() &&
           form.find_first_not_of("0123456789:") == std::string_view::npos;
}

bool is_time_word(const Tree& tree, std::uint32_t i, const ActsKnown& known) {
    const auto& part = tree.word(i).part;
    if (part == "VERB" || part == "AUX") return false;  // "may", "march"
    return known.find(Told::Time, tree.form(i)) != nullptr || is_slashed_day(tree.form(i)) ||
           is_clock(tree.form(i));
}

// "with forces abandoning": its preposition is the conjunction of a clause.
bool opens_clause(const Tree& tree, std::uint32_t noun) {
    for (const auto c : tree.children(noun)) {
        if (tree.relation(c) == "case" && tree.word(c).part == "SCONJ") return true;
        if (tree.is(c, {"acl", "advcl"}) && tree.child(noun, "case", "with") >= 0) return true;
    }
    return false;
}

bool names(const Tree& tree, std::uint32_t apposition) {
    return tree.word(apposition).part == "PROPN";
}

bool stays(const Tree& tree, std::uint32_t child, std::uint32_t top, const ActsKnown& known) {
    if (tree.relation(child) == "case") return tree.head(child) != static_cast<std::int32_t>(top);
    const auto head = static_cast<std::uint32_t>(tree.head(child));
    const bool clause = tree.word(child).part == "VERB" || tree.child(child, "obl") >= 0;
    if (child > head && tree.relation(child) == "amod" && clause) {
        return false;  // "issues related to supplies"
    }
    if (tree.is(child, {"det", "amod", "compound", "nummod", "flat", "fixed", "goeswith", "cc"})) {
        return true;
    }
    if (tree.relation(child) == "nmod") {
        const bool possessor = tree.word(child).relation == "nmod:poss";
        return possessor || (!is_time(tree, child, known) && !opens_clause(tree, child));
    }
    if (tree.relation(child) == "appos") {
        return names(tree, child) && !is_time(tree, child, known);
    }
    if (tree.relation(child) == "conj") {
        return tree.child(child, "nsubj") < 0 && tree.word(child).part != "VERB";
    }
    // What stands before its noun belongs to it: "about 60", "more than 130", "201st".
    return child < head && !tree.is(child, {"acl", "advcl", "parataxis", "discourse", "punct",
                                            "mark", "cop", "aux", "nsubj", "obl"});
}

void collect(const Tree& tree, std::uint32_t i, std::uint32_t top, const ActsKnown& known,
             Words& out) {
    out.push_back(i);
    for (const auto c : tree.children(i)) {
        if (stays(tree, c, top, known)) collect(tree, c, top, known, out);
    }
}

std::string_view closing(std::string_view open) {
    if (open == "(") return ")";
    if (open == "[") return "]";
    if (open == "\xE2\x80\x9C") return "\xE2\x80\x9D";
    return {};
}

}  // namespace

bool is_time(const Tree& tree, std::uint32_t i, const ActsKnown& known) {
    if (is_time_word(tree, i, known)) return true;
    if (tree.word(i).part != "NUM" && !has_digits(tree.form(i))) return false;
    const auto up = tree.head(i);
    if (up >= 0 && tree.relation(i) == "conj") {  // "in 1995 and 1996"
        return is_time(tree, static_cast<std::uint32_t>(up), known);
    }
    const bool below = up >= 0 && tree.relation(i) != "conj" && tree.relation(i) != "nsubj" &&
                       tree.relation(i) != "obj" &&
                       is_time_word(tree, static_cast<std::uint32_t>(up), known);
    if (below) return true;
    if (is_year(tree.form(i)) && tree.is(i, {"obl", "nmod", "nummod"}) &&
        tree.relation(i) != "nummod") {
        return true;
    }
    return std::any_of(tree.children(i).begin(), tree.children(i).end(), [&](std::uint32_t c) {
        return tree.is(c, {"nmod", "compound"}) && is_time_word(tree, c, known);
    });
}

Words run_around(const Tree& tree, Words words, std::uint32_t middle) {
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    const auto gap = [&](std::uint32_t from, std::uint32_t to) {
        int others = 0;
        for (auto i = from + 1; i < to; ++i) {
            if (is_punctuation(tree, i)) continue;
            // One number or adjective hung astray parts no phrase: "Kesh's 201st base".
            const auto& part = tree.word(i).part;
            if (++others > 1 || (part != "NUM" && part != "ADJ")) return true;
        }
        return false;
    };
    auto begin = std::lower_bound(words.begin(), words.end(), middle);
    auto end = begin + 1;
    while (begin != words.begin() && !gap(*(begin - 1), *begin)) --begin;
    while (end != words.end() && !gap(*(end - 1), *end)) ++end;
    const auto loose = [&](std::uint32_t i) {
        return is_punctuation(tree, i) || tree.relation(i) == "cc";
    };
    while (end - begin > 1 && loose(*(end - 1))) --end;
    while (end - begin > 1 && loose(*begin)) ++begin;
    Words out;
    for (auto i = *begin; i <= *(end - 1); ++i) out.push_back(i);
    return out;
}

Words role_phrase(const Tree& tree, std::uint32_t noun, const ActsKnown& known) {
    Words words;
    collect(tree, noun, noun, known, words);
    words = run_around(tree, std::move(words), noun);
    // A name is whole, whatever the tree says of its parts.
    for (const auto& entity : tree.sentence().entities) {
        const bool men = entity.type == values::EntityType::Person ||
                         entity.type == values::EntityType::Organisation ||
                         entity.type == values::EntityType::ArmedGroup;
        const bool cut = entity.first >= words.front() && entity.first <= words.back() &&
                         entity.last > words.back();
        for (auto i = words.back() + 1; men && cut && i <= entity.last; ++i) words.push_back(i);
    }
    return words;
}

values::Span outer(const Tree& tree, const Words& words) {
    const auto span = tree.word(words.front()).span.joined(tree.word(words.back()).span);
    const auto next = words.back() + 1;
    if (next >= tree.size()) return span;
    for (const auto i : words) {
        const auto close = closing(tree.form(i));
        const bool open = !close.empty() && std::none_of(words.begin(), words.end(), [&](auto w) {
            return w > i && tree.form(w) == close;
        });
        if (open && tree.form(next) == close) return span.joined(tree.word(next).span);
    }
    return span;
}

}  // namespace sitrep::extract
