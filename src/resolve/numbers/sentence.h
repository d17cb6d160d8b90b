// Sentence: the pieces of one marked sentence, each with the word it lies in.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "resolve/numbers/pieces.h"
#include "values/marks.h"

namespace sitrep::resolve::numbers {

struct Sentence {
    std::string_view text;  // the report's
    const values::MarkedSentence* marks = nullptr;
    Pieces pieces;
    std::vector<std::int32_t> word_of;  // by piece; -1 where no word covers it

    const values::Word* word(std::size_t piece) const {
        if (piece >= word_of.size() || word_of[piece] < 0) return nullptr;
        return &marks->words[static_cast<std::size_t>(word_of[piece])];
    }
    std::string_view lowered(std::size_t piece) const {
        return piece < pieces.size() ? std::string_view(pieces[piece].lowered) : std::string_view();
    }
    bool is(std::size_t piece, std::string_view word) const { return lowered(piece) == word; }
    // Does the piece touch the one before it?
    bool glued(std::size_t piece) const {
        return piece > 0 && piece < pieces.size() && !pieces[piece].apart;
    }
    values::Span span(std::size_t first, std::size_t end) const {
        return values::Span::in(text, pieces[first].begin, pieces[end - 1].end);
    }
};

Sentence sentence(std::string_view text, const values::MarkedSentence& marks);

}  // namespace sitrep::resolve::numbers
