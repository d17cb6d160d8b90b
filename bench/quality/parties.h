// parties: who stands behind the words of an event, by the digest's own chains of mentions.
//
// Somebody  the chain with the shortest mention over the head word, else the chain with the first
//           name inside the phrase, where the actor of the former is open
// Countries ISO 3166-1 alpha-3 and PLOVER's codes, as the actor has them; each once, in text order
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "values/digest.h"

namespace sitrep::quality {

// Null where nobody is behind these words.
const values::Somebody* somebody_at(const values::Digest& digest, values::Span words,
                                    values::Span head);

std::vector<std::string> countries_at(const values::Digest& digest, values::Span words,
                                      values::Span head);
// Of all fillers of a role.
std::vector<std::string> countries_of(const values::Digest& digest, const values::Event& event,
                                      values::Role role);

// Whose hand: of a state (its sector GOV MIL COP SPY JUD LEG PRM, or the state itself) or of an
// armed or political group outside it (REB UAF PTY OPP CRM, or a group).
enum class Hand : std::uint8_t { Unknown, State, NonState };
Hand hand_of(const values::Actor& actor);
// Of the first filler of the role whose hand is known.
Hand hand_of(const values::Digest& digest, const values::Event& event, values::Role role);

// The claims that an event hangs on, in text order.
std::vector<const values::Claim*> claims_of(const values::Digest& digest,
                                            const values::Event& event);

void add_once(std::vector<std::string>& list, const std::string& item);

}  // namespace sitrep::quality
