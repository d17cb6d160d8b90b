// conllu: treebank documents with the raw text they were made from.
//
// The text is laid out anew from the sentences' "# text" lines: an empty line between paragraphs
// ("# newpar"), a blank between sentences unless the last word says SpaceAfter=No. Words are UD
// words with spans of that text; those of a multi-word token ("do" + "n't") share its surface.
// Where a "# text" line and the words disagree, the words are taken. Empty nodes are left out.
// Errors  path and line: a row without ten columns, a head that is no number or out of the sentence
// Source  universaldependencies.org/format.html
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "quality/scores/trees.h"
#include "values/span.h"

namespace sitrep::quality {

struct ConlluWord {
    values::Span span;  // in ConlluDocument::text
    TreeWord tree;
    std::string features;  // as in the file, "_" where there are none
    std::string misc;
};

struct ConlluSentence {
    std::string id;
    bool ends_paragraph = false;
    std::vector<ConlluWord> words;  // at least one
};

struct ConlluDocument {
    std::string id;
    std::string text;
    std::vector<ConlluSentence> sentences;
};

base::Result<std::vector<ConlluDocument>> conllu(std::string_view text, const std::string& path);
// The same from a file, packed or not.
base::Result<std::vector<ConlluDocument>> conllu_file(const std::string& path);

}  // namespace sitrep::quality
