#include "extract/events.h"

#include <algorithm>
#include <optional>
#include <string>

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
    auto clause = cut_clause(tree, head).clause;
    const auto trigger = tree.word(word).span;
    const bool holds = std::any_of(clause.kept.begin(), clause.kept.end(),
                                   [&](values::Span kept) { return kept.contains(trigger); });
    if (holds) return clause;
    return {{outer(tree, role_phrase(tree, word, known))}};
}

// The claim whose content holds the trigger most closely, if the head, too, sees somebody say it.
// (On `labels/dev.label` that gives F1 64.7, all claims that hold it 61.1.)
void hang(const std::vector<values::Claim>& claims, const EventMark& mark, Event& event) {
    if (!mark.stance) return;
    const values::Claim* nearest = nullptr;
    for (const auto& claim : claims) {
        if (!claim.content || !claim.content->contains(event.trigger)) continue;
        if (nearest == nullptr || claim.content->size() < nearest->content->size()) {
            nearest = &claim;
        }
    }
    if (nearest != nullptr) event.claims.push_back(nearest->id);
}

}  // namespace

void take_stances(const values::Marks& marks, std::vector<values::Claim>& claims) {
    for (auto& claim : claims) {
        const EventMark* surest = nullptr;
        for (const auto& mark : marks.events) {
            const bool told = mark.stance && claim.content &&
                              claim.content->contains(marks.at(mark.trigger).span);
            if (told && (surest == nullptr || mark.score > surest->score)) surest = &mark;
        }
        if (surest != nullptr && surest->score >= sure) claim.stance = *surest->stance;
    }
}

std::vector<Event> events(const values::Report& report, const values::Marks& marks,
                          const std::vector<values::Claim>& claims, const Quantities& quantities,
                          const ActsKnown& known) {
    std::vector<Event> out;
    std::optional<Tree> read;  // of the sentence at hand: marks stand in text order
    std::uint32_t at = 0;
    for (const EventMark& mark : marks.events) {
        if (!read || at != mark.trigger.sentence) {
            at = mark.trigger.sentence;
            read.emplace(marks.sentences[at], report.text);
        }
        const Tree& tree = *read;
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
        hang(claims, mark, event);
        out.push_back(std::move(event));
    }
    return out;
}

}  // namespace sitrep::extract
