#include "resolve/actors/sector.h"

#include <algorithm>

namespace sitrep::resolve {
namespace {

using values::ActorKind;
using values::Holds;

void lead(std::vector<std::string>& sectors, const std::vector<std::string>& more) {
    for (const auto& sector : more) {
        if (std::find(sectors.begin(), sectors.end(), sector) == sectors.end()) {
            sectors.push_back(sector);
        }
    }
}

// Sectors that can stand before the noun of a force: government troops are still troops.
bool armed(const std::string& sector) {
    for (const char* one : {"MIL", "REB", "PRM", "COP", "SPY", "UAF", "CRM", "OPP"}) {
        if (sector == one) return true;
    }
    return false;
}

// A noun that takes its sector from the words around it.
bool yields(const Telling& told) {
    const bool voice = told.tells == Tells::Anonymous && told.sectors.empty();  // "army sources"
    return voice || told.tells == Tells::Post || told.tells == Tells::Frame ||
           told.tells == Tells::Thing;
}

// What a piece lends to the noun behind it.
bool lends(const Piece& piece) {
    if (piece.told == nullptr || piece.aside || piece.told->sectors.empty()) return false;
    const Tells tells = piece.told->tells;
    return tells == Tells::Tint || tells == Tells::Organ || tells == Tells::Group ||
           tells == Tells::Body || tells == Tells::Party || tells == Tells::Outlet ||
           tells == Tells::Role || tells == Tells::Collective || tells == Tells::Metonym;
}

bool fits(const Telling& noun, const Piece& piece) {
    const bool force = !noun.sectors.empty() && noun.sectors[0] == "MIL";
    return lends(piece) && (!force || armed(piece.told->sectors[0]));
}

// The last piece of the head part that heads by its sector; one behind a comma only where nothing
// stands before it ("Ali Reza, the deputy police chief").
std::optional<std::size_t> head_of(const Phrase& phrase) {
    std::optional<std::size_t> head;
    bool parted = false;
    bool in_name = false;  // "Defence Secretary Tom [King]"
    for (std::size_t i = phrase.begin; i < phrase.cut; ++i) {
        const Piece& piece = phrase.pieces[i];
        const bool can = piece.told != nullptr && !piece.aside && is_head(piece.told->tells) &&
                         !(in_name && phrase.capital(piece));
        if (can && !(head && parted)) head = i;
        const bool owner = phrase.words[piece.last].possessive;
        if (piece.told == nullptr && phrase.capital(piece)) in_name = head.has_value() && !owner;
        parted = parted || phrase.words[piece.last].breaks;
        // A second noun joined by "and" is no modifier of the first.
        if (head && i > *head && phrase.form(piece) == "and") break;
    }
    return head;
}

std::optional<std::size_t> lender_before(const Phrase& phrase, std::size_t head) {
    for (std::size_t i = head; i > phrase.begin; --i) {
        if (fits(*phrase.pieces[head].told, phrase.pieces[i - 1])) return i - 1;
    }
    return std::nullopt;
}

// "spokesman for the Taliban", "member of parliament".
std::optional<std::size_t> lender_behind(const Phrase& phrase, std::size_t head) {
    for (std::size_t i = phrase.cut; i < phrase.pieces.size(); ++i) {
        const Piece& piece = phrase.pieces[i];
        const std::string form = phrase.form(piece);
        if (i == phrase.cut && form != "of" && form != "for" && form != "from" && form != "in") {
            return std::nullopt;
        }
        if (fits(*phrase.pieces[head].told, piece)) return i;
        if (i > phrase.cut && (piece.tells(Tells::Carries) || piece.tells(Tells::Parts))) break;
    }
    return std::nullopt;
}

bool holds_former(const Phrase& phrase, std::size_t end) {
    for (std::size_t i = phrase.begin; i < end; ++i) {
        if (phrase.pieces[i].tells(Tells::Former)) return true;
    }
    return false;
}

// Who held an office and does not now: PLOVER's ELI. Of others we do not know.
std::vector<std::string> formerly(const std::vector<std::string>& sectors) {
    if (sectors.empty()) return {};
    const bool office = sectors[0] == "GOV" || sectors[0] == "LEG" || sectors[0] == "JUD";
    return office ? std::vector<std::string>{"ELI"} : std::vector<std::string>{};
}

bool plural(const Phrase& phrase, const Piece& piece) {
    const std::string& form = phrase.words[piece.last].form;
    return form.ends_with('s') || form.ends_with("men") || form.ends_with("people");
}

bool indefinite(const Phrase& phrase) {
    if (phrase.begin >= phrase.pieces.size()) return false;
    const std::string first = phrase.form(phrase.pieces[phrase.begin]);
    return first == "a" || first == "an" || first == "another" || first == "one";
}

ActorKind kind_of(const Phrase& phrase, const Piece& head) {
    switch (head.told->tells) {
        case Tells::Role:
        case Tells::Post: {
            if (plural(phrase, head)) return ActorKind::Collective;
            return indefinite(phrase) ? ActorKind::Anonymous : ActorKind::Person;
        }
        case Tells::Collective:
        case Tells::Town:
        case Tells::Thing:
        case Tells::People:
            return ActorKind::Collective;
        case Tells::Anonymous:
            return ActorKind::Anonymous;
        case Tells::Group:
            return ActorKind::Group;
        case Tells::Country:
        case Tells::Adjective:
        case Tells::Capital:
        case Tells::Metonym:
        case Tells::Region:
        case Tells::City:
            return ActorKind::State;
        case Tells::Organ:
        case Tells::Frame:
        case Tells::Body:
        case Tells::Party:
        case Tells::Outlet:
            return ActorKind::Body;
        default:
            return ActorKind::Person;
    }
}

// "planning and investment minister", "deputy foreign minister": the role nouns and the words
// that narrow them, from behind the state or name.
std::string role_of(const Phrase& phrase, std::size_t head) {
    const Tells tells = phrase.pieces[head].told->tells;
    if (tells == Tells::Organ || tells == Tells::Frame || tells == Tells::Thing) return {};
    std::size_t first = head;
    for (std::size_t i = head; i > phrase.begin; --i) {
        const Piece& piece = phrase.pieces[i - 1];
        const FoldedWord& word = phrase.words[piece.last];
        if (word.possessive || word.breaks || piece.aside) break;
        const bool narrows = piece.told != nullptr &&
                             (is_head(piece.told->tells) || piece.told->tells == Tells::Tint);
        const bool titled = piece.told == nullptr && phrase.capital(piece) && piece.first > 0;
        const bool linked = piece.told == nullptr && word.form == "and" && first != head;
        if (!narrows && !titled && !linked) break;
        first = i - 1;
    }
    // Nothing but the role's own words opens it.
    while (first < head && phrase.form(phrase.pieces[first]) == "and") ++first;
    std::string role;
    for (std::size_t i = first; i <= head; ++i) {
        role += (role.empty() ? "" : " ") + phrase.form(phrase.pieces[i]);
    }
    return role;
}

Part by_head(const Phrase& phrase, std::size_t head) {
    const Telling& told = *phrase.pieces[head].told;
    Part part;
    part.head = head;
    part.kind = kind_of(phrase, phrase.pieces[head]);
    part.role = role_of(phrase, head);
    part.rule = "role";
    part.pieces = {head};
    part.sectors = told.sectors;
    if (yields(told)) {
        auto lender = lender_before(phrase, head);
        if (!lender) lender = lender_behind(phrase, head);
        if (lender) {
            part.rule = "role-of";
            part.pieces.push_back(*lender);
            const Telling& lent = *phrase.pieces[*lender].told;
            std::vector<std::string> sectors = lent.sectors;
            if (lent.tells == Tells::Tint && lent.sectors[0] == "OPP") lead(sectors, told.sectors);
            part.sectors = sectors;
        }
    } else {
        for (std::size_t i = phrase.begin; i < head; ++i) {
            if (phrase.pieces[i].tells(Tells::Tint))
                lead(part.sectors, phrase.pieces[i].told->sectors);
        }
    }
    if (holds_former(phrase, head)) {
        part.rule = "former";
        part.sectors = formerly(part.sectors);
    }
    return part;
}

}  // namespace

Part part(const Phrase& phrase, const Telling* person, Holds person_holds) {
    if (const auto head = head_of(phrase)) return by_head(phrase, *head);
    Part part;
    for (std::size_t i = phrase.cut; i > phrase.begin; --i) {
        const Piece& piece = phrase.pieces[i - 1];
        if (piece.told == nullptr || piece.aside || piece.told->tells > Tells::Tint) continue;
        if (piece.tells(Tells::Tint) && part.head) continue;
        const bool better = !part.head || (is_entity(piece.told->tells) &&
                                           !is_entity(phrase.pieces[*part.head].told->tells));
        if (better) part.head = i - 1;
    }
    if (person != nullptr || (part.head && phrase.pieces[*part.head].tells(Tells::Person))) {
        const Telling& holder = person != nullptr ? *person : *phrase.pieces[*part.head].told;
        const Holds holds = person != nullptr ? person_holds : phrase.pieces[*part.head].holds;
        part.kind = ActorKind::Person;
        part.rule = "office-holder";
        if (part.head) part.pieces = {*part.head};
        if (holds != Holds::No) part.sectors = holder.sectors;
        if (holds_former(phrase, phrase.cut)) part.sectors = formerly(holder.sectors);
        return part;
    }
    if (!part.head) return part;
    const Piece& piece = phrase.pieces[*part.head];
    part.kind = kind_of(phrase, piece);
    part.pieces = {*part.head};
    part.rule = is_state(piece.told->tells) ? "state" : "named";
    if (piece.holds != Holds::No) part.sectors = piece.told->sectors;
    return part;
}

}  // namespace sitrep::resolve
