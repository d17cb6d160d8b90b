// triggers: the words that tell an act.
//
// Verb     of the lexicon, heading a clause
// Phrase   a verb with its particle or noun: "pull out", "fall into the hands of"
// Noun     with a light verb, a hedge or "there is": "launched an attack", "denied talks"
// Harmed   a participle or adjective as a noun: "there are four wounded"
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "extract/acts_known.h"
#include "extract/tree.h"

namespace sitrep::extract {

enum class TriggerKind : std::uint8_t { Verb, Phrase, Noun, Harmed };

struct Trigger {
    TriggerKind kind = TriggerKind::Verb;
    std::uint32_t word = 0;    // the telling word
    std::uint32_t clause = 0;  // what heads its clause
    std::string type;
    std::string rule;        // "act:seize"
    std::int32_t noun = -1;  // of a phrase: "control"
    bool loses = false;      // of a phrase: its subject changes hands
    bool holder = false;     // of a phrase: the noun itself gets it ("fell to the rebels")
};

std::optional<Trigger> trigger(const Tree& tree, std::uint32_t word, const ActsKnown& known);

}  // namespace sitrep::extract
