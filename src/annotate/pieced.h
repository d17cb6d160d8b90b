// pieced: a report's read sentences as word pieces.
//
// An unread line leaves nothing but its paragraph's end, which the sentence before it takes over.
// A sentence of more than stretch_words_max words is read as if it ended after each so many.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "annotate/windows.h"
#include "nn/pieces.h"
#include "values/sentence.h"

namespace sitrep::annotate {

// The tree's scores grow with its square: 4 MB at this many words. Treebanks know no longer ones.
constexpr std::uint32_t stretch_words_max = 1024;

PiecedReport pieced(std::string_view text, const std::vector<values::Sentence>& sentences,
                    const nn::Pieces& pieces);

}  // namespace sitrep::annotate
