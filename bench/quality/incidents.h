// Incidents: what of a report's events MUC asks for, as the entities of its five roles.
//
// Which     by the table: types, stages, and not an attack by or on nobody but armed hands
// Mentions  one an entity: a somebody's name, else the phrase from its begin to its head word, line
//           ends as blanks; nobody and nothing twice in a role
// Roles     Individual: actors that are no organisation. Organisation: actors that are a group,
//           body or state with a name, and such names inside the phrase of an actor, unless part of
//           a longer name; each under one name. Target: target fillers. Victim: named persons among
//           victims and recipients (the keys' slot holds names). Weapon: instruments that are no
//           acts.
// Source    bench/quality/scope/muc.tsv
// Errors    a row of an unknown kind, type or stage: path, line and next step
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "lookup/table.h"
#include "quality/scores/fillers.h"
#include "values/digest.h"

namespace sitrep::quality {

enum class MucRole : std::uint8_t { Individual, Organisation, Target, Victim, Weapon };
constexpr std::size_t muc_roles = 5;
using MucEntities = std::array<std::vector<Entity>, muc_roles>;

class Incidents {
public:
    static base::Result<Incidents> from(const lookup::Table& table);

    std::vector<const values::Event*> of(const values::Digest& digest) const;
    MucEntities entities(const values::Digest& digest) const;

private:
    using Words = std::set<std::string, std::less<>>;

    bool is_one(const values::Event& event, const std::set<values::EventType>& types) const;
    bool has_word(std::string_view kind, std::string_view phrase) const;
    bool armed(const values::Digest& digest, const values::Filler& filler) const;
    bool spares_civilians(const values::Digest& digest, const values::Event& event) const;
    void add_actor(const values::Digest& digest, const values::Filler& filler,
                   MucEntities& into) const;
    void add_filler(const values::Digest& digest, const values::Filler& filler,
                    MucEntities& into) const;

    std::set<values::EventType> types_;
    std::set<values::EventType> beside_;
    std::set<values::Stage> stages_;
    std::map<std::string, Words, std::less<>> words_;  // by their kind
};

}  // namespace sitrep::quality
