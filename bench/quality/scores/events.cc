#include "quality/scores/events.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <set>
#include <vector>

#include "base/check.h"
#include "quality/scores/attributions.h"
#include "quality/scores/words.h"

namespace sitrep::quality {
namespace {

using Words = std::vector<Extent>;

std::optional<Extent> in_words(values::Span span, const Words& words) {
    return touched(words, {span.begin(), span.end()});
}

std::string type_of(const LabelledEvent& event) {
    return std::string(values::name(event.facets.front().type));
}

// For each expected event the predicted one that it pairs with.
std::vector<std::optional<std::size_t>> pairs(const LabelledSentence& predicted,
                                              const LabelledSentence& expected,
                                              const Words& words) {
    std::vector<std::optional<std::size_t>> partners(expected.events.size());
    std::vector<bool> used(predicted.events.size(), false);
    const auto pair = [&](std::size_t i, bool typed) {
        const auto trigger = in_words(expected.events[i].trigger, words);
        for (std::size_t j = 0; j < used.size() && !partners[i] && trigger; ++j) {
            const auto other = in_words(predicted.events[j].trigger, words);
            if (used[j] || !other || other->begin != trigger->begin) continue;
            if (typed && type_of(predicted.events[j]) != type_of(expected.events[i])) continue;
            used[j] = true;
            partners[i] = j;
        }
    };
    for (const bool typed : {true, false}) {
        for (std::size_t i = 0; i < partners.size(); ++i) pair(i, typed);
    }
    return partners;
}

std::map<std::string, std::vector<Extent>> fillers(const LabelledEvent& event, const Words& words) {
    std::map<std::string, std::vector<Extent>> found;
    for (const LabelledFiller& filler : event.fillers) {
        const auto extent = in_words(filler.phrase.span, words);
        if (extent) found[std::string(values::name(filler.role))].push_back(*extent);
    }
    return found;
}

void compare_roles(const LabelledEvent& predicted, const LabelledEvent& expected,
                   const Words& words, EventScore& score) {
    const auto ours = fillers(predicted, words);
    const auto gold = fillers(expected, words);
    const auto of = [](const auto& by_role, const std::string& role) {
        const auto found = by_role.find(role);
        return found == by_role.end() ? std::vector<Extent>() : found->second;
    };
    std::set<std::string> names;
    for (const auto* side : {&ours, &gold}) {
        for (const auto& [name, extents] : *side) names.insert(name);
    }
    for (const std::string& name : names) {
        const Counts counts = overlap(of(ours, name), of(gold, name));
        score.role += counts;
        score.roles[name] += counts;
    }
}

// One string for what must agree.
std::vector<std::string> figures_of(const LabelledSentence& sentence, std::size_t event) {
    std::vector<std::string> found;
    for (const LabelledFigure& figure : sentence.figures) {
        if (figure.event != event) continue;
        std::set<std::string> kinds;
        for (const auto kind : figure.kinds) kinds.emplace(values::name(kind));
        std::string agreed;
        for (const std::string& kind : kinds) agreed += kind + " ";
        found.push_back(agreed + figure.value.print());
    }
    std::sort(found.begin(), found.end());
    return found;
}

Counts compare_figures(const std::vector<std::string>& ours, const std::vector<std::string>& gold) {
    std::vector<std::string> both;
    std::set_intersection(ours.begin(), ours.end(), gold.begin(), gold.end(),
                          std::back_inserter(both));
    return {both.size(), ours.size(), gold.size()};
}

// Those who say an event; nobody is somebody too.
struct Sayers {
    std::vector<Extent> sources;
    bool nobody = false;
};

Sayers sayers(const LabelledSentence& sentence, std::size_t event, const Words& words) {
    Sayers found;
    for (const LabelledClaim& claim : sentence.claims) {
        if (std::find(claim.events.begin(), claim.events.end(), event) == claim.events.end()) {
            continue;
        }
        if (claim.sources.empty()) found.nobody = true;
        for (const LabelledPhrase& source : claim.sources) {
            if (const auto extent = in_words(source.span, words)) found.sources.push_back(*extent);
        }
    }
    return found;
}

Counts compare_sayers(const Sayers& ours, const Sayers& gold) {
    Counts counts = overlap(ours.sources, gold.sources);
    counts += {ours.nobody && gold.nobody ? 1U : 0U, ours.nobody ? 1U : 0U, gold.nobody ? 1U : 0U};
    return counts;
}

void compare_paired(const LabelledSentence& predicted, std::size_t ours,
                    const LabelledSentence& expected, std::size_t gold, const Words& words,
                    EventScore& score) {
    const LabelledEvent& one = predicted.events[ours];
    const LabelledEvent& other = expected.events[gold];
    score.trigger.right += 1;
    if (type_of(one) == type_of(other)) {
        score.typed.right += 1;
        score.types[type_of(other)].right += 1;
    }
    score.stages_right += one.stage == other.stage ? 1U : 0U;
    score.types_confused[{type_of(other), type_of(one)}] += 1;
    score.stages_confused[{std::string(values::name(other.stage)),
                           std::string(values::name(one.stage))}] += 1;
    compare_roles(one, other, words, score);
    score.figure += compare_figures(figures_of(predicted, ours), figures_of(expected, gold));
    score.claim += compare_sayers(sayers(predicted, ours, words), sayers(expected, gold, words));
}

template <class Key, class Value>
void add(const std::map<Key, Value>& more, std::map<Key, Value>& into) {
    for (const auto& [key, value] : more) into[key] += value;
}

}  // namespace

EventScore& EventScore::operator+=(const EventScore& more) {
    trigger += more.trigger;
    typed += more.typed;
    role += more.role;
    figure += more.figure;
    claim += more.claim;
    stages_right += more.stages_right;
    add(more.types, types);
    add(more.roles, roles);
    add(more.types_confused, types_confused);
    add(more.stages_confused, stages_confused);
    return *this;
}

EventScore compare(const LabelledSentence& predicted, const LabelledSentence& expected) {
    CHECK(predicted.text == expected.text);
    const Words words = words_of(expected.text);
    EventScore score;
    score.trigger = {0, predicted.events.size(), expected.events.size()};
    score.typed = score.trigger;
    for (const auto& event : predicted.events) score.types[type_of(event)].predicted += 1;
    for (const auto& event : expected.events) score.types[type_of(event)].expected += 1;
    const auto partners = pairs(predicted, expected, words);
    std::vector<bool> paired(predicted.events.size(), false);
    for (std::size_t i = 0; i < partners.size(); ++i) {
        if (partners[i]) {
            paired[*partners[i]] = true;
            compare_paired(predicted, *partners[i], expected, i, words, score);
        } else {
            score.types_confused[{type_of(expected.events[i]), "none"}] += 1;
        }
    }
    for (std::size_t j = 0; j < paired.size(); ++j) {
        if (!paired[j]) score.types_confused[{"none", type_of(predicted.events[j])}] += 1;
    }
    return score;
}

}  // namespace sitrep::quality
