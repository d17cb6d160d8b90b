// sentences: a report's text as sentences with tokens, each line of its kind.
//
// A line break ends a paragraph, unless the text is wrapped by hand (most lines break off in
// mid-sentence at about one width); then an empty line does. Every token lies inside its
// sentence, sentences do not overlap, and nothing but white space stands outside them.
#pragma once

#include <string_view>
#include <vector>

#include "split/words.h"
#include "values/report.h"
#include "values/sentence.h"

namespace sitrep::split {

std::vector<values::Sentence> sentences(const values::Report& report, const Words& words);
std::vector<values::Sentence> sentences(std::string_view text, const Words& words);

}  // namespace sitrep::split
