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
#include "values/decision.h"
#include "values/moment.h"
#include "values/place_mention.h"
#include "values/quantity.h"
#include "values/reason.h"
#include "values/report.h"
#include "values/span.h"

namespace sitrep::values {

// How directly a claim gives its content.
enum class Directness : std::uint8_t { Indirect, Mixed, Direct };

// Who says what: one attribution.
struct Claim {
    std::string id;               // c_ and 10 hex digits of report id and spans
    std::optional<Span> source;   // as written, with its role: "Kremlin spokesman Dmitry Peskov"
    std::optional<Span> name;     // the person or body named inside the source
    Span cue;                     // "told", "according to"
    std::optional<Span> content;  // outer ends
    std::vector<Span> told;       // the pieces of content that a line shows: all, or both its ends
    Directness directness = Directness::Indirect;
    std::uint32_t sentence = 0;  // of the cue
    Reason reason;

    friend bool operator==(const Claim&, const Claim&) = default;
};

// A clause cut from its sentence: the kept pieces in text order; between two of them words were
// left out ("…").
struct Clause {
    std::vector<Span> kept;

    Span outer() const { return kept.empty() ? Span{} : kept.front().joined(kept.back()); }
    friend bool operator==(const Clause&, const Clause&) = default;
};

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
    std::vector<TimeExpression> moments;
    std::vector<PlaceMention> places;
    std::vector<Somebody> somebodies;
    std::vector<Decision<Quantity>> quantities;

    friend bool operator==(const Digest&, const Digest&) = default;
};

std::string_view name(Directness directness);  // "indirect"
std::string_view name(Polarity polarity);      // "affirmed"
std::string_view name(Hedge hedge);            // "modal"

}  // namespace sitrep::values
