// Given: a data set's document as a report with its sentences and tokens already cut.
#pragma once

#include "quality/readers/conllu.h"
#include "quality/readers/tagged.h"
#include "quality/system.h"

namespace sitrep::quality {

struct Given {
    values::Report report;
    Sentences sentences;
};

// A report of this text alone, in English.
values::Report report_of(std::string id, std::string text);

Given given(const ConlluDocument& document);
// Tokens parted by blanks, sentences by line ends; the last sentence ends a paragraph.
Given given(const TaggedDocument& document);

// The marks hold a word for each token; anything else is a bug of ours (CHECK).
void must_fit(const values::Marks& marks, const Sentences& sentences);

}  // namespace sitrep::quality
