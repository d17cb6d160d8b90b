// The measures of events, on two labellings of our own whose agreement is counted by hand.
#include "quality/scores/events.h"

#include <gtest/gtest.h>

namespace sitrep::quality {
namespace {

constexpr const char* head = "@ own/port-1:1   published 2024-05-13\n";
constexpr const char* sentence =
    "Rebel fighters seized the old port of Naro on Sunday, killing at least three soldiers and two "
    "guards, the ministry said, but a rebel told Reuters that nobody was hurt.\n";

LabelledSentence labelled(const std::string& lines) {
    const auto read = labels(head + std::string(sentence) + lines, "own.label");
    EXPECT_TRUE(read) << (read ? "" : read.error().message());
    return read ? read->front() : LabelledSentence();
}

const std::string gold =
    "event e1 COERCE:seize+CONTROL:taken happened trigger=\"seized\" actor=\"Rebel fighters\" "
    "place=\"the old port of Naro\" when=\"on Sunday\"\n"
    "event e2 ASSAULT happened trigger=\"killing\" victim=\"three soldiers\" "
    "victim=\"two guards\"\n"
    "event e3 HARM denied trigger=\"hurt\" victim=\"nobody\"\n"
    "figure e2 killed 3.. side=\"soldiers\" words=\"at least three\"\n"
    "figure e2 killed 2 side=\"guards\" words=\"two\"\n"
    "claim e1,e2 source=\"the ministry\" cue=\"said\" stance=asserts\n"
    "claim e3 source=\"a rebel\" cue=\"told\" via=\"Reuters\" stance=asserts\n";

TEST(Events, AgreeWithThemselves) {
    const auto score = compare(labelled(gold), labelled(gold));
    EXPECT_EQ(score.trigger, (Counts{3, 3, 3}));
    EXPECT_EQ(score.typed, (Counts{3, 3, 3}));
    EXPECT_EQ(score.stage(), 1.0);
    EXPECT_EQ(score.role, (Counts{6, 6, 6}));
    EXPECT_EQ(score.figure, (Counts{2, 2, 2}));
    EXPECT_EQ(score.claim, (Counts{3, 3, 3}));
}

TEST(Events, CountWhatIsPairedAlone) {
    const auto score =
        compare(labelled("event e1 CONTROL:taken happened trigger=\"seized\" actor=\"Rebel\" "
                         "place=\"Naro\" topic=\"on Sunday\"\n"
                         "event e2 HAZARD happened trigger=\"port\" actor=\"Rebel fighters\"\n"
                         "event e3 HARM negated trigger=\"hurt\" victim=\"nobody\"\n"
                         "figure e2 killed 2 words=\"two\"\n"
                         "claim e1,e2 source=\"the ministry\" cue=\"said\" stance=asserts\n"
                         "claim e3 source=\"Reuters\" cue=\"told\" stance=asserts\n"),
                labelled(gold));
    EXPECT_EQ(score.trigger, (Counts{2, 3, 3}));
    EXPECT_EQ(score.typed, (Counts{1, 3, 3}));  // CONTROL leads here, COERCE there
    EXPECT_EQ(score.stage(), 0.5);
    // "Rebel" is half of "Rebel fighters"; "Naro" one of five words; "on Sunday" another role.
    EXPECT_EQ(score.role, (Counts{2, 4, 4}));
    EXPECT_EQ(score.figure, (Counts{0, 0, 0}));  // those of "killing" and "port" are not paired
    EXPECT_EQ(score.claim, (Counts{1, 2, 2}));
    EXPECT_EQ(score.types.at("HARM"), (Counts{1, 1, 1}));
    EXPECT_EQ(score.types.at("HAZARD"), (Counts{0, 1, 0}));
    EXPECT_EQ(score.roles.at("victim"), (Counts{1, 1, 1}));
    EXPECT_EQ(score.types_confused.at({"COERCE", "CONTROL"}), 1U);
    EXPECT_EQ(score.types_confused.at({"ASSAULT", "none"}), 1U);
    EXPECT_EQ(score.types_confused.at({"none", "HAZARD"}), 1U);
    EXPECT_EQ(score.stages_confused.at({"denied", "negated"}), 1U);
}

TEST(Events, FillersMatchOneToOne) {
    const auto ours = labelled(
        "event e1 ASSAULT happened trigger=\"killing\" victim=\"three soldiers and two guards\"\n");
    // Half of its five words would be either's; it holds two of each.
    EXPECT_EQ(compare(ours, labelled(gold)).role, (Counts{0, 1, 2}));
    const auto twice = labelled(
        "event e1 ASSAULT happened trigger=\"killing\" victim=\"soldiers\" "
        "victim=\"three soldiers\"\n");
    EXPECT_EQ(compare(twice, labelled(gold)).role, (Counts{1, 2, 2}));
}

TEST(Events, FiguresAskForKindsAndValue) {
    const auto with = [](const std::string& figures) {
        return labelled("event e1 ASSAULT happened trigger=\"killing\"\n" + figures);
    };
    const auto both = with("figure e1 killed+wounded 3 words=\"three\"\n");
    EXPECT_EQ(compare(with("figure e1 wounded+killed 3 words=\"at least three\"\n"), both).figure,
              (Counts{1, 1, 1}));
    EXPECT_EQ(compare(with("figure e1 killed 3 words=\"three\"\n"), both).figure,
              (Counts{0, 1, 1}));
    EXPECT_EQ(compare(with("figure e1 killed+wounded 3.. words=\"three\"\n"), both).figure,
              (Counts{0, 1, 1}));
    const auto two = with("figure e1 killed 2 words=\"two\"\nfigure e1 killed 2 words=\"two\"\n");
    EXPECT_EQ(compare(two, with("figure e1 killed 2 words=\"two\"\n")).figure, (Counts{1, 2, 1}));
}

TEST(Events, NobodyIsASourceAndNoClaimIsNone) {
    const auto said = [](const std::string& claims) {
        return labelled("event e1 ASSAULT happened trigger=\"killing\"\n" + claims);
    };
    const auto nobody = said("claim e1 cue=\"said\" stance=accuses\n");
    const auto ministry = said("claim e1 source=\"the ministry\" cue=\"said\" stance=asserts\n");
    EXPECT_EQ(compare(nobody, nobody).claim, (Counts{1, 1, 1}));
    EXPECT_EQ(compare(nobody, ministry).claim, (Counts{0, 1, 1}));
    EXPECT_EQ(compare(said(""), ministry).claim, (Counts{0, 0, 1}));
    EXPECT_EQ(compare(nobody, said("")).claim, (Counts{0, 1, 0}));
    EXPECT_EQ(compare(said(""), said("")).claim, (Counts{0, 0, 0}));
    const auto two = said(
        "claim e1 source=\"the ministry\" source=\"a rebel\" cue=\"said\" stance=asserts\n"
        "claim e1 source=\"the ministry\" cue=\"said\" stance=accuses\n");
    EXPECT_EQ(compare(ministry, two).claim, (Counts{1, 1, 2}));
}

TEST(Events, OfOneTriggerPairByTypeFirst) {
    const auto two = labelled(
        "event e1 ASSAULT planned trigger=\"killing\"\nevent e2 HARM happened "
        "trigger=\"killing\"\n");
    const auto one = labelled("event e1 HARM happened trigger=\"killing\"\n");
    const auto score = compare(two, one);
    EXPECT_EQ(score.trigger, (Counts{1, 2, 1}));
    EXPECT_EQ(score.typed, (Counts{1, 2, 1}));
    EXPECT_EQ(score.stage(), 1.0);
}

TEST(Events, TriggersAgreeByTheirFirstWordAndItsPlace) {
    const auto score = compare(labelled("event e1 COERCE happened trigger=\"seized the old\"\n"
                                        "event e2 COERCE happened trigger=\"the\"#2\n"),
                               labelled("event e1 COERCE happened trigger=\"seized\"\n"
                                        "event e2 COERCE happened trigger=\"the\"\n"));
    EXPECT_EQ(score.trigger, (Counts{1, 2, 2}));
}

TEST(Events, AddUp) {
    auto sum = compare(labelled(gold), labelled(gold));
    sum += compare(labelled(""), labelled(gold));
    EXPECT_EQ(sum.trigger, (Counts{3, 3, 6}));
    EXPECT_EQ(sum.types.at("HARM"), (Counts{1, 1, 2}));
    EXPECT_EQ(sum.stage(), 1.0);
    EXPECT_EQ(sum.types_confused.at({"HARM", "none"}), 1U);
}

}  // namespace
}  // namespace sitrep::quality
