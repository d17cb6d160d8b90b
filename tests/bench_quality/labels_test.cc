// The reader of labelled sentences, on sentences of our own.
#include "quality/readers/labels.h"

#include <gtest/gtest.h>

#include "quality/readers/label_fields.h"
#include "quality/scores/words.h"

namespace sitrep::quality {
namespace {

const std::string crossing =
    "@ own/ferry-1:1   published 2024-05-13\n"
    "Rebels said the rebels’ boats reached Åsa-Nord, and rebel-held posts fired at dozens of them, "
    "three of which sank, the mayor told Meridian.\n"
    "# a word on the labels\n"
    "event e1 MOVE:arrive+CONTROL:taken happened trigger=\"reached\" actor=\"the rebels’ boats\" "
    "to=\"Åsa-Nord\"\n"
    "event e2 ASSAULT:firearms happened trigger=\"fired\" actor=\"rebel-held posts\" "
    "victim=\"them\"=the rebels when=\"dozens\" background\n"
    "figure e2 killed+wounded dozens side=\"them\"=those in the boats words=\"dozens of them\"\n"
    "figure e1 other 3 words=\"three\" total share base=\"dozens of them\"\n"
    "claim e1,e2 source=\"the mayor\" cue=\"told\" via=\"Meridian\">\"Rebels\" stance=denies "
    "direct "
    "when=\"dozens\"\n"
    "claim e2 stance=asserts direct\n"
    "entity ORG \"Meridian\"\n"
    "\n"
    "@ own/ferry-1:2   published unknown\n"
    "Nothing else moved.\n";

TEST(Labels, AreReadWithTheirSpans) {
    const auto read = labels(crossing, "own.label");
    ASSERT_TRUE(read) << read.error().message();
    ASSERT_EQ(read->size(), 2U);
    const LabelledSentence& first = read->front();
    EXPECT_EQ(first.name, "own/ferry-1:1");
    EXPECT_EQ(first.published.print(), "2024-05-13");
    ASSERT_EQ(first.events.size(), 2U);
    EXPECT_EQ(first.events[0].facets[1].print(), "CONTROL:taken");
    EXPECT_EQ(first.events[0].fillers[1].phrase.span.of(first.text), "Åsa-Nord");
    EXPECT_EQ(first.events[1].fillers[1].phrase.meant, "the rebels");
    EXPECT_TRUE(first.events[1].background);
    ASSERT_EQ(first.figures.size(), 2U);
    EXPECT_EQ(first.figures[0].kinds.size(), 2U);
    EXPECT_EQ(first.figures[0].value.word, "dozens");
    EXPECT_EQ(first.figures[0].side->meant, "those in the boats");
    EXPECT_TRUE(first.figures[1].total && first.figures[1].share && first.figures[1].base);
    ASSERT_EQ(first.claims.size(), 2U);
    EXPECT_EQ(first.claims[0].events, (std::vector<std::size_t>{0, 1}));
    ASSERT_EQ(first.claims[0].via.size(), 2U);
    EXPECT_EQ(first.claims[0].via[1].span.of(first.text), "Rebels");
    EXPECT_EQ(first.claims[0].when->of(first.text), "dozens");
    EXPECT_TRUE(first.claims[1].sources.empty() && first.claims[1].direct);
    EXPECT_TRUE((*read)[1].events.empty());
    EXPECT_EQ((*read)[1].published.print(), "unknown");
}

TEST(Labels, AreWrittenAsTheyAreRead) {
    const auto read = labels(crossing, "own.label");
    ASSERT_TRUE(read);
    const LabelledSentence& first = read->front();
    const auto again =
        labels("@ own/ferry-1:1   published 2024-05-13\n" + first.text + "\n" + first.print(),
               "again.label");
    ASSERT_TRUE(again) << again.error().message();
    EXPECT_EQ(again->front(), first);
}

TEST(Labels, CountOccurrencesOverWholeWords) {
    const auto read = labels(
        "@ own/a:1   published unknown\n"
        "They fed the fedayeen and fed them: fed.\n"
        "event e1 AID happened trigger=\"fed\"#3\n",
        "own.label");
    ASSERT_TRUE(read) << read.error().message();
    EXPECT_EQ(read->front().events[0].trigger.print(), "36:39");
    EXPECT_EQ(read->front().print(), "event e1 AID happened trigger=\"fed\"#3\n");
}

// What a broken label line says, below a good event; line 4 of its file.
std::string said(const std::string& line) {
    const auto read = labels(
        "@ own/a:1   published unknown\nRebels took the post in May.\n"
        "event e1 COERCE happened trigger=\"took\"\n" +
            line + "\n",
        "own.label");
    return read ? "" : read.error().message();
}

TEST(Labels, SayWhereALineIsBroken) {
    EXPECT_EQ(said("event e2 ASSAULT happened trigger=\"post\""), "");
    EXPECT_EQ(said("event e2 ASSAULT happened trigger=\"pos\""),
              "own.label:4: \"pos\" #1 stands not in the sentence as whole words; mend the line");
    for (const std::string line : {"event e3 ASSAULT happened trigger=\"post\"",
                                   "event e2 ATTACK happened trigger=\"post\"",
                                   "event e2 AID:firearms happened trigger=\"post\"",
                                   "event e2 AID done trigger=\"post\"",
                                   "event e2 AID happened",
                                   "event e2 AID happened trigger=\"post\" trigger=\"took\"",
                                   "event e2 AID happened trigger=\"post\"#2",
                                   "event e2 AID happened trigger=\"post",
                                   "event e2 AID happened trigger=\"post\" doer=\"Rebels\"",
                                   "event e2 AID happened trigger=\"post\" foreground",
                                   "figure e2 killed 3 words=\"post\"",
                                   "figure e1 slain 3 words=\"post\"",
                                   "figure e1 killed several words=\"post\"",
                                   "figure e1 killed 5..3 words=\"post\"",
                                   "figure e1 killed 3",
                                   "figure e1 killed 3 words=\"post\" toll",
                                   "claim e1 source=\"Rebels\" stance=sings",
                                   "claim e1 source=\"Rebels\"",
                                   "claim e0 source=\"Rebels\" stance=asserts",
                                   "claim e1 place=\"post\" stance=asserts",
                                   "entity CITY \"post\"",
                                   "entity GPE post",
                                   "entity GPE \"pos\"",
                                   "act e2",
                                   "event"}) {
        EXPECT_TRUE(said(line).starts_with("own.label:4: ")) << line << ": " << said(line);
    }
}

TEST(Labels, SayWhereABlockIsBroken) {
    const auto fault = [](const std::string& text) {
        const auto read = labels(text, "own.label");
        return read ? "" : read.error().message();
    };
    EXPECT_TRUE(fault("Rebels fled.\n").starts_with("own.label:1: a block opens"));
    EXPECT_TRUE(fault("@ a:1   published May\nIt\n").starts_with("own.label:1: a block opens"));
    EXPECT_TRUE(
        fault("@ a:1   published unknown\n\n").starts_with("own.label:2: the block has no"));
    EXPECT_TRUE(fault("@ a:1   published unknown").starts_with("own.label: the last block"));
    EXPECT_EQ(fault("\n\n"), "");
}

TEST(LabelledValue, ReadsAndPrintsItsNotations) {
    for (const char* notation : {"3", "~20", "130..", "..100", "40..60", "~40..60", "1.5", "dozens",
                                 "half", "~thousands"}) {
        const auto value = LabelledValue::parse(notation);
        ASSERT_TRUE(value) << notation;
        EXPECT_EQ(value->print(), notation);
    }
    EXPECT_EQ(*LabelledValue::parse("3"), (LabelledValue{false, 3.0, 3.0, ""}));
    for (const char* notation : {"", "~", "..", "many", "3,000", "1.2.3", "-3", "0x3"}) {
        EXPECT_FALSE(LabelledValue::parse(notation)) << notation;
    }
}

TEST(LabelFields, EndAMeaningWhereTheNextFieldBegins) {
    const auto read =
        label_fields("e1 via=\"it\"=the one of the river>\"us\" stance=asserts direct");
    EXPECT_EQ(read.fields, (std::vector<LabelField>{{"via", "it", 1, "the one of the river"},
                                                    {"via", "us", 1, ""}}));
    EXPECT_EQ(read.bare, (std::vector<std::string>{"e1", "stance=asserts", "direct"}));
    EXPECT_EQ(label_fields("actor=\"They\"#2=total war background").fields[0].meant, "total war");
}

TEST(Words, AreRunsOfLettersOrDigits) {
    const std::string_view text = "Rebel-held Åsa’s 3,000 £5";
    std::vector<std::string_view> words;
    for (const Extent word : words_of(text)) words.push_back(text.substr(word.begin, word.size()));
    EXPECT_EQ(words, (std::vector<std::string_view>{"Rebel", "held", "Åsa", "s", "3", "000", "5"}));
}

}  // namespace
}  // namespace sitrep::quality
