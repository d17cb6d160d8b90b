// SolidCharacters: places in a text counted without its white space, so that two ways of cutting
// the same text can be compared whatever they do with the blanks.
//
// Units   bytes of the text that belong to no white-space character
// Source  CoNLL 2018 shared task, evaluation script ("tokens and sentences are compared by their
//         spans of characters, white space left out": Unicode category Zs and ASCII white space)
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "quality/scores/extents.h"
#include "values/span.h"

namespace sitrep::quality {

class SolidCharacters {
public:
    explicit SolidCharacters(std::string_view text);

    Extent of(values::Span span) const { return {before_[span.begin()], before_[span.end()]}; }

private:
    std::vector<std::uint32_t> before_;  // solid bytes before each byte, and before the end
};

// Bytes of the white-space character that begins at `at`; 0 where none does.
std::size_t blank_bytes(std::string_view text, std::size_t at);

// The spans as extents; those that hold nothing but white space are left out.
std::vector<Extent> extents(const std::vector<values::Span>& spans, const SolidCharacters& solid);

}  // namespace sitrep::quality
