// At whom chains end, on sentences of our own.
#include "quality/scores/tellers.h"

#include <gtest/gtest.h>

namespace sitrep::quality {
namespace {

const std::string relayed =
    "@ own/relay-1:1   published unknown\n"
    "Shells fell on Naro, a shepherd told the mayor, Kolba TV reported, and rain fell too.\n"
    "event e1 ASSAULT happened trigger=\"fell\"\n"
    "event e2 HAZARD happened trigger=\"rain\"\n"
    "claim e1 source=\"a shepherd\" cue=\"told\" via=\"the mayor\">\"Kolba TV\" stance=asserts\n";

LabelledSentence sentence_of(const std::string& block) {
    const auto read = labels(block, "own.label");
    EXPECT_TRUE(read) << (read ? "" : read.error().message());
    return read ? read->front() : LabelledSentence();
}

// A claim of the words given; an empty source is nobody.
values::Claim claim_of(const std::string& text, const std::string& source,
                       const std::string& content, const std::vector<std::string>& via) {
    const auto span = [&](const std::string& words) {
        const std::size_t at = text.find(words);
        EXPECT_NE(at, std::string::npos) << words;
        return values::Span::in(text, at, at + words.size());
    };
    values::Claim claim;
    if (!source.empty()) claim.source = span(source);
    claim.content = span(content);
    for (const std::string& one : via) claim.via.push_back(span(one));
    return claim;
}

TEST(Tellers, EndAtTheSourceAndAtTheReportItself) {
    const auto gold = sentence_of(relayed);
    const auto one = [&](const std::string& source, const std::vector<std::string>& via) {
        return compare({claim_of(gold.text, source, "Shells fell on Naro", via)}, gold);
    };
    EXPECT_EQ(one("a shepherd", {"the mayor", "Kolba TV"}), (TellerScore{2, 2, 2}));
    EXPECT_EQ(one("a shepherd", {"Kolba TV", "the mayor"}), (TellerScore{2, 2, 1}));
    EXPECT_EQ(one("a shepherd", {"the mayor"}), (TellerScore{2, 2, 1}));
    EXPECT_EQ(one("Kolba TV", {}), (TellerScore{2, 1, 1}));
    EXPECT_EQ(one("", {}), (TellerScore{2, 1, 1}));
    EXPECT_EQ(compare({}, gold), (TellerScore{2, 1, 1}));
}

TEST(Tellers, SayNothingThatNobodyClaimed) {
    const auto gold = sentence_of(relayed);
    const auto claim =
        claim_of(gold.text, "a shepherd", gold.text.substr(0, gold.text.size() - 1), {});
    EXPECT_EQ(compare({claim}, gold), (TellerScore{2, 1, 0}));  // the rain is the report's
}

TEST(Tellers, CountEachSourceAndNobody) {
    const auto gold = sentence_of(
        "@ own/relay-1:2   published unknown\n"
        "The camp burned, a nurse and a guard said; the guard allegedly fled.\n"
        "event e1 HAZARD:fire happened trigger=\"burned\"\n"
        "event e2 MOVE:flee happened trigger=\"fled\"\n"
        "claim e1 source=\"a nurse\" source=\"a guard\" cue=\"said\" stance=asserts\n"
        "claim e2 cue=\"allegedly\" stance=asserts\n");
    const auto burned = claim_of(gold.text, "a nurse and a guard", "The camp burned", {});
    EXPECT_EQ(compare({burned}, gold), (TellerScore{3, 0, 0}));  // two words of five are not half
    const auto nurse = claim_of(gold.text, "nurse", "burned", {});
    const auto fled = claim_of(gold.text, "", "the guard allegedly fled", {});
    EXPECT_EQ(compare({nurse, fled}, gold), (TellerScore{3, 2, 2}));
}

TEST(Tellers, AskForHalfOfTheTriggers) {
    const auto gold = sentence_of(
        "@ own/relay-1:3   published unknown\n"
        "Troops shelled, stormed and burned Naro, it said.\n"
        "event e1 ASSAULT happened trigger=\"shelled\"\n"
        "event e2 ASSAULT happened trigger=\"stormed\"\n"
        "event e3 ASSAULT happened trigger=\"burned\"\n"
        "claim e1,e2,e3 source=\"it\" cue=\"said\" stance=asserts\n");
    EXPECT_EQ(compare({claim_of(gold.text, "it", "shelled, stormed", {})}, gold),
              (TellerScore{1, 1, 1}));
    EXPECT_EQ(compare({claim_of(gold.text, "it", "burned Naro", {})}, gold),
              (TellerScore{1, 0, 0}));
}

}  // namespace
}  // namespace sitrep::quality
