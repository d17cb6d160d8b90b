// Quotations: what stands between quotation marks, who says it and to whom.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "resolve/beings_known.h"
#include "resolve/chains/phrases.h"
#include "values/marks.h"

namespace sitrep::resolve::chains {

struct Quotation {
    values::WordAt first;  // inside the marks
    values::WordAt last;
    std::int32_t speaker = -1;   // a phrase
    std::int32_t listener = -1;  // a phrase
    std::uint32_t paragraph = 0;
    bool closed = false;    // by a mark; not by its paragraph's end
    std::string rule;       // how the speaker is known
    values::Span evidence;  // the words that tell it
};

struct Quotations {
    std::vector<Quotation> all;
    std::vector<std::vector<std::int32_t>> of;  // by sentence and word; -1 outside

    std::int32_t at(values::WordAt word) const { return of[word.sentence][word.word]; }
};

Quotations quotations(std::string_view text, const values::Marks& marks, const Phrases& phrases,
                      const BeingsKnown& known);

}  // namespace sitrep::resolve::chains
