#include "resolve/actors/country.h"

#include <algorithm>

namespace sitrep::resolve {
namespace {

constexpr double said_score = 0.95;    // "Russian", "UN"
constexpr double named_score = 0.9;    // "Hamas"
constexpr double holder_score = 0.85;  // "President Mugabe"
constexpr double behind_score = 0.75;  // "workers of … Tehran"
constexpr double usual_score = 0.5;    // "peacekeepers"
constexpr double led_score = 0.4;      // "Vietnamese-led forces"

bool international(const Telling& telling) {
    return telling.codes.size() == 1 && (telling.codes[0] == "UNO" || telling.codes[0] == "EUR" ||
                                         telling.codes[0] == "IGO" || telling.codes[0] == "NGO");
}

// A piece that says a country outright.
bool says(const Piece& piece) {
    if (piece.told == nullptr || piece.aside || piece.told->codes.empty()) return false;
    return is_state(piece.told->tells) ||
           (piece.told->tells == Tells::Body && international(*piece.told));
}

bool names(const Piece& piece) {
    return piece.told != nullptr && !piece.aside && !piece.told->codes.empty() &&
           is_entity(piece.told->tells);
}

void follow(Belonging& found, const Phrase& phrase, std::size_t at) {
    found.pieces.push_back(at);
    for (const auto& code : phrase.pieces[at].told->codes) {
        if (std::find(found.codes.begin(), found.codes.end(), code) == found.codes.end()) {
            found.codes.push_back(code);
        }
    }
}

// The pieces that say a country from first on, as far as "and" or commas join them.
void follow_joined(Belonging& found, const Phrase& phrase, std::size_t first, std::size_t end) {
    follow(found, phrase, first);
    std::size_t last = first;
    for (std::size_t i = first + 1; i < end; ++i) {
        if (!says(phrase.pieces[i])) continue;
        if (joins(phrase, last, i)) {
            follow(found, phrase, i);
        } else if (phrase.pieces[i].told->codes != phrase.pieces[first].told->codes) {
            found.passed.push_back(i);
        }
        last = i;
    }
}

// "Iraq's American advisers" are American: an owner yields to an adjective. "Iraq's prime
// minister".
std::optional<std::size_t> said_first(const Phrase& phrase, std::size_t begin, std::size_t end) {
    std::optional<std::size_t> owner;
    for (std::size_t i = begin; i < end; ++i) {
        const Piece& piece = phrase.pieces[i];
        if (!says(piece)) continue;
        const bool owns = phrase.words[piece.last].possessive;
        if (!owns && (!owner || piece.tells(Tells::Adjective))) return i;
        if (!owner) owner = i;
    }
    return owner;
}

// Behind the head part, as far as prepositions carry.
Belonging behind(const Phrase& phrase) {
    Belonging found;
    if (phrase.cut >= phrase.pieces.size()) return found;
    if (!phrase.pieces[phrase.cut].tells(Tells::Carries)) return found;
    for (std::size_t i = phrase.cut; i < phrase.pieces.size(); ++i) {
        const Piece& piece = phrase.pieces[i];
        if (piece.tells(Tells::Parts) || piece.tells(Tells::By) || piece.tells(Tells::Leads)) {
            break;
        }
        if (!says(piece) && !names(piece)) continue;
        found.rule = "behind";
        found.score = behind_score;
        follow_joined(found, phrase, i, phrase.pieces.size());
        break;
    }
    return found;
}

// "ethnic Albanians in Serbia", "Albanians of Serbia": a people belongs to where it is said to
// live.
bool yields_to_place(const Phrase& phrase, std::size_t at) {
    const Piece& piece = phrase.pieces[at];
    if (at > 0 && phrase.form(phrase.pieces[at - 1]) == "ethnic") return true;
    return piece.tells(Tells::People) && phrase.cut < phrase.pieces.size() &&
           phrase.form(phrase.pieces[phrase.cut]) == "of";
}

bool of_state(const Phrase& phrase) {
    const std::size_t of = phrase.cut;
    if (of >= phrase.pieces.size() || phrase.form(phrase.pieces[of]) != "of") return false;
    for (std::size_t i = of + 1; i < phrase.pieces.size() && i <= of + 2; ++i) {
        if (phrase.pieces[i].tells(Tells::Country)) return true;
    }
    return false;
}

std::string rule_of(const Telling& telling) {
    switch (telling.tells) {
        case Tells::Country:
            return "state-name";
        case Tells::Adjective:
            return "adjective";
        case Tells::People:
            return "people";
        case Tells::Capital:
        case Tells::Metonym:
            return "metonym";
        case Tells::Body:
            return "named-body";
        default:
            return "place-name";
    }
}

}  // namespace

Belonging belonging(const Phrase& phrase, const Telling* person) {
    Belonging found;
    const auto said = said_first(phrase, phrase.begin, phrase.cut);
    if (said && yields_to_place(phrase, *said)) {
        if (auto place = behind(phrase); !place.codes.empty()) {
            place.passed.insert(place.passed.begin(), *said);
            return place;
        }
    }
    if (said) {
        found.rule = rule_of(*phrase.pieces[*said].told);
        found.score = said_score;
        follow_joined(found, phrase, *said, phrase.cut);
        return found;
    }
    for (std::size_t i = phrase.cut; i > phrase.begin; --i) {
        if (!names(phrase.pieces[i - 1])) continue;
        // "the Senate of Belgium": many states have one of that name.
        if (phrase.pieces[i - 1].tells(Tells::Body) && i == phrase.cut && of_state(phrase)) {
            auto place = behind(phrase);
            place.passed.insert(place.passed.begin(), i - 1);
            return place;
        }
        found.rule = phrase.pieces[i - 1].tells(Tells::Person) ? "office-holder" : "named";
        found.score = named_score;
        follow(found, phrase, i - 1);
        return found;
    }
    if (person != nullptr) {
        found.rule = "office-holder";
        found.score = holder_score;
        found.codes = person->codes;
        return found;
    }
    if (auto place = behind(phrase); !place.codes.empty()) return place;
    for (std::size_t i = phrase.begin; i + 1 < phrase.cut; ++i) {
        const Piece& piece = phrase.pieces[i];
        if (!piece.aside || piece.told == nullptr || piece.told->codes.empty()) continue;
        if (!phrase.pieces[i + 1].tells(Tells::Leads)) continue;
        found.rule = "led-by";
        found.score = led_score;
        follow(found, phrase, i);
        return found;
    }
    for (std::size_t i = phrase.begin; i < phrase.cut; ++i) {
        const Piece& piece = phrase.pieces[i];
        if (piece.told == nullptr || piece.aside || piece.told->codes.empty()) continue;
        found.rule = "usual";
        found.score = usual_score;
        follow(found, phrase, i);
    }
    return found;
}

}  // namespace sitrep::resolve
