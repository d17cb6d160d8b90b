#include <algorithm>

#include "resolve/chains/sieves.h"

namespace sitrep::resolve::chains {
namespace {

using values::Being;
using values::Form;

constexpr double apposition_score = 0.95;
constexpr double predicate_score = 0.85;
constexpr double acronym_score = 0.98;
constexpr double reflexive_score = 0.95;

void join(const Page& page, Groups& groups, std::uint32_t one, std::uint32_t other,
          const char* rule, double score) {
    const auto [early, late] = std::minmax(one, other);
    if (groups.linked(late)) return;
    groups.join(late, early, {{}, {rule, {page.span(early), page.span(late)}, score}, {}});
}

bool tells_of_being(const Phrase& phrase) {
    return phrase.being == Being::Person || phrase.being == Being::Body ||
           phrase.being == Being::State;
}

// "Renn met his counterpart" is no apposition, whatever the tree says.
bool verb_between(const Page& page, std::uint32_t one, std::uint32_t other) {
    const auto& words = page.tree(one).sentence().words;
    const auto [from, to] =
        std::minmax(page.phrases.phrases[one].head.word, page.phrases.phrases[other].head.word);
    return std::any_of(words.begin() + from, words.begin() + to, [&](const values::Word& word) {
        return word.part == "VERB" && word.features.find("VerbForm=Fin") != std::string::npos &&
               !relates(word, "acl");
    });
}

void join_apposition(const Page& page, Groups& groups, std::uint32_t i) {
    const values::Word& head = page.head(i);
    const Phrase& phrase = groups.at(i);
    if (!relates(head, "appos") || head.head < 0) return;
    const std::int32_t above =
        page.phrases.headed_by({phrase.head.sentence, static_cast<std::uint32_t>(head.head)});
    if (above < 0) return;
    const auto other = static_cast<std::uint32_t>(above);
    const bool names = phrase.form == Form::Name && groups.at(other).form == Form::Name;
    // "Osk, Velia" is a place and where it lies.
    if (names && (phrase.being == Being::State || phrase.being == Being::Place)) return;
    // Things stand beside each other for many reasons.
    const bool beings = tells_of_being(phrase) || tells_of_being(groups.at(other)) ||
                        groups.at(other).article == Article::Definite;
    if (beings && groups.agree(i, other) && !verb_between(page, i, other)) {
        join(page, groups, i, other, "apposition", apposition_score);
    }
}

// "Osei is the minister": by the copula below the predicate.
void join_predicate(const Page& page, Groups& groups, std::uint32_t i) {
    const Phrase& phrase = groups.at(i);
    if (phrase.form != Form::Noun || !phrase.parts.empty()) return;
    if (phrase.being != Being::Person && phrase.being != Being::Body) return;
    const Tree& tree = page.tree(i);
    bool copula = false;
    std::int32_t subject = -1;
    for (const std::uint32_t child : tree.under(phrase.head.word)) {
        const values::Word& word = tree.at(child);
        if (word.relation == "cop") copula = true;
        if (has_feature(word, "Polarity=Neg") || word.relation == "case") return;
        if (word.relation == "nsubj")
            subject = page.phrases.headed_by({phrase.head.sentence, child});
    }
    if (!copula || subject < 0) return;
    const auto other = static_cast<std::uint32_t>(subject);
    if (groups.agree(i, other)) join(page, groups, i, other, "predicate", predicate_score);
}

// "the State Council (SC)": the letters of what stands in brackets begin the words before it.
void join_bracketed(const Page& page, Groups& groups, std::uint32_t i) {
    const Phrase& phrase = groups.at(i);
    const Tree& tree = page.tree(i);
    const auto& words = tree.sentence().words;
    if (phrase.form != Form::Name || phrase.first != phrase.last || phrase.first < 2) return;
    if (phrase.last + 1 >= words.size()) return;
    if (words[phrase.first - 1].span.of(page.text) != "(" ||
        words[phrase.last + 1].span.of(page.text) != ")") {
        return;
    }
    const std::string_view acronym = words[phrase.first].span.of(page.text);
    if (acronym.size() < 2 || acronym[1] < 'A' || acronym[1] > 'Z') return;
    for (std::uint32_t j = i; j-- > 0 && groups.at(j).head.sentence == phrase.head.sentence;) {
        const Phrase& before = groups.at(j);
        if (before.form != Form::Name || !before.parts.empty() || before.last + 2 > phrase.first) {
            continue;
        }
        if (before.last + 2 < phrase.first && !tree.within(phrase.first - 2, before.head.word)) {
            continue;
        }
        if (words[before.head.word].span.of(page.text).front() == acronym.front() ||
            acronym.find(words[before.first].span.of(page.text).front()) == 0 ||
            before.first + 2 <= before.last) {
            join(page, groups, i, j, "acronym-in-brackets", acronym_score);
            return;
        }
    }
}

void join_reflexive(const Page& page, Groups& groups, std::uint32_t i) {
    const Phrase& phrase = groups.at(i);
    if (!phrase.reflexive || groups.linked(i)) return;
    const Tree& tree = page.tree(i);
    std::uint32_t clause = tree.clause(phrase.head.word);
    for (std::size_t step = 0; step < tree.sentence().words.size(); ++step) {
        for (const std::uint32_t child : tree.under(clause)) {
            const std::int32_t subject = page.phrases.headed_by({phrase.head.sentence, child});
            if (!relates(tree.at(child), "nsubj") || subject < 0) continue;
            const auto other = static_cast<std::uint32_t>(subject);
            if (other == i || !groups.agree(i, other)) continue;
            join(page, groups, i, other, "reflexive", reflexive_score);
            return;
        }
        if (tree.at(clause).head < 0) return;
        clause = tree.clause(clause);
    }
}

}  // namespace

values::Span Page::span(std::uint32_t phrase) const {
    const Phrase& here = phrases.phrases[phrase];
    const auto& words = marks.sentences[here.head.sentence].words;
    return words[here.first].span.joined(words[here.last].span);
}

void join_by_syntax(const Page& page, Groups& groups) {
    for (std::uint32_t i = 0; i < groups.size(); ++i) {
        if (!groups.at(i).parts.empty()) continue;
        join_bracketed(page, groups, i);
        if (!groups.linked(i)) join_apposition(page, groups, i);
        if (!groups.linked(i)) join_predicate(page, groups, i);
        join_reflexive(page, groups, i);
    }
}

}  // namespace sitrep::resolve::chains
