// chains: links of pronouns and nouns to an antecedent, judged by a text's gold chains.
//
// A link is right where the mention and the antecedent that was chosen for it stand for gold
// mentions of one chain; a mention stands for the gold mention with its head, of several for the
// one whose words it shares most; where none has its head, for the shortest that holds its head and
// has its own head inside the mention. A gold mention is stood for by the one that shares most.
//   pronouns          he, she, it, they in all cases. Expected: those whose gold mention is a
//   person
//                     or organization and whose chain holds an earlier mention. Predicted: those
//                     linked into a chain that the system takes for a person, body or state. Those
//                     whose gold mention is a place or an animal are out of both
//   pronouns_to_name  the same, where the antecedent judged is the nearest earlier name or noun of
//                     the system's chain
//   nouns             mentions headed by a common noun. Expected: with an earlier mention in their
//                     gold chain
//   quoted            I, we, you in all cases between quotation marks. Expected: those whose gold
//                     chain holds an earlier mention, or one that is no such pronoun
//   quoted_to_speaker the same, where the mention judged is the nearest one of the system's chain
//                     that is no such pronoun. Expected: those whose gold chain holds such a
//                     mention
//   quoted_told       quoted_to_speaker for those whose speaker is told: their gold chain holds a
//                     mention that is no such pronoun in the same paragraph, outside of quotation
//                     marks. Others are out of both
// Source  the issue's own definitions; link precision as in Lee et al. 2013, section 5
#pragma once

#include <string_view>
#include <vector>

#include "quality/readers/chained.h"
#include "quality/scores/rates.h"
#include "values/chain.h"
#include "values/marks.h"

namespace sitrep::quality {

enum class LinkKind { None, Pronoun, Noun, Quoted };

// One mention with its judgement, for the predictions.
struct JudgedLink {
    LinkKind kind = LinkKind::None;
    values::WordAt mention;
    bool expected = false;
    bool predicted = false;
    bool right = false;
    bool told = false;        // a quoted one whose speaker is told
    bool to_speaker = false;  // and linked to that speaker
    std::int32_t ours = -1;   // position in Chains::mentions
    std::int32_t gold = -1;   // the nearest earlier gold mention of its chain
};

struct ChainScore {
    Counts pronouns;
    Counts pronouns_to_name;
    Counts nouns;
    Counts quoted;
    Counts quoted_to_speaker;
    Counts quoted_told;

    ChainScore& operator+=(const ChainScore& more);
    friend bool operator==(const ChainScore&, const ChainScore&) = default;
};

struct JudgedChains {
    ChainScore score;
    std::vector<JudgedLink> links;
};

// parts: a word's part of speech in the gold tree, by sentence and word.
using Parts = std::vector<std::vector<std::string_view>>;
JudgedChains judged(std::string_view text, const values::Marks& marks, const values::Chains& ours,
                    const std::vector<GoldMention>& gold, const Parts& parts);

}  // namespace sitrep::quality
