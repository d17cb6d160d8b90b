#include "extract/events.h"

#include <algorithm>
#include <string>

#include "extract/bounds.h"
#include "extract/clauses.h"
#include "extract/dateline.h"
#include "extract/fillers.h"
#include "extract/ids.h"
#include "extract/phrases.h"
#include "extract/tree.h"
#include "extract/triggers.h"

namespace sitrep::extract {
namespace {

using values::Event;
using values::EventMark;

constexpr float sure = 0.5F;  // a mark that needs no other evidence

// What heads the clause around a word: the word itself, or the first verb or predicate above it.
std::uint32_t clause_head(const Tree& tree, std::uint32_t word) {
    for (auto at = word;;) {
        const bool predicate = tree.child(at, "nsubj") >= 0 || tree.child(at, "cop") >= 0;
        if (tree.word(at).part == "VERB" || predicate || tree.head(at) < 0) return at;
        at = static_cast<std::uint32_t>(tree.head(at));
    }
}

values::Clause clause_of(const Tree& tree, std::uint32_t word, const ActsKnown& known) {
    const auto head = clause_head(tree, word);
    const auto clause = cut_clause(tree, head).clause;
    const auto trigger = tree.word(word).span;
    const bool holds = std::any_of(clause.kept.begin(), clause.kept.end(),
                                   [&](values::Span kept) { return kept.contains(trigger); });
    if (holds) return clause;
    return {{outer(tree, role_phrase(tree, word, known))}};
}

void hang(const std::vector<values::Claim>& claims, Event& event) {
    for (const auto& claim : claims) {
        if (claim.content && claim.content->contains(event.trigger)) {
            event.claims.push_back(claim.id);
        }
    }
}

}  // namespace

std::vector<Event> events(const values::Report& report, const values::Marks& marks,
                          const std::vector<values::Claim>& claims, const Quantities& quantities,
                          const ActsKnown& known) {
    std::vector<Event> out;
    for (const EventMark& mark : marks.events) {
        const auto& sentence = marks.sentences[mark.trigger.sentence];
        const Tree tree(sentence, report.text);
        const auto word = mark.trigger.word;
        std::string rule = "event-head";
        if (mark.score < sure) {
            const auto told = trigger(tree, word, known);
            if (!told || told->type != values::name(mark.facets.front().type)) continue;
            rule += "+" + told->rule;
        }
        Event event;
        event.facets = mark.facets;
        event.stage = mark.stage;
        event.background = mark.background;
        event.trigger = tree.word(word).span;
        event.fillers = fillers(tree, mark.ties, known);
        event.figures = figures(tree, mark.ties, quantities);
        event.clause = clause_of(tree, word, known);
        event.sentence = mark.trigger.sentence;
        event.reason = {rule, {event.trigger}, mark.score};
        event.id = id("e_", report.id + " " + event.trigger.print() + " " +
                                std::string(values::name(event.type())));
        hang(claims, event);
        out.push_back(std::move(event));
    }
    return out;
}

}  // namespace sitrep::extract
