#include "annotate/events.h"

#include <gtest/gtest.h>

namespace sitrep::annotate {
namespace {

// "Rebels seized the bridge that engineers built ."
std::vector<values::Word> words() {
    const auto noted = values::marks_from(
        "Rebels|rebel|NOUN|2|nsubj seized|seize|VERB|0|root the|the|DET|4|det "
        "bridge|bridge|NOUN|2|obj that|that|PRON|7|obj engineers|engineer|NOUN|7|nsubj "
        "built|build|VERB|4|acl:relcl .|.|PUNCT|2|punct");
    return noted->marks.sentences.front().words;
}

TEST(Paths, LeadUpThenDown) {
    const auto sentence = words();
    EXPECT_EQ(path_between(sentence, 1, 0, 0, 8), "|nsubj");
    EXPECT_EQ(path_between(sentence, 0, 1, 0, 8), "nsubj|");
    EXPECT_EQ(path_between(sentence, 0, 3, 0, 8), "nsubj|obj");
    EXPECT_EQ(path_between(sentence, 6, 0, 0, 8), "acl:relcl^obj|nsubj");
    EXPECT_EQ(path_between(sentence, 1, 5, 0, 8), "|objvacl:relclvnsubj");
    EXPECT_EQ(path_between(sentence, 1, 1, 0, 8), "|");
}

TEST(Paths, EndAtFourStepsAndAtTheStretch) {
    const auto sentence = words();
    EXPECT_EQ(path_between(sentence, 0, 5, 0, 8), "nsubj|objvacl:relclvnsubj");
    const auto deep = values::marks_from(
        "a|a|NOUN|2|nmod b|b|NOUN|3|nmod c|c|NOUN|4|nmod d|d|NOUN|5|nmod e|e|NOUN|6|nmod "
        "f|f|NOUN|0|root");
    const auto& chain = deep->marks.sentences.front().words;
    EXPECT_EQ(path_between(chain, 0, 4, 0, 6), "nmod^nmod^nmod^nmod|");
    EXPECT_EQ(path_between(chain, 0, 5, 0, 6), "");
    EXPECT_EQ(path_between(chain, 0, 3, 0, 2), "");  // its head lies beyond the stretch
}

}  // namespace
}  // namespace sitrep::annotate
