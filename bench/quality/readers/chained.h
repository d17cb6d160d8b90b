// chained: the mentions and chains that a treebank carries in MISC, as GUM writes them.
//
// Form    Entity=(ID-TYPE-INFSTAT-…  opens a mention at a word, ID) closes it, (ID-TYPE-…) is one
//         word; mentions nest
// Errors  a bracket that closes what is not open, an id that is empty: document and sentence
// Source  CorefUD 1.0, "# global.Entity = GRP-etype-…" at the head of each document
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"
#include "quality/readers/conllu.h"
#include "values/marks.h"

namespace sitrep::quality {

struct GoldMention {
    values::WordRange words;
    values::WordAt head;  // the first of its words whose head lies outside of it
    std::string chain;
    std::string type;  // "person", "organization" …

    friend bool operator==(const GoldMention&, const GoldMention&) = default;
};

// In the order of their first words, the longer first.
base::Result<std::vector<GoldMention>> gold_mentions(const ConlluDocument& document);

}  // namespace sitrep::quality
