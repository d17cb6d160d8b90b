// Mentions: named stretches of a sentence with a type, compared by both ends and the type.
//
// Units   tokens of one sentence, first and last both included
// Source  CoNLL 2002/2003 shared task ("conlleval": a mention is right where its span and its type
//         are exactly those expected; a stray I- tag begins a mention)
#pragma once

#include <compare>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "quality/scores/rates.h"

namespace sitrep::quality {

struct Mention {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    std::string type;

    friend bool operator==(const Mention&, const Mention&) = default;
    friend auto operator<=>(const Mention&, const Mention&) = default;
};

// From tags "O", "B-TYPE", "I-TYPE", a tag a token.
std::vector<Mention> mentions(const std::vector<std::string>& tags);

// The same mentions in another set's types; a type the map does not know is left out.
using TypeMap = std::map<std::string, std::string, std::less<>>;
std::vector<Mention> mapped(const std::vector<Mention>& mentions, const TypeMap& types);

using CountsByType = std::map<std::string, Counts>;
CountsByType compare(const std::vector<Mention>& predicted, const std::vector<Mention>& expected);

// Over the types named.
Counts sum(const CountsByType& counts, const std::vector<std::string>& types);

}  // namespace sitrep::quality
