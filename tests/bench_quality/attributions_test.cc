#include "quality/scores/attributions.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <string>

namespace sitrep::quality {
namespace {

std::vector<std::string> words(const std::string& text) {
    std::vector<std::string> found;
    for (const Extent token : plain_tokens(text)) {
        found.push_back(text.substr(token.begin, token.size()));
    }
    return found;
}

TEST(PlainTokens, ArePlain) {
    EXPECT_EQ(words("Mr. Okoro's aide said: “We won’t go.”"),
              (std::vector<std::string>{"Mr", ".", "Okoro", "'", "s", "aide", "said", ":", "“",
                                        "We", "won", "’", "t", "go", ".", "”"}));
    EXPECT_EQ(
        words("U.S. forces, 3,500 in Málaga…"),
        (std::vector<std::string>{"U.S.", "forces", ",", "3", ",", "500", "in", "Málaga", "…"}));
    EXPECT_EQ(words(" \n\t"), std::vector<std::string>{});
}

TEST(PlainTokens, HoldEverythingButBlanks) {
    EXPECT_TRUE(rc::check("in order, none empty, blanks between", [] {
        std::string text;
        for (const char* piece : *rc::gen::container<std::vector<const char*>>(
                 rc::gen::element("a", "U", ".", "'", " ", "\n", "’", "…", "é", "7"))) {
            text += piece;
        }
        std::size_t end = 0;
        for (const Extent token : plain_tokens(text)) {
            RC_ASSERT(token.begin >= end && token.size() > 0);
            for (; end < token.begin; ++end) RC_ASSERT(text[end] == ' ' || text[end] == '\n');
            end = token.end;
        }
        RC_ASSERT(end <= text.size());
    }));
}

TEST(Touched, TakesEveryTokenThatASpanMeets) {
    const auto tokens = plain_tokens("The aide said so");
    EXPECT_EQ(touched(tokens, {0, 8}), (Extent{0, 2}));
    EXPECT_EQ(touched(tokens, {2, 5}), (Extent{0, 2}));  // cuts into both
    EXPECT_EQ(touched(tokens, {3, 9}), (Extent{1, 2}));  // blanks at its edges
    EXPECT_EQ(touched(tokens, {3, 4}), std::nullopt);    // a blank alone
    EXPECT_EQ(touched(tokens, {14, 16}), (Extent{3, 4}));
}

const Triple said{Extent{0, 2}, Extent{2, 3}, Extent{3, 9}};
const Triple warned{std::nullopt, Extent{12, 13}, Extent{13, 20}};

TEST(AttributionScore, OfTheSameIsWhole) {
    const auto score = compare({said, warned}, {said, warned}, {});
    EXPECT_EQ(score.source.exact, (Counts{1, 1, 1}));
    EXPECT_EQ(score.cue.exact, (Counts{2, 2, 2}));
    EXPECT_EQ(score.content.exact, (Counts{2, 2, 2}));
    EXPECT_EQ(score.triples, (Counts{2, 2, 2}));
}

TEST(AttributionScore, TakesEachPartByItself) {
    Triple ours = said;
    ours.content = Extent{3, 8};  // one token short: 5 of 6
    const auto score = compare({ours}, {said, warned}, {});
    EXPECT_EQ(score.source.exact, (Counts{1, 1, 1}));
    EXPECT_EQ(score.content.exact, (Counts{0, 1, 2}));
    EXPECT_EQ(score.content.overlap, (Counts{1, 1, 2}));
    EXPECT_EQ(score.triples, (Counts{0, 1, 2}));
}

TEST(AttributionScore, CountsASharedSourceOnce) {
    const Triple added{said.source, Extent{10, 11}, Extent{13, 20}};
    const auto score = compare({said}, {said, added}, {});
    EXPECT_EQ(score.source.exact, (Counts{1, 1, 1}));
    EXPECT_EQ(score.triples, (Counts{1, 1, 2}));
}

TEST(AttributionScore, WantsAnAbsentPartToBeAbsent) {
    Triple ours = warned;
    ours.source = Extent{10, 11};
    const auto score = compare({ours}, {warned}, {});
    EXPECT_EQ(score.source.exact, (Counts{0, 1, 0}));
    EXPECT_EQ(score.triples, (Counts{0, 1, 1}));
}

TEST(AttributionScore, CountsSecondContentsAsContents) {
    const Triple ours{std::nullopt, Extent{40, 41}, Extent{30, 35}};
    const auto score = compare({said, ours}, {said}, {Extent{30, 35}});
    EXPECT_EQ(score.content.exact, (Counts{2, 2, 2}));
    EXPECT_EQ(score.triples, (Counts{1, 2, 1}));
}

TEST(AttributionScore, Adds) {
    auto score = compare({said}, {said}, {});
    score += compare({}, {warned}, {});
    EXPECT_EQ(score.cue.exact, (Counts{1, 1, 2}));
    EXPECT_EQ(score.cue.overlap, (Counts{1, 1, 2}));
    EXPECT_EQ(score.triples, (Counts{1, 1, 2}));
}

}  // namespace
}  // namespace sitrep::quality
