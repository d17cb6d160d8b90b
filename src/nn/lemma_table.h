// LemmaTable: what the treebanks say of a form as a part of speech; goes with a model's weights.
//
// Form    "form TAB PART TAB lemma", forms in lower case, sorted by their bytes, then by part
// Errors  open(): path and line, and the next step
// Source  training/lemmas.py
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "base/result.h"

namespace sitrep::nn {

class LemmaTable {
public:
    static base::Result<LemmaTable> open(const std::string& path);
    static base::Result<LemmaTable> from(std::string text);

    // Empty where the table has no such row.
    std::string_view find(std::string_view lower_form, std::string_view part) const;
    // Is it the lemma of some row?
    bool knows(std::string_view lemma) const;

private:
    struct Piece {
        std::uint32_t begin = 0;
        std::uint32_t size = 0;
    };
    struct Row {
        Piece form;
        Piece part;
        Piece lemma;
    };
    std::string_view of(Piece piece) const {
        return std::string_view(text_).substr(piece.begin, piece.size);
    }

    std::string text_;
    std::vector<Row> rows_;
    std::unordered_set<std::size_t> known_;  // hashes of lemmas: a clash merely believes a word
};

}  // namespace sitrep::nn
