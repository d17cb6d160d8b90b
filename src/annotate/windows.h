// windows: stretches of word pieces, packed into what the encoder reads at once.
//
// Units   pieces; [CLS] and every [SEP] are counted, but not in a part
// Source  docs/decisions/0003-annotator.md (windows); training/data.py is the twin
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "nn/encoder.h"
#include "nn/pieces.h"
#include "nn/spec.h"

namespace sitrep::annotate {

// A sentence, or so much of a very long one as is parsed at once.
struct Stretch {
    std::uint32_t sentence = 0;    // of the report
    std::uint32_t offset = 0;      // words of the sentence that stand before it
    std::uint32_t first_word = 0;  // in PiecedReport::starts
    std::uint32_t words = 0;       // at least one
    std::uint32_t first_piece = 0;
    std::uint32_t pieces = 0;
    bool ends_paragraph = false;

    friend bool operator==(const Stretch&, const Stretch&) = default;
};

// The read sentences of a report, one after another.
struct PiecedReport {
    std::vector<std::int32_t> pieces;
    std::vector<nn::Casing> casing;     // of each piece
    std::vector<std::uint32_t> starts;  // of each word, in pieces
    std::vector<Stretch> stretches;
};

struct Packing {
    std::uint32_t window = 200;     // at most, unless one stretch alone is longer
    std::uint32_t paragraph = 120;  // a window of so many ends with its paragraph
    std::uint32_t part = 510;       // of a stretch too long for the positions, and from one part
    std::uint32_t stride = 384;     // to the next; what lies in two parts is read in both

    static Packing of(const nn::Spec& spec);
};

// Stretches [first, last) that share a window.
struct Run {
    std::uint32_t first = 0;
    std::uint32_t last = 0;

    friend bool operator==(const Run&, const Run&) = default;
};

std::vector<Run> runs(std::span<const Stretch> stretches, const Packing& packing);

struct Specials {
    std::int32_t cls = 0;
    std::int32_t sep = 0;
};

// Appends the run's window, or the parts of its one over-long stretch, and says how many. Wanted
// are the run's words, in order, then the root of each stretch; of parts, each word in the part in
// which it stands furthest from an edge (of two equal, the first), the root in the first.
std::size_t append_windows(const PiecedReport& report, Run run, const Packing& packing,
                           Specials specials, std::vector<nn::Window>& windows);

// What was encoded of a run's parts, in the order of one window: all words, then the root.
nn::OwnedMatrix joined_parts(std::span<const nn::OwnedMatrix> parts);

}  // namespace sitrep::annotate
