#include "quality/incidents.h"

#include <algorithm>
#include <optional>

#include "quality/parties.h"
#include "quality/readers/files.h"

namespace sitrep::quality {
namespace {

using values::ActorKind;
using values::Event;
using values::Filler;
using values::Role;
using values::Span;

constexpr std::array<std::string_view, 5> sectors_of_force{"MIL", "COP", "REB", "UAF", "CRM"};

bool undergoes(Role role) {
    return role == Role::Victim || role == Role::Recipient || role == Role::Target;
}

std::string one_line(std::string_view words) {
    std::string out;
    for (const char c : words) {
        const bool blank = c == ' ' || c == '\n' || c == '\t' || c == '\r';
        if (!blank) {
            out += c;
        } else if (!out.empty() && out.back() != ' ') {
            out += ' ';
        }
    }
    return out;
}

bool same_entity(const Entity& one, const Entity& other) {
    return normalised(one.front()) == normalised(other.front());
}

void add(std::vector<Entity>& into, const std::string& mention) {
    if (normalised(mention).empty()) return;
    const Entity entity{mention};
    const auto known = std::find_if(
        into.begin(), into.end(), [&](const Entity& other) { return same_entity(entity, other); });
    if (known == into.end()) into.push_back(entity);
}

// From the begin of a phrase to the end of its head: "heavily armed men" of "heavily armed men in
// two trucks".
std::string base_phrase(const values::Digest& digest, const Filler& filler) {
    const auto begin = std::min(filler.words.begin(), filler.head.begin());
    const auto& text = digest.report.text;
    return one_line(Span::in(text, begin, filler.head.end()).of(text));
}

// The name of somebody, where the report has one: the naming mention, else the first name.
std::optional<Span> name_of(const values::Somebody& one) {
    if (one.naming.name) return one.naming.span;
    for (const auto& mention : one.mentions) {
        if (mention.name) return mention.span;
    }
    return std::nullopt;
}

// A person's name without the role before it, where the registry read it.
std::string shown_name(const values::Digest& digest, const values::Somebody& one, Span name) {
    const auto words = one_line(name.of(digest.report.text));
    if (!one.actor.choice || one.actor.choice->name.empty()) return words;
    const auto bare = normalised(one.actor.choice->name);
    const bool within = normalised(words).find(bare) != std::string::npos;
    return within ? one_line(one.actor.choice->name) : words;
}

bool is_organisation(const values::Somebody& one) {
    if (!one.actor.choice) return one.being == values::Being::Body;
    const auto kind = one.actor.choice->kind;
    return kind == ActorKind::Group || kind == ActorKind::Body || kind == ActorKind::State;
}

bool is_person(const values::Somebody& one) {
    if (one.actor.choice) return one.actor.choice->kind == ActorKind::Person;
    return one.being == values::Being::Person || one.being == values::Being::Unknown;
}

// An organisation by one name, however it is called here: that of the first chain that is it.
void add_organisation(const values::Digest& digest, const values::Somebody& one,
                      std::vector<Entity>& into) {
    const auto same = [&](const values::Somebody& other) {
        return &other == &one ||
               (one.actor.choice && other.actor.choice && !one.actor.choice->name.empty() &&
                one.actor.choice->name == other.actor.choice->name && name_of(other));
    };
    const auto first = std::find_if(digest.somebodies.begin(), digest.somebodies.end(), same);
    const auto name = name_of(*first);
    if (name) add(into, one_line(name->of(digest.report.text)));
}

// Part of a longer name: the state inside "Armed Forces of Velia".
bool inside_a_name(const values::Digest& digest, Span span) {
    for (const auto& one : digest.somebodies) {
        for (const auto& mention : one.mentions) {
            if (mention.name && mention.span != span && mention.span.contains(span)) return true;
        }
    }
    return false;
}

}  // namespace

base::Result<Incidents> Incidents::from(const lookup::Table& table) {
    Incidents out;
    for (const auto& row : table.rows) {
        const auto& what = row.cells[0];
        const auto& value = row.cells[1];
        const auto place = table.path + ":" + std::to_string(row.line);
        if (what == "type" || what == "beside") {
            const auto type = values::event_type(value);
            if (!type) return base::Error("\"" + value + "\" is no type; mend the row").at(place);
            (what == "type" ? out.types_ : out.beside_).insert(*type);
        } else if (what == "stage") {
            const auto stage = values::stage(value);
            if (!stage) return base::Error("\"" + value + "\" is no stage; mend the row").at(place);
            out.stages_.insert(*stage);
        } else if (what == "armed" || what == "group-word" || what == "act") {
            out.words_[what].insert(value);
        } else {
            return base::Error("\"" + what + "\" is no kind of row; mend it").at(place);
        }
    }
    return out;
}

bool Incidents::is_one(const Event& event, const std::set<values::EventType>& types) const {
    if (event.background || !stages_.contains(event.stage)) return false;
    return std::any_of(event.facets.begin(), event.facets.end(),
                       [&](const values::Facet& facet) { return types.contains(facet.type); });
}

bool Incidents::has_word(std::string_view kind, std::string_view phrase) const {
    const auto words = words_.find(kind);
    if (words == words_.end()) return false;
    const std::string plain = normalised(phrase);
    for (std::string_view word : cut(plain, ' ')) {
        if (words->second.contains(word)) return true;
        if (word.ends_with('s')) word.remove_suffix(1);
        if (words->second.contains(word)) return true;
    }
    return false;
}

bool Incidents::armed(const values::Digest& digest, const Filler& filler) const {
    if (has_word("armed", base_phrase(digest, filler))) return true;
    const auto* one = somebody_at(digest, filler.words, filler.head);
    if (one == nullptr || !one->actor.choice) return false;
    const auto& sectors = one->actor.choice->affiliation.sectors;
    return std::any_of(sectors.begin(), sectors.end(), [](const std::string& sector) {
        return std::find(sectors_of_force.begin(), sectors_of_force.end(), sector) !=
               sectors_of_force.end();
    });
}

// Nobody and nothing is hit but armed hands, or two of them clash.
bool Incidents::spares_civilians(const values::Digest& digest, const Event& event) const {
    std::size_t hit = 0;
    std::size_t actors = 0;
    for (const auto& filler : event.fillers) {
        if (undergoes(filler.role)) {
            if (!armed(digest, filler)) return false;
            ++hit;
        }
        actors += filler.role == Role::Actor ? 1 : 0;
    }
    return hit > 0 || actors > 1;
}

std::vector<const Event*> Incidents::of(const values::Digest& digest) const {
    std::vector<const Event*> out;
    const auto counts = [&](const Event& event, const std::set<values::EventType>& types) {
        return is_one(event, types) && !spares_civilians(digest, event);
    };
    const bool any = std::any_of(digest.events.begin(), digest.events.end(),
                                 [&](const Event& event) { return counts(event, types_); });
    for (const auto& event : digest.events) {
        if (counts(event, types_) || (any && counts(event, beside_))) out.push_back(&event);
    }
    return out;
}

void Incidents::add_actor(const values::Digest& digest, const Filler& filler,
                          MucEntities& into) const {
    auto& individuals = into[static_cast<std::size_t>(MucRole::Individual)];
    auto& organisations = into[static_cast<std::size_t>(MucRole::Organisation)];
    // The names of organisations inside the phrase: "rebels of the Front".
    for (const auto& one : digest.somebodies) {
        if (!is_organisation(one)) continue;
        for (const auto& mention : one.mentions) {
            if (!mention.name || !filler.words.contains(mention.span)) continue;
            if (inside_a_name(digest, mention.span)) continue;
            add_organisation(digest, one, organisations);
            if (mention.span.contains(filler.head)) return;
        }
    }
    const auto* one = somebody_at(digest, filler.words, filler.head);
    const auto phrase = base_phrase(digest, filler);
    const auto name = one == nullptr ? std::nullopt : name_of(*one);
    if (one != nullptr && is_organisation(*one) && name) {
        add_organisation(digest, *one, organisations);
    } else if (has_word("group-word", phrase)) {
        add(organisations, phrase);
    } else if (name) {
        add(individuals, shown_name(digest, *one, *name));
    } else {
        add(individuals, phrase);
    }
}

void Incidents::add_filler(const values::Digest& digest, const Filler& filler,
                           MucEntities& into) const {
    const auto phrase = base_phrase(digest, filler);
    if (filler.role == Role::Actor) {
        add_actor(digest, filler, into);
    } else if (filler.role == Role::Target) {
        add(into[static_cast<std::size_t>(MucRole::Target)], phrase);
    } else if (filler.role == Role::Instrument) {
        if (has_word("act", filler.head.of(digest.report.text))) return;
        add(into[static_cast<std::size_t>(MucRole::Weapon)], phrase);
    } else if (filler.role == Role::Victim || filler.role == Role::Recipient) {
        const auto* one = somebody_at(digest, filler.words, filler.head);
        const auto name = one == nullptr ? std::nullopt : name_of(*one);
        if (!name || !is_person(*one)) return;
        add(into[static_cast<std::size_t>(MucRole::Victim)], shown_name(digest, *one, *name));
    }
}

MucEntities Incidents::entities(const values::Digest& digest) const {
    MucEntities out;
    for (const Event* event : of(digest)) {
        for (const auto& filler : event->fillers) add_filler(digest, filler, out);
    }
    return out;
}

}  // namespace sitrep::quality
