// Actor: a person, group, state or body with a part in the news, and whom it belongs to.
//
// Codes     countries: ISO 3166-1 alpha-3, and PLOVER's KOS, UNO, EUR, IGO, NGO, ISM, IMG, MNC;
//           sectors: PLOVER's three letters (GOV MIL REB …)
// Notation  person "Andrey Rudenko" RUS GOV "deputy foreign minister" of "…" 2013-01..2021
//           several codes are joined by +, none is "-"; what is empty at the end is left out
// Source    PLOVER manual 0.8, "Country Names and Sector Codes"
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "values/date.h"
#include "values/decision.h"
#include "values/marks.h"

namespace sitrep::values {

enum class ActorKind : std::uint8_t {
    Person,
    Group,       // armed or otherwise outside the state: "the Taliban"
    State,       // or its government by metonymy: "Moscow"
    Body,        // an institution, party, outlet: "the interior ministry"
    Collective,  // people without a name: "residents", "border guards"
    Anonymous,   // a voice or hand that is not named: "sources", "an Afghan army officer"
};

std::string_view name(ActorKind kind);  // "person"
std::optional<ActorKind> actor_kind(std::string_view name);

// When something held, both ends included; an end left out is open. An end of a coarse grain
// ("2021") says no more than its grain.
struct Lasting {
    std::optional<PartialDate> from;
    std::optional<PartialDate> to;

    std::string print() const;  // 2013-01..2021-06-23, ..2021, 2013..; empty where both are open
    static std::optional<Lasting> parse(std::string_view notation);
    friend bool operator==(const Lasting&, const Lasting&) = default;
};

enum class Holds : std::uint8_t { No, Perhaps, Yes };
// Perhaps: within the grain of an end, or no day is given and an end is not open.
Holds holds_on(const Lasting& lasting, const std::optional<Date>& day);

struct Affiliation {
    std::vector<std::string> countries;  // in text order: "U.S. and Russian negotiators"
    std::vector<std::string> sectors;    // the first is the leading one, as in PLOVER
    std::string role;                    // words of the phrase: "deputy foreign minister"
    std::string body;                    // the group or body it belongs to: "Taliban"
    Lasting lasting;                     // of the lexicon row that told it

    std::string print() const;
    friend bool operator==(const Affiliation&, const Affiliation&) = default;
};

struct Actor {
    ActorKind kind = ActorKind::Person;
    std::string name;  // as the report or the lexicon has it; empty where it has none
    Affiliation affiliation;

    std::string print() const;
    static std::optional<Actor> parse(std::string_view notation);
    friend bool operator==(const Actor&, const Actor&) = default;
};

// An actor of one report with the words that name it, in text order.
struct ActorTold {
    std::vector<WordRange> mentions;
    Decision<Actor> actor;

    friend bool operator==(const ActorTold&, const ActorTold&) = default;
};

}  // namespace sitrep::values
