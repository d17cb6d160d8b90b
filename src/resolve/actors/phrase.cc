#include "resolve/actors/phrase.h"

#include <utility>

namespace sitrep::resolve {
namespace {

// The row that holds on the day best; of equals the first. Names need a capital.
struct Case {
    bool capital = false;
    bool upper = false;
};
std::optional<Piece> choose(const std::vector<std::uint32_t>& ids, Case written,
                            const ActorsKnown& known, const std::optional<values::Date>& day) {
    Piece piece;
    for (const auto id : ids) {
        const Telling& telling = known.at(id);
        const bool any_case = (id & ActorsKnown::any_case_bit) != 0;
        if (is_name(telling.tells) && !written.capital && !any_case) continue;
        if ((id & ActorsKnown::acronym_bit) != 0 && !written.upper) continue;
        const auto holds = values::holds_on(telling.lasting, day);
        if (piece.told == nullptr) {
            piece.told = &telling;
            piece.holds = holds;
        } else if (holds > piece.holds) {
            piece.namesakes.insert(piece.namesakes.begin(), std::exchange(piece.told, &telling));
            piece.holds = holds;
        } else {
            piece.namesakes.push_back(&telling);
        }
    }
    if (piece.told == nullptr) return std::nullopt;
    return piece;
}

bool any_capital(const std::vector<FoldedWord>& words, std::size_t first, std::size_t count) {
    for (std::size_t i = first; i < first + count; ++i) {
        if (words[i].capital) return true;
    }
    return false;
}

// "Jordan Smith", "Jack London": a state or town among the words of an unknown name is no place.
// Role words leave no such doubt ("Georgia foreign minister Ann Smith").
void set_names_aside(Phrase& phrase) {
    auto& pieces = phrase.pieces;
    for (const Piece& piece : pieces) {
        if (piece.told != nullptr && is_head(piece.told->tells)) return;
    }
    const auto unknown = [&](const Piece& piece) {
        return piece.told == nullptr && phrase.capital(piece);
    };
    const auto runs_on = [&](const Piece& piece) {
        const FoldedWord& word = phrase.words[piece.last];
        return !word.possessive && !word.breaks && !word.hyphen;
    };
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const bool place = pieces[i].tells(Tells::Country) || pieces[i].tells(Tells::Capital) ||
                           pieces[i].tells(Tells::City) || pieces[i].tells(Tells::Region);
        const bool before = i > 0 && unknown(pieces[i - 1]) && runs_on(pieces[i - 1]);
        const bool after = i + 1 < pieces.size() && unknown(pieces[i + 1]) && runs_on(pieces[i]);
        if (place && (before || after)) pieces[i].aside = true;
    }
}

// What stands behind "pro-" and before "-backed" is somebody else.
void set_aside(Phrase& phrase) {
    for (std::size_t i = 0; i + 1 < phrase.pieces.size(); ++i) {
        Piece& piece = phrase.pieces[i];
        Piece& next = phrase.pieces[i + 1];
        const bool hyphen = phrase.words[piece.last].hyphen;
        if (piece.tells(Tells::Toward)) next.aside = true;
        if (hyphen && (next.tells(Tells::By) || next.tells(Tells::Leads))) piece.aside = true;
    }
}

// The first piece behind the head part: a preposition or a participle; a hyphened "by" word is
// none.
std::size_t cut_of(const Phrase& phrase, std::optional<std::uint32_t> cut_at) {
    for (std::size_t i = phrase.begin + 1; i < phrase.pieces.size(); ++i) {
        const Piece& piece = phrase.pieces[i];
        if (cut_at && phrase.words[piece.first].span.begin() >= *cut_at) return i;
        if (piece.tells(Tells::Carries) || piece.tells(Tells::Parts)) return i;
        const bool by = piece.tells(Tells::By) || piece.tells(Tells::Leads);
        if (by && !phrase.words[phrase.pieces[i - 1].last].hyphen) return i;
    }
    return phrase.pieces.size();
}

}  // namespace

bool is_state(Tells tells) { return tells <= Tells::City; }
bool is_entity(Tells tells) { return tells >= Tells::Group && tells <= Tells::Person; }
bool is_name(Tells tells) { return tells <= Tells::Person; }
bool is_head(Tells tells) { return tells >= Tells::Role && tells <= Tells::Thing; }

bool Phrase::capital(const Piece& piece) const {
    return any_capital(words, piece.first, piece.last + 1 - piece.first);
}

std::string Phrase::form(const Piece& piece) const {
    std::string out;
    for (std::size_t i = piece.first; i <= piece.last; ++i) {
        if (i > piece.first) out += words[i - 1].hyphen ? "-" : " ";
        out += words[i].form;
    }
    return out;
}

bool joins(const Phrase& phrase, std::size_t earlier, std::size_t later) {
    for (std::size_t i = earlier; i < later; ++i) {
        const Piece& piece = phrase.pieces[i];
        if (phrase.words[piece.last].breaks) return true;
        if (i > earlier && (phrase.form(piece) == "and" || phrase.form(piece) == "or")) return true;
    }
    return false;
}

Phrase phrase(std::string_view text, values::Span part, std::optional<std::uint32_t> cut_at,
              const ActorsKnown& known, const std::optional<values::Date>& day) {
    Phrase phrase;
    phrase.words = folded(text, part);
    for (std::size_t at = 0; at < phrase.words.size();) {
        const auto match = known.phrases().longest(phrase.words, at);
        std::optional<Piece> piece;
        if (match.words > 0) {
            piece = choose(*match.ids,
                           {any_capital(phrase.words, at, match.words), phrase.words[at].upper},
                           known, day);
        }
        const std::size_t words = piece ? match.words : 1;
        if (!piece) piece.emplace();
        piece->first = at;
        piece->last = at + words - 1;
        phrase.pieces.push_back(std::move(*piece));
        at += words;
    }
    set_aside(phrase);
    set_names_aside(phrase);
    while (phrase.begin < phrase.pieces.size() &&
           (phrase.pieces[phrase.begin].tells(Tells::Carries) ||
            phrase.pieces[phrase.begin].tells(Tells::Parts))) {
        ++phrase.begin;
    }
    phrase.cut = cut_of(phrase, cut_at);
    return phrase;
}

}  // namespace sitrep::resolve
