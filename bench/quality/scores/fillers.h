// fillers: the entities that fill a role in a whole report, against those of its answer key.
//
// Entity   the ways in which it is mentioned, as strings: lower case, without punctuation and the
//          words a, an, the, blanks made one
// CEAF-REE a predicted and a gold entity are alike (1, else 0) where every mention of the predicted
//          one is a mention of the gold one; right is the best one-to-one pairing; counts are
//          summed over reports and roles
// Gold     of all templates of a report, optional ones too; a filler that adds nothing to an entity
//          that is there, or that holds one, is passed over; mentions that the text has not are
//          left out, and entities without one
// Source   Du, Rush and Cardie, "GRIT: Generative role-filler transformers for document-level event
//          entity extraction", EACL 2021, and its published scorer and conversion of the keys
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "quality/scores/rates.h"

namespace sitrep::quality {

using Entity = std::vector<std::string>;

// As mentions are compared.
std::string normalised(std::string_view mention);

// Mentions as written.
Counts ceaf_ree(const std::vector<Entity>& predicted, const std::vector<Entity>& gold);

// One more filler of the key into a role of a report.
void merge_gold(const Entity& filler, std::vector<Entity>& into);
// Without what the text has not, letters folded and line ends as blanks.
std::vector<Entity> found_in(std::string_view text, const std::vector<Entity>& gold);

}  // namespace sitrep::quality
