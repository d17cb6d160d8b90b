// Event: one act or state that a report tells: type, stage, roles, figures.
//
// Types    PLOVER's sixteen with their modes, and STATEMENT CONTROL MOVE HARM HAZARD of our own
// Facets   one act may have several ("seized the bridge" COERCE:seize+CONTROL:taken); the first
//          leads
// Spans    point into the report's text; a filler is the whole noun phrase, as written
// Notation ASSAULT:aerial+CONTROL:taken happened @12:18 actor@0:13/6:13 place@30:44 [background]
//          a filler's head follows it where it is not the whole phrase;
//          figures and clauses stand not in it
// Errors   parse: empty where the line is no such notation
// Source   docs/decisions/0007-events.md; PLOVER (Halterman et al. 2023), codebook 0.5b1
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "values/clause.h"
#include "values/quantity.h"
#include "values/reason.h"
#include "values/span.h"

namespace sitrep::values {

enum class EventType : std::uint8_t {
    Agree,
    Consult,
    Support,
    Concede,
    Cooperate,
    Aid,
    Retreat,
    Request,
    Accuse,
    Reject,
    Threaten,
    Protest,
    Sanction,
    Mobilize,
    Coerce,
    Assault,
    Statement,
    Control,
    Move,
    Harm,
    Hazard,
};
constexpr std::size_t event_types = 21;

std::string_view name(EventType type);  // "ASSAULT"
std::optional<EventType> event_type(std::string_view name);

struct Facet {
    EventType type = EventType::Statement;
    std::string mode;  // "aerial"; empty where none is said

    std::string print() const;  // "ASSAULT:aerial"
    // Empty where the type is none or the mode is none of the type's.
    static std::optional<Facet> parse(std::string_view notation);

    friend bool operator==(const Facet&, const Facet&) = default;
};

// The modes of a type, in the order of the codebook.
const std::vector<std::string_view>& modes(EventType type);

// How real the act is at the time of the report.
enum class Stage : std::uint8_t {
    Happened,
    Ongoing,
    Attempted,
    Planned,
    Promised,
    Threatened,
    CalledFor,
    Conditional,
    Hypothetical,
    Denied,
    Negated,
};
constexpr std::size_t stages = 11;

std::string_view name(Stage stage);  // "called-for"
std::optional<Stage> stage(std::string_view name);

enum class Role : std::uint8_t {
    Actor,
    Recipient,
    Victim,
    Target,  // a thing
    Instrument,
    Place,
    From,
    To,
    When,
    Topic,
    Condition,
    Beneficiary,
};
constexpr std::size_t roles = 12;

std::string_view name(Role role);  // "actor"
std::optional<Role> role(std::string_view name);

struct Filler {
    Role role = Role::Actor;
    Span words;  // the whole phrase
    Span head;   // its head word

    friend bool operator==(const Filler&, const Filler&) = default;
};

// What is counted of an act.
enum class FigureKind : std::uint8_t {
    Killed,
    Wounded,
    Captured,
    Missing,
    Kidnapped,
    Displaced,
    Crossed,
    Returned,
    Evacuated,
    Trapped,
    Arrested,
    Freed,
    Strength,
    Weapons,
    Damage,
    Extent,
    Other,
};
constexpr std::size_t figure_kinds = 17;

std::string_view name(FigureKind kind);  // "killed"
std::optional<FigureKind> figure_kind(std::string_view name);

// How many, of an event. One number over several kinds stays one.
struct Figure {
    std::vector<FigureKind> kinds;
    Quantity quantity;
    std::optional<Span> side;  // of whom: "soldiers"
    bool total = false;        // a running toll
    bool share = false;        // a part of `base`
    std::optional<Span> base;

    friend bool operator==(const Figure&, const Figure&) = default;
};

struct Event {
    std::string id;  // e_ and 10 hex digits of report id, trigger and leading type
    std::vector<Facet> facets;
    Stage stage = Stage::Happened;
    bool background = false;  // older than the news of its report
    Span trigger;             // one word
    std::vector<Filler> fillers;
    std::vector<Figure> figures;
    Clause clause;                    // the words that tell it
    std::vector<Span> bound_by;       // the words that set the stage
    std::vector<std::string> claims;  // ids of the claims whose content it is
    std::uint32_t sentence = 0;
    Reason reason;

    EventType type() const { return facets.front().type; }
    // The first filler of a role; null where there is none.
    const Filler* filler(Role role) const;

    std::string print() const;
    static std::optional<Event> parse(std::string_view notation);

    friend bool operator==(const Event&, const Event&) = default;
};

}  // namespace sitrep::values
