#include "resolve/actors/mention.h"

#include <algorithm>
#include <utility>

#include "resolve/actors/country.h"
#include "resolve/actors/person.h"
#include "resolve/actors/sector.h"

namespace sitrep::resolve {
namespace {

using values::ActorKind;

constexpr double part_score = 0.9;
constexpr double former_score = 0.8;

std::vector<values::Span> spans(const Phrase& phrase, const std::vector<std::size_t>& pieces) {
    std::vector<values::Span> out;
    for (const auto at : pieces) out.push_back(phrase.span(phrase.pieces[at]));
    std::sort(out.begin(), out.end());
    return out;
}

std::string between(const Phrase& phrase, std::string_view text, std::size_t first,
                    std::size_t last) {
    return std::string(phrase.words[first].span.joined(phrase.words[last].span).of(text));
}

// The personal name that stands behind a role: "Defence Secretary [Tom King]"; or the whole of a
// phrase that no table knows.
std::string name_written(const Phrase& phrase, std::string_view text, const Part& part) {
    std::size_t first = part.head ? *part.head + 1 : phrase.begin;
    const auto capital = [&](std::size_t at) {
        const Piece& piece = phrase.pieces[at];
        const bool open = piece.told == nullptr || piece.tells(Tells::Person);
        return open && phrase.capital(piece);
    };
    // A name once begun holds words that would be roles elsewhere: "Zabihullah Mujahid".
    const auto goes_on = [&](std::size_t at, std::size_t from) {
        const Piece& piece = phrase.pieces[at];
        return at > from && piece.told != nullptr && is_head(piece.told->tells) &&
               phrase.capital(piece);
    };
    if (part.head && phrase.pieces[*part.head].tells(Tells::Person)) first = *part.head;
    while (first < phrase.cut && !capital(first)) ++first;
    std::size_t end = first;
    while (end < phrase.cut &&
           (capital(end) || goes_on(end, first) || phrase.words[phrase.pieces[end].last].hyphen ||
            (end > first && phrase.words[phrase.pieces[end - 1].last].hyphen))) {
        ++end;
        if (phrase.words[phrase.pieces[end - 1].last].breaks) break;
    }
    if (first >= end) return {};
    return between(phrase, text, phrase.pieces[first].first, phrase.pieces[end - 1].last);
}

// The group or body that a person or band belongs to.
const Piece* body_of(const Phrase& phrase, const Part& part) {
    for (std::size_t i = phrase.begin; i < phrase.pieces.size(); ++i) {
        const Piece& piece = phrase.pieces[i];
        if (i >= phrase.cut && piece.tells(Tells::Parts)) break;
        if (part.head && i == *part.head) continue;
        if (piece.told == nullptr || piece.aside || !is_entity(piece.told->tells)) continue;
        if (!piece.tells(Tells::Person)) return &piece;
    }
    return nullptr;
}

// The country of a phrase's head office and its sole code, for the holder by day.
std::optional<PersonFound> by_office(const Phrase& phrase, const Part& part, const Belonging& found,
                                     const ActorsKnown& known,
                                     const std::optional<values::Date>& day) {
    if (!part.head || part.kind != ActorKind::Person || found.codes.size() != 1) {
        return std::nullopt;
    }
    const Piece& head = phrase.pieces[*part.head];
    // "deputy prime minister", "former president": no holder of the office.
    if (!head.tells(Tells::Role) || part.role != phrase.form(head) || part.rule == "former") {
        return std::nullopt;
    }
    return person_by_office(*head.told, found.codes[0], known, day);
}

const Piece* beside_head(const Phrase& phrase, std::size_t head) {
    const Piece& noun = phrase.pieces[head];
    if (!noun.tells(Tells::Organ) && !noun.tells(Tells::Frame)) return nullptr;
    const auto names_it = [&](std::size_t at) {
        const Piece& piece = phrase.pieces[at];
        if (piece.told == nullptr || piece.aside || piece.told->sectors.empty()) return false;
        if (!is_entity(piece.told->tells) || piece.tells(Tells::Person)) return false;
        const auto& sectors = noun.told->sectors;
        return sectors.empty() || sectors == piece.told->sectors;
    };
    if (head + 1 < phrase.cut && names_it(head + 1)) return &phrase.pieces[head + 1];
    if (head > phrase.begin && names_it(head - 1) && !noun.told->sectors.empty()) {
        return &phrase.pieces[head - 1];
    }
    return nullptr;
}

std::string named(const Phrase& phrase, std::string_view text, const Part& part) {
    if (part.head) {
        const Piece& head = phrase.pieces[*part.head];
        if (is_name(head.told->tells)) return head.told->name;
        // "TASS news agency", "the militant group Hamas": the noun only says what the name is.
        if (const Piece* beside = beside_head(phrase, *part.head)) return beside->told->name;
        if (head.tells(Tells::Organ) || head.tells(Tells::Frame)) {
            return between(phrase, text, phrase.pieces[phrase.begin].first, head.last);
        }
    }
    return {};
}

}  // namespace

Told told(const Phrase& phrase, std::string_view text, CapitalMeans means, const ActorsKnown& known,
          const std::optional<values::Date>& day) {
    Told out;
    const auto person = person_named(phrase, known, day);
    const Telling* const holder = person ? person->told : nullptr;
    Part part = resolve::part(phrase, holder, person ? person->holds : values::Holds::Yes);
    const Belonging found = belonging(phrase, holder);

    const bool town =
        means == CapitalMeans::Town && part.head && phrase.pieces[*part.head].tells(Tells::Capital);
    if (town) {
        part.sectors.clear();
        part.rule = "town";
    }
    out.actor.kind = part.kind;
    if (part.head) out.head = phrase.span(phrase.pieces[*part.head]);
    out.is_town = part.head && phrase.pieces[*part.head].tells(Tells::Town);
    out.heads_by_role = part.head && is_head(phrase.pieces[*part.head].told->tells);
    auto& affiliation = out.actor.affiliation;
    affiliation.countries = found.codes;
    affiliation.sectors = part.sectors;
    affiliation.role = part.role;
    if (const Piece* body = body_of(phrase, part)) {
        affiliation.body = body->told->name;
        affiliation.lasting = body->told->lasting;
    }

    out.person_name = name_written(phrase, text, part);
    out.actor.name = named(phrase, text, part);
    if (holder != nullptr) {
        out.actor.name = holder->name;
        affiliation.lasting = holder->lasting;
    } else if (part.kind == ActorKind::Person && !out.person_name.empty() &&
               out.actor.name.empty()) {
        out.actor.name = out.person_name;
    } else if (const auto office = by_office(phrase, part, found, known, day);
               office && out.person_name.empty()) {
        out.actor.name = office->told->name;
        affiliation.lasting = office->told->lasting;
        part.rule = "holder-on-the-day";
    }
    if (part.head && is_name(phrase.pieces[*part.head].told->tells)) {
        affiliation.lasting = phrase.pieces[*part.head].told->lasting;
    }
    if (!day) affiliation.lasting = {};  // which of several times is meant is open
    out.country = {found.rule, spans(phrase, found.pieces), found.score};
    out.sector = {part.rule, spans(phrase, part.pieces),
                  part.sectors.empty()    ? 0
                  : part.rule == "former" ? former_score
                                          : part_score};
    for (const auto at : found.passed) {
        values::Affiliation other = affiliation;
        other.countries = phrase.pieces[at].told->codes;
        out.passed.push_back({other, "another-country", 0});
    }
    if (part.head) {
        for (const Telling* namesake : phrase.pieces[*part.head].namesakes) {
            values::Affiliation other = affiliation;
            other.countries = namesake->codes;
            other.sectors = namesake->sectors;
            other.lasting = namesake->lasting;
            out.passed.push_back({other, "namesake", 0});
        }
    }
    return out;
}

values::Decision<values::Affiliation> decision(const Told& told) {
    values::Decision<values::Affiliation> out;
    const auto& affiliation = told.actor.affiliation;
    const bool tells =
        !affiliation.countries.empty() || !affiliation.sectors.empty() || !affiliation.role.empty();
    if (tells) out.choice = affiliation;
    std::string rule = told.country.rule;
    if (!told.sector.rule.empty()) rule += (rule.empty() ? "" : "+") + told.sector.rule;
    out.reason.rule = rule.empty() ? "untold" : rule;
    out.reason.evidence = told.country.evidence;
    for (const auto& span : told.sector.evidence) {
        auto& all = out.reason.evidence;
        if (std::find(all.begin(), all.end(), span) == all.end()) all.push_back(span);
    }
    std::sort(out.reason.evidence.begin(), out.reason.evidence.end());
    out.reason.score = std::max(told.country.score, told.sector.score);
    out.passed = told.passed;
    return out;
}

}  // namespace sitrep::resolve
