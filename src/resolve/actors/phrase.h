// Phrase: the words of one mention cut into pieces that the tables know and such as they do not.
//
// "U.S.-backed | Iraqi | forces || in | Mosul": the head part, and what follows it.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "resolve/actors/folded.h"
#include "resolve/actors_known.h"
#include "values/date.h"

namespace sitrep::resolve {

struct Piece {
    std::size_t first = 0;  // words of the phrase, both ends included
    std::size_t last = 0;
    const Telling* told = nullptr;          // null: no table knows it
    std::vector<const Telling*> namesakes;  // the other rows with these words
    values::Holds holds = values::Holds::Yes;
    bool aside = false;  // of another: "U.S." in "U.S.-backed", "Iranian" in "pro-Iranian"

    bool tells(Tells what) const { return told != nullptr && !aside && told->tells == what; }
};

struct Phrase {
    std::vector<FoldedWord> words;
    std::vector<Piece> pieces;
    std::size_t begin = 0;  // pieces [begin, cut) are the head part
    std::size_t cut = 0;    // pieces [cut, end) follow it

    values::Span span(const Piece& piece) const {
        return words[piece.first].span.joined(words[piece.last].span);
    }
    bool capital(const Piece& piece) const;
    std::string form(const Piece& piece) const;
};

// cut_at: the byte where the head part ends, known from the tree; without it prepositions tell.
Phrase phrase(std::string_view text, values::Span part, std::optional<std::uint32_t> cut_at,
              const ActorsKnown& known, const std::optional<values::Date>& day);

bool is_name(Tells tells);    // a row of a table of names
bool is_state(Tells tells);   // country, adjective, people, capital, metonym, region, city
bool is_entity(Tells tells);  // group, body, party, outlet, person
bool is_head(Tells tells);    // can head a phrase by its sector: role … thing
bool joins(const Phrase& phrase, std::size_t earlier, std::size_t later);  // "and", a comma

}  // namespace sitrep::resolve
