// spelling: how far two spellings may be the same name, once written by ear.
//
// A name's sounds are its letters with digraphs made one (kh, gh, sh, ch, zh, dz, ts, th) and
// doubles collapsed; its skeleton is what is left of them without vowels, h, kh and the choices
// that romanisations disagree on. Names that share no skeleton are never compared.
//
// Units   costs in nats; far() in [0, 1)
// Errors  a table that holds a pair twice, no pair, or a cost that is no number: file and line
// Source  docs/decisions/0004-gazetteer.md; stochastic edit distance: Ristad & Yianilos 1998
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"
#include "lookup/table.h"

namespace sitrep::lookup {

constexpr std::size_t sounds_max = 64;  // of one name; what is longer is cut

// "khwaja ghar" -> "Xwaja Gar"
std::string sounds(std::string_view folded_name);

// "khwaja ghar", "khodzha gar", "khojaghar" -> "xjgr"; at most sounds_max letters. Empty where
// nothing is left.
std::string skeleton(std::string_view folded_name);
// Vowels and h alone left out: the closer of two keys, for telling, not for looking up.
std::string near_skeleton(std::string_view folded_name);

class Spelling {
public:
    // No row: each letter costs the same.
    Spelling();
    // Columns: a b cost; "_" is nothing, "blank" a blank. A pair costs the same both ways.
    static base::Result<Spelling> from(const Table& table);

    // How far, from 0 (the same sounds) towards 1; 1 where it would pass far_max.
    double far(std::string_view sounds, std::string_view other, double far_max = 1) const;

    static constexpr std::size_t letters = 36;
    using Costs = std::array<float, letters * letters>;
    const Costs& costs() const { return costs_; }
    explicit Spelling(const Costs& costs) : costs_(costs) {}

private:
    Costs costs_{};
};

}  // namespace sitrep::lookup
