// labelled: what a digest tells of a sentence, in the form that hands label it.
//
// Events  those of one trigger and one leading type are one: the program says an event for each
//         place of a list, a label lists the places. Fillers, figures and claims are joined; stage,
//         facets and mark are the first one's
// Figures a value of a vague word is the word, and so are half, most and all of a whole
// Claims  those that the events name; the others tell no event
#pragma once

#include "quality/readers/labels.h"
#include "values/digest.h"

namespace sitrep::quality {

LabelledSentence labelled(const values::Digest& digest);

// text: the report's, which holds the quantity's own words.
LabelledValue labelled_value(const values::Quantity& quantity, std::string_view text);

}  // namespace sitrep::quality
