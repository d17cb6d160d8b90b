// Claim: who says what: one attribution of a report, with its chain of sources.
//
// Spans  point into the report's text
// Chain  source, then via from the nearest mouth outward ("told AFP, Ariana News reported"); behind
//        them all stands the report itself
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "values/reason.h"
#include "values/span.h"

namespace sitrep::values {

// How directly a claim gives its content.
enum class Directness : std::uint8_t { Indirect, Mixed, Direct };

// What its source does with the content.
enum class Stance : std::uint8_t {
    Asserts,
    Confirms,
    Denies,
    Doubts,
    Warns,
    Promises,
    Threatens,
    Demands,
    Accuses,
    Speculates,
    Predicts,
};
constexpr std::size_t stances = 11;

struct Claim {
    std::string id;               // c_ and 10 hex digits of report id and spans
    std::optional<Span> source;   // as written, with its role: "Kremlin spokesman Dmitry Peskov"
    std::optional<Span> name;     // the person or body named inside the source
    std::vector<Span> via;        // who carried it, nearest mouth first
    Span cue;                     // "told", "according to"
    std::optional<Span> content;  // outer ends
    std::vector<Span> told;       // the pieces of content that a line shows: all, or both its ends
    Directness directness = Directness::Indirect;
    Stance stance = Stance::Asserts;
    std::optional<Span> when;    // when it was said
    std::uint32_t sentence = 0;  // of the cue
    Reason reason;

    friend bool operator==(const Claim&, const Claim&) = default;
};

std::string_view name(Directness directness);  // "indirect"
std::string_view name(Stance stance);          // "asserts"
std::optional<Stance> stance(std::string_view name);

}  // namespace sitrep::values
