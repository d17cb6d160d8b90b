// Encoder: windows of word pieces in, a vector for each wanted piece out.
//
// Opens a model folder (spec.txt, vocab.txt, lemmas.tsv, weights.safetensors, and events.txt and
// events.safetensors where they are there) and holds all of it: the vocabulary, the lemmas and the
// heads go with the weights they were trained with.
// Shapes  window [pieces] -> [wanted, hidden * (1 + taps)] f32: the last layer's vector, then what
//         the tapped depths made of the piece (0: the embedding, n: after n layers)
// Errors  open(): the file, the byte or line, and the next step
// Error   fast path against plain twin: tests/nn/encoder_test.cc
// Source  docs/decisions/0003-annotator.md
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "nn/event_head.h"
#include "nn/heads.h"
#include "nn/lemma_table.h"
#include "nn/matrix.h"
#include "nn/path.h"
#include "nn/pieces.h"
#include "nn/spec.h"

namespace sitrep::nn {

// [CLS] s1 [SEP] s2 [SEP] …, at most spec.positions pieces, at least one.
struct Window {
    std::vector<std::int32_t> pieces;   // ids of vocab.txt
    std::vector<Casing> casing;         // of each piece
    std::vector<std::uint32_t> wanted;  // positions in pieces: first pieces of words, roots
};

class Encoder {
public:
    // taps: depths to give instead of those of an event head, which then is not opened.
    static base::Result<Encoder> open(const std::string& folder, Path path = fastest_path(),
                                      std::vector<std::uint32_t> taps = {});
    Encoder(Encoder&&) noexcept;
    Encoder& operator=(Encoder&&) noexcept;
    ~Encoder();

    const Spec& spec() const;
    const Pieces& pieces() const;
    const Heads& heads() const;
    const LemmaTable& lemmas() const;
    const EventHead* events() const;  // null where the folder has none
    Path path() const;

    // Depths below the last, in the order in which encode() gives them too: the event head's.
    const std::vector<std::uint32_t>& taps() const;

    // One matrix a window, in order. The same bytes at any number of threads (0 counts as 1), and
    // whatever the other windows are.
    std::vector<OwnedMatrix> encode(std::span<const Window> windows, unsigned threads) const;

private:
    struct Model;
    explicit Encoder(std::unique_ptr<const Model> model);
    std::unique_ptr<const Model> model_;
};

}  // namespace sitrep::nn
