#include "quality/scores/trees.h"

#include "base/check.h"

namespace sitrep::quality {

TreeScore& TreeScore::operator+=(const TreeScore& more) {
    words += more.words;
    upos += more.upos;
    lemma += more.lemma;
    uas += more.uas;
    las += more.las;
    las_full += more.las_full;
    return *this;
}

std::string_view universal(std::string_view relation) {
    return relation.substr(0, relation.find(':'));
}

TreeScore compare(const std::vector<TreeWord>& predicted, const std::vector<TreeWord>& expected) {
    CHECK(predicted.size() == expected.size());
    TreeScore score;
    for (std::size_t i = 0; i < expected.size(); ++i) {
        const TreeWord& ours = predicted[i];
        const TreeWord& gold = expected[i];
        const bool attached = ours.head == gold.head;
        score.words += 1;
        score.upos += ours.part == gold.part ? 1U : 0U;
        score.lemma += gold.lemma == "_" || ours.lemma == gold.lemma ? 1U : 0U;
        score.uas += attached ? 1U : 0U;
        score.las += attached && universal(ours.relation) == universal(gold.relation) ? 1U : 0U;
        score.las_full += attached && ours.relation == gold.relation ? 1U : 0U;
    }
    return score;
}

}  // namespace sitrep::quality
