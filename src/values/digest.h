// Digest: what one report says: its claims and acts, as spans of its own text.
//
// Every span points into Report::text. What words stand for is kept beside them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "values/actor.h"
#include "values/chain.h"
#include "values/claim.h"
#include "values/clause.h"
#include "values/decision.h"
#include "values/event.h"
#include "values/moment.h"
#include "values/place_mention.h"
#include "values/quantity.h"
#include "values/reason.h"
#include "values/report.h"
#include "values/span.h"

namespace sitrep::values {

enum class Polarity : std::uint8_t { Affirmed, Negated };

// How the words themselves bind an act to the world; resolving stages is a later room's work.
enum class Hedge : std::uint8_t { None, Modal, Conditional, Future, Attempted, Reported };

// An act as the report's own clause tells it.
struct Act {
    std::string id;    // a_ and 10 hex digits of report id and trigger
    std::string type;  // of the lexicon row: "ASSAULT", "CONTROL" …
    Span trigger;      // the verb or noun
    Clause clause;
    std::optional<Span> actor;
    std::optional<Span> object;
    std::vector<Span> places;   // names of places within the clause
    std::vector<Span> figures;  // counts within the clause: "more than 130 other Afghan servicemen"
    std::vector<Span> moments;  // words of time: "on June 22"
    Polarity polarity = Polarity::Affirmed;
    Hedge hedge = Hedge::None;
    std::vector<Span> bound_by;       // the words that negate or hedge
    std::vector<std::string> claims;  // ids of the claims whose content holds the trigger
    std::uint32_t sentence = 0;
    Reason reason;

    friend bool operator==(const Act&, const Act&) = default;
};

// Somebody of the report: where it is named or meant, and by which words best.
struct Somebody {
    struct Mention {
        Span span;
        bool name = false;  // a name, not "he" or "the minister"

        friend bool operator==(const Mention&, const Mention&) = default;
    };
    std::vector<Mention> mentions;  // in text order
    Mention naming;                 // one of them
    Being being = Being::Unknown;
    Decision<Actor> actor;

    friend bool operator==(const Somebody&, const Somebody&) = default;
};

struct Digest {
    Report report;
    bool read = true;  // false: kept, but not read (another language, no text)
    std::string unread_because;
    std::vector<Claim> claims;  // in text order
    std::vector<Act> acts;      // in text order
    std::vector<Event> events;  // in text order
    std::vector<TimeExpression> moments;
    std::vector<PlaceMention> places;
    std::vector<Somebody> somebodies;
    std::vector<Decision<Quantity>> quantities;

    friend bool operator==(const Digest&, const Digest&) = default;
};

std::string_view name(Polarity polarity);  // "affirmed"
std::string_view name(Hedge hedge);        // "modal"

}  // namespace sitrep::values
