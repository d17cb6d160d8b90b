#include "quality/exports.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "quality/parties.h"
#include "quality/readers/files.h"

namespace sitrep::quality {
namespace {

using values::Event;
using values::EventType;
using values::Role;
using Codes = std::vector<std::string>;

constexpr std::string_view anything = "-";

constexpr std::array<EventType, 7> cooperative{
    EventType::Agree,     EventType::Consult, EventType::Support, EventType::Concede,
    EventType::Cooperate, EventType::Aid,     EventType::Retreat};
constexpr std::array<EventType, 4> verbal{EventType::Request, EventType::Accuse, EventType::Reject,
                                          EventType::Threaten};
constexpr std::array<EventType, 5> hostile{EventType::Protest, EventType::Sanction,
                                           EventType::Mobilize, EventType::Coerce,
                                           EventType::Assault};

template <std::size_t Count>
bool is_one(const std::array<EventType, Count>& of, EventType type) {
    return std::find(of.begin(), of.end(), type) != of.end();
}

bool of_plover(EventType type) {
    return is_one(cooperative, type) || is_one(verbal, type) || is_one(hostile, type);
}

void add(Codes& codes, const Codes& more) {
    for (const auto& code : more) add_once(codes, code);
}

base::Error no_word(const std::string& what, const std::string& cell) {
    return base::Error("\"" + cell + "\" is no " + what + "; mend the row");
}

}  // namespace

base::Result<Exports::Row> Exports::row_of(const std::vector<std::string>& cells) {
    Row row;
    row.stance = values::stance(cells[0]);
    if (!row.stance && cells[0] != anything) return no_word("stance", cells[0]);
    row.stage = values::stage(cells[1]);
    if (!row.stage && cells[1] != anything) return no_word("stage", cells[1]);
    constexpr std::array<std::string_view, 4> acts{anything, "cooperative", "verbal", "hostile"};
    const auto act = std::find(acts.begin(), acts.end(), cells[2]);
    if (act == acts.end()) return no_word("class of acts", cells[2]);
    row.acts = static_cast<Acts>(act - acts.begin());
    row.type = cells[3];
    const auto type = values::event_type(row.type);
    if (row.type != "same" && row.type != "none" && !(type && of_plover(*type))) {
        return no_word("type of PLOVER's", row.type);
    }
    constexpr std::array<std::string_view, 3> sides{"actor", "other", "source"};
    const auto from = std::find(sides.begin(), sides.end(), cells[4]);
    const auto to = std::find(sides.begin(), sides.end(), cells[5]);
    if (from == sides.end()) return no_word("side", cells[4]);
    if (to == sides.end()) return no_word("side", cells[5]);
    row.from = static_cast<Side>(from - sides.begin());
    row.to = static_cast<Side>(to - sides.begin());
    return row;
}

base::Result<Exports> Exports::from(const lookup::Table& rules, const lookup::Table& states) {
    Exports out;
    for (const auto& line : rules.rows) {
        auto row = row_of(line.cells);
        if (!row) {
            return std::move(row).error().at(rules.path + ":" + std::to_string(line.line));
        }
        out.rows_.push_back(*std::move(row));
    }
    for (const auto& line : states.rows) {
        for (const auto name : cut(line.cells[1], '|')) {
            out.states_.push_back({std::string(name), line.cells[0]});
        }
    }
    return out;
}

bool Exports::meets(const Row& row, const Event& event, EventType type,
                    const values::Digest& digest) {
    if (row.stage && *row.stage != event.stage) return false;
    if (row.acts == Acts::Cooperative && !is_one(cooperative, type)) return false;
    if (row.acts == Acts::Verbal && !is_one(verbal, type)) return false;
    if (row.acts == Acts::Hostile && !is_one(hostile, type)) return false;
    if (!row.stance) return true;
    const auto claims = claims_of(digest, event);
    return std::any_of(claims.begin(), claims.end(),
                       [&](const auto* claim) { return claim->stance == *row.stance; });
}

// The states of the places that a role's fillers name.
Codes Exports::states_in(const values::Digest& digest, const Event& event, Role role) const {
    Codes out;
    for (const auto& filler : event.fillers) {
        if (filler.role != role) continue;
        for (const auto& mention : digest.places) {
            if (!filler.words.contains(mention.span) || !mention.place.choice) continue;
            const auto& place = *mention.place.choice;
            const bool country = place.kind == values::PlaceKind::Country;
            if (!country && place.parents.empty()) continue;
            const auto& name = country ? place.name : place.parents.back().name;
            for (const auto& state : states_) {
                if (state.name == name) add_once(out, state.code);
            }
        }
    }
    return out;
}

Codes Exports::side(Side side, const Event& event, const values::Digest& digest) const {
    Codes out;
    if (side == Side::Source) {
        for (const auto* claim : claims_of(digest, event)) {
            if (!claim->source) continue;
            const auto head = claim->name.value_or(*claim->source);
            add(out, countries_at(digest, *claim->source, head));
        }
        return out;
    }
    if (side == Side::Actor) return countries_of(digest, event, Role::Actor);
    for (const Role role : {Role::Recipient, Role::Victim, Role::Beneficiary}) {
        add(out, countries_of(digest, event, role));
    }
    for (const Role role : {Role::Target, Role::Place, Role::To, Role::From}) {
        if (!out.empty()) return out;
        add(out, countries_of(digest, event, role));
        if (out.empty()) add(out, states_in(digest, event, role));
    }
    return out;
}

std::vector<Exported> Exports::of(const values::Digest& digest, const Event& event) const {
    std::vector<Exported> out;
    for (const auto& facet : event.facets) {
        if (!of_plover(facet.type)) continue;
        Row meant;
        meant.type = "same";
        for (const Row& row : rows_) {
            if (!meets(row, event, facet.type, digest)) continue;
            meant = row;
            break;
        }
        if (meant.type == "none") continue;
        Exported one;
        one.type = meant.type == "same" ? std::string(name(facet.type)) : meant.type;
        one.from = side(meant.from, event, digest);
        one.to = side(meant.to, event, digest);
        if (one.to.empty()) one.to = side(Side::Other, event, digest);
        if (std::find(out.begin(), out.end(), one) == out.end()) out.push_back(std::move(one));
    }
    return out;
}

}  // namespace sitrep::quality
