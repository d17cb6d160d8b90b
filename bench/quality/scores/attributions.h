// AttributionScore: who says what by which words, in one article.
//
// Spans are compared on the scorer's own tokens, not on those of the program under test: both sides
// are laid over plain_tokens(), and a span is its first and last token touched. Discontinuous spans
// count by their outer ends.
//   exact    distinct spans of the article with both ends right, for source, cue and content each
//   overlap  the same with half of the longer span's tokens shared, one to one (extents.h)
//   triples  source, cue and content all exact, absent where they are expected to be absent
// Source  PolNeAR (Newell and others, LREC 2018); CofeNet (COLING 2022) for exact spans;
//         BBC Citron for overlap
#pragma once

#include <compare>
#include <optional>
#include <string_view>
#include <vector>

#include "quality/scores/extents.h"
#include "quality/scores/rates.h"

namespace sitrep::quality {

// In tokens of the article.
struct Triple {
    std::optional<Extent> source;
    std::optional<Extent> cue;
    std::optional<Extent> content;

    friend bool operator==(const Triple&, const Triple&) = default;
    friend auto operator<=>(const Triple&, const Triple&) = default;
};

struct PartScore {
    Counts exact;
    Counts overlap;
};

struct AttributionScore {
    PartScore source;
    PartScore cue;
    PartScore content;
    Counts triples;

    AttributionScore& operator+=(const AttributionScore& more);
};

// more_contents: second contents that annotators gave to an attribution; they count as contents.
AttributionScore compare(const std::vector<Triple>& predicted, const std::vector<Triple>& expected,
                         const std::vector<Extent>& more_contents);

// Runs of letters and digits (any byte past ASCII that is no white space or punctuation among
// them), letters with periods ("U.S."), and every other character alone; in bytes of the text.
std::vector<Extent> plain_tokens(std::string_view text);

// The tokens that bytes [begin, end) touch; empty where they touch none.
std::optional<Extent> touched(const std::vector<Extent>& tokens, Extent bytes);

}  // namespace sitrep::quality
