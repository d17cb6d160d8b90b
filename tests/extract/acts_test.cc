#include "extract/acts.h"

#include <gtest/gtest.h>

#include "extract/claims.h"

namespace sitrep::extract {
namespace {

const ActsKnown& english() {
    static const ActsKnown known = [] {
        auto table = lookup::table(std::string(SITREP_ROOT) + "/lexicon/en/acts.tsv");
        auto read = ActsKnown::from(table.value());
        return std::move(read).operator*();
    }();
    return known;
}

struct Read {
    values::Report report;
    std::vector<values::Claim> claims;
    std::vector<values::Act> acts;

    std::string words(values::Span span) const { return std::string(span.of(report.text)); }
    std::string clause(std::size_t act) const {
        std::string out;
        for (const auto span : acts[act].clause.kept)
            out += (out.empty() ? "" : " … ") + words(span);
        return out;
    }
};

Read read(std::string_view notation) {
    const auto noted = values::marks_from(notation);
    EXPECT_TRUE(noted);
    Read read;
    read.report.id = "r_test";
    read.report.text = noted->text;
    read.claims = claims(read.report, noted->marks);
    read.acts = acts(read.report, noted->marks, read.claims, english());
    return read;
}

TEST(Acts, AreCutToSubjectVerbAndWhatTheyNeed) {
    const auto got = read(
        "Rebels|rebel|NOUN|6|nsubj ,|,|PUNCT|4|punct who|who|PRON|4|nsubj "
        "came|come|VERB|1|acl:relcl "
        ",|,|PUNCT|4|punct seized|seize|VERB|0|root the|the|DET|9|det Naro|Naro|PROPN|9|compound "
        "bridge|bridge|NOUN|6|obj on|on|ADP|11|case Sunday|Sunday|PROPN|6|obl [FAC 8-9]");
    ASSERT_EQ(got.acts.size(), 1U);
    EXPECT_EQ(got.clause(0), "Rebels … seized the Naro bridge on Sunday");
    EXPECT_EQ(got.acts[0].type, "COERCE");
    EXPECT_EQ(got.words(*got.acts[0].actor), "Rebels");
    EXPECT_EQ(got.words(*got.acts[0].object), "the Naro bridge");
    ASSERT_EQ(got.acts[0].places.size(), 1U);
    EXPECT_EQ(got.words(got.acts[0].places[0]), "Naro bridge");
    ASSERT_EQ(got.acts[0].moments.size(), 1U);
    EXPECT_EQ(got.words(got.acts[0].moments[0]), "on Sunday");
    EXPECT_EQ(got.acts[0].polarity, values::Polarity::Affirmed);
    EXPECT_EQ(got.acts[0].hedge, values::Hedge::None);
}

TEST(Acts, ShareTheSubjectOfTheVerbTheyAreJoinedTo) {
    const auto got = read(
        "Soldiers|soldier|NOUN|2|nsubj fled|flee|VERB|0|root and|and|CCONJ|4|cc "
        "crossed|cross|VERB|2|conj the|the|DET|6|det river|river|NOUN|4|obj");
    ASSERT_EQ(got.acts.size(), 2U);
    EXPECT_EQ(got.clause(0), "Soldiers fled");
    EXPECT_EQ(got.clause(1), "Soldiers … crossed the river");
}

TEST(Acts, SayWhatNegatesAndHedgesThem) {
    const auto denied = read(
        "Kesh|Kesh|PROPN|2|nsubj denied|deny|VERB|0|root that|that|SCONJ|5|mark "
        "it|it|PRON|5|nsubj shelled|shell|VERB|2|ccomp Osk|Osk|PROPN|5|obj");
    ASSERT_EQ(denied.acts.size(), 1U);
    EXPECT_EQ(denied.acts[0].polarity, values::Polarity::Negated);
    EXPECT_EQ(denied.words(denied.acts[0].bound_by[0]), "denied");

    const auto conditional = read(
        "Velia|Velia|PROPN|3|nsubj will|will|AUX|3|aux deploy|deploy|VERB|0|root "
        "troops|troops|NOUN|3|obj "
        "if|if|SCONJ|7|mark rebels|rebel|NOUN|7|nsubj come|come|VERB|3|advcl");
    ASSERT_EQ(conditional.acts.size(), 1U);
    EXPECT_EQ(conditional.acts[0].hedge, values::Hedge::Conditional);
    EXPECT_EQ(conditional.clause(0), "Velia will deploy troops");

    const auto attempted = read(
        "They|they|PRON|2|nsubj tried|try|VERB|0|root to|to|PART|4|mark cross|cross|VERB|2|xcomp");
    ASSERT_EQ(attempted.acts.size(), 1U);
    EXPECT_EQ(attempted.acts[0].hedge, values::Hedge::Attempted);

    const auto negated =
        read("They|they|PRON|4|nsubj did|do|AUX|4|aux not|not|PART|4|advmod flee|flee|VERB|0|root");
    ASSERT_EQ(negated.acts.size(), 1U);
    EXPECT_EQ(negated.acts[0].polarity, values::Polarity::Negated);
}

TEST(Acts, DoNotMatchModifiersAndOtherParts) {
    EXPECT_TRUE(read("the|the|DET|3|det wounded|wound|VERB|3|amod men|man|NOUN|4|nsubj "
                     "slept|sleep|VERB|0|root")
                    .acts.empty());
    EXPECT_TRUE(read("an|a|DET|2|det attack|attack|NOUN|0|root").acts.empty());
}

TEST(Acts, CarryFiguresWithTheirBounds) {
    const auto got = read(
        "More|more|ADJ|3|advmod than|than|ADP|1|fixed 130|130|NUM|4|nummod "
        "soldiers|soldier|NOUN|5|nsubj "
        "crossed|cross|VERB|0|root on|on|ADP|8|case 22|22|NUM|8|nummod June|June|PROPN|5|obl");
    ASSERT_EQ(got.acts.size(), 1U);
    ASSERT_EQ(got.acts[0].figures.size(), 1U);
    EXPECT_EQ(got.words(got.acts[0].figures[0]), "More than 130 soldiers");
}

TEST(Acts, KeepABoundBeforeTheirActor) {
    const auto got = read(
        "At|at|ADP|2|case least|least|ADJ|3|nmod 40|40|NUM|4|nummod soldiers|soldier|NOUN|5|nsubj "
        "fled|flee|VERB|0|root");
    ASSERT_EQ(got.acts.size(), 1U);
    EXPECT_EQ(got.words(*got.acts[0].actor), "At least 40 soldiers");
    EXPECT_EQ(got.clause(0), "At least 40 soldiers fled");
}

TEST(Claims, LeaveOutACommaThatIsNoneOfTheSources) {
    const auto got = read(
        "Orlin|Orlin|PROPN|5|nsubj ,|,|PUNCT|1|punct spokesman|spokesman|NOUN|1|appos "
        ",|,|PUNCT|1|punct said|say|VERB|0|root they|they|PRON|7|nsubj left|leave|VERB|5|ccomp "
        "{source 1-4 cue 5 content 6-7}");
    ASSERT_EQ(got.claims.size(), 1U);
    EXPECT_EQ(got.words(*got.claims[0].source), "Orlin , spokesman");
}

TEST(Claims, TieActsToWhoSaysThem) {
    const auto got = read(
        "Rebels|rebel|NOUN|2|nsubj fled|flee|VERB|0|root ,|,|PUNCT|2|punct "
        "minister|minister|NOUN|6|nsubj "
        "Osei|Osei|PROPN|4|flat said|say|VERB|2|parataxis [PER 5] {source 4-5 cue 6 content 1-2}");
    ASSERT_EQ(got.claims.size(), 1U);
    EXPECT_EQ(got.words(*got.claims[0].source), "minister Osei");
    EXPECT_EQ(got.words(*got.claims[0].name), "Osei");
    EXPECT_EQ(got.claims[0].directness, values::Directness::Indirect);
    ASSERT_EQ(got.acts.size(), 1U);
    EXPECT_EQ(got.acts[0].claims, std::vector<std::string>{got.claims[0].id});
}

TEST(Claims, KnowDirectSpeech) {
    const auto got = read(
        "“|“|PUNCT|3|punct We|we|PRON|3|nsubj stay|stay|VERB|0|root ”|”|PUNCT|3|punct "
        "he|he|PRON|6|nsubj said|say|VERB|3|parataxis {source 5 cue 6 content 1-4}");
    ASSERT_EQ(got.claims.size(), 1U);
    EXPECT_EQ(got.claims[0].directness, values::Directness::Direct);
}

}  // namespace
}  // namespace sitrep::extract
