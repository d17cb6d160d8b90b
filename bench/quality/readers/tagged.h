// tagged: sentences of tokens with entity tags (IOB), in the three hands that our sets are in.
//
//   Conll  columns parted by blanks, the tag last; "-DOCSTART-" opens a document (CoNLL++)
//   Re3d   token and tag parted by a tab; sentences stand in no order: each is a document
//   Uner   number, token, tag, parted by tabs; "# newdoc" opens a document (UNER)
// Errors  path and line: a row with too few columns
// Source  github.com/ZihanWangKi/CrossWeigh, github.com/dstl/re3d, universalner.org
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace sitrep::quality {

enum class TagForm : std::uint8_t { Conll, Re3d, Uner };

struct TaggedSentence {
    std::vector<std::string> tokens;
    std::vector<std::string> tags;  // one a token
};

struct TaggedDocument {
    std::string id;
    std::vector<TaggedSentence> sentences;
};

base::Result<std::vector<TaggedDocument>> tagged(std::string_view text, TagForm form,
                                                 const std::string& path);
// The same from a file, packed or not.
base::Result<std::vector<TaggedDocument>> tagged_file(const std::string& path, TagForm form);

}  // namespace sitrep::quality
