// Pieces: a token's WordPiece ids and its casing class.
//
// Each token is looked up by itself: control characters dropped, lower-case, NFD without Mn marks,
// punctuation and CJK characters alone, then greedy longest match with "##".
// Errors  open(): place and next step; a token never fails: bytes that are no UTF-8 are dropped
// Source  docs/decisions/0003-annotator.md (word pieces); BERT's BasicTokenizer and WordPiece
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace sitrep::nn {

// What the letters of a token look like; the number is the row of the casing embedding.
enum class Casing : std::uint8_t {
    NoSignal,     // specials, and every token of a sentence that is all capitals
    NoLetters,    // "1998", ","
    Lower,        // "bridge"
    Capitalised,  // "Naro": the first letter upper, the rest lower
    OneUpper,     // "A": one upper letter alone
    Upper,        // "NATO": two letters or more
    Mixed,        // "McAdam"
};

Casing casing(std::string_view token);
// The casing of each token of a sentence; NoSignal throughout where the sentence is all capitals.
std::vector<Casing> sentence_casing(std::span<const std::string_view> tokens);

class Pieces {
public:
    // vocab.txt: a piece a line, the line number (from 0) its id.
    static base::Result<Pieces> open(const std::string& path);
    static base::Result<Pieces> from(std::string vocabulary);

    // Appends the ids of one token; at least one ([UNK] where nothing is left of it).
    void append(std::string_view token, std::vector<std::int32_t>& ids) const;
    std::vector<std::int32_t> of(std::string_view token) const;

    // Is there a piece that is this whole word?
    bool is_word(std::string_view lower) const;
    std::size_t size() const { return starts_.size() - 1; }
    std::string_view text(std::int32_t id) const;
    std::int32_t cls() const { return cls_; }
    std::int32_t sep() const { return sep_; }
    std::int32_t unknown() const { return unknown_; }

private:
    // Slots of an open-addressed table over all pieces; "##" is left out of the hash, and whether
    // a piece continues a word is part of its key.
    struct Slot {
        std::uint32_t tag = 0;
        std::int32_t id = -1;
    };

    Pieces() = default;
    std::int32_t find(std::string_view piece, bool continues, std::uint64_t hash) const;
    void append_word(std::string_view word, std::vector<std::int32_t>& ids) const;

    std::string vocabulary_;
    std::vector<std::uint32_t> starts_;  // of each line in vocabulary_, and the end
    std::vector<Slot> slots_;
    std::size_t longest_bytes_ = 0;
    std::int32_t cls_ = 0;
    std::int32_t sep_ = 0;
    std::int32_t unknown_ = 0;
};

}  // namespace sitrep::nn
