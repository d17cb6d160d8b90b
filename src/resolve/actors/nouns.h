// Nouns: the noun phrases of a marked sentence that may mean an actor, by tree and entities.
//
// Units  words of the sentence, both ends included; words_max bounds a phrase
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "resolve/actors_known.h"
#include "values/marks.h"

namespace sitrep::resolve {

constexpr std::uint32_t noun_phrase_words_max = 24;

struct Noun {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    std::uint32_t head = 0;
    std::uint32_t cut = 0;  // the first word behind the head part; last + 1 where none is
};

// The phrase that a word heads.
Noun noun_of(const values::MarkedSentence& sentence, std::uint32_t head);
// The same within given words.
Noun noun_within(const values::MarkedSentence& sentence, std::uint32_t first, std::uint32_t last);
// A word that heads a noun phrase: a noun or name that belongs to no other one.
bool heads_noun(const values::MarkedSentence& sentence, std::uint32_t word);
// "in Moscow", "to Moscow": a preposition of place stands before the phrase.
bool is_whereabouts(std::string_view text, const values::MarkedSentence& sentence,
                    std::uint32_t head, const ActorsKnown& known);

}  // namespace sitrep::resolve
