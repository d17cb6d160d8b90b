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

// The words of an act's particulars: "actor=… object=… figure=… place=… when=… bound=…".
std::string told(const Read& got, std::size_t act) {
    const auto& one = got.acts[act];
    std::string out = one.type;
    const auto add = [&](const std::string& name, const std::vector<values::Span>& spans) {
        for (const auto span : spans) out += " " + name + "=\"" + got.words(span) + "\"";
    };
    if (one.actor) add("actor", {*one.actor});
    if (one.object) add("object", {*one.object});
    add("figure", one.figures);
    add("place", one.places);
    add("when", one.moments);
    add("bound", one.bound_by);
    return out;
}

TEST(Acts, GiveThePassiveItsVictimAndItsDoer) {
    const auto got = read(
        "Ten|ten|NUM|2|nummod guards|guard|NUM|5|nsubj:pass were|be|AUX|5|aux:pass "
        "badly|badly|ADV|5|advmod wounded|wounde|VERB|0|root by|by|ADP|7|case "
        "raiders|raider|NOUN|5|obl:agent and|and|CCONJ|9|cc killed|kill|VERB|5|conj|VerbForm=Part");
    ASSERT_EQ(got.acts.size(), 2U);
    EXPECT_EQ(told(got, 0),
              "ASSAULT actor=\"raiders\" object=\"Ten guards\" figure=\"Ten guards\"");
    EXPECT_EQ(told(got, 1), "ASSAULT object=\"Ten guards\" figure=\"Ten guards\"");
    EXPECT_EQ(got.clause(1), "Ten guards were … killed");
}

TEST(Acts, TakeRolesWithoutTimesClausesAndCircumstances) {
    const auto got = read(
        "the|the|DET|2|det Front|front|PROPN|5|nsubj on|on|ADP|4|case Sunday|Sunday|PROPN|2|nmod "
        "took|take|VERB|0|root Osk|Osk|PROPN|9|nmod:poss 's|'s|PART|6|case main|main|ADJ|9|amod "
        "bridge|bridge|NOUN|5|obj with|with|SCONJ|12|case guards|guard|NOUN|12|nsubj "
        "leaving|leave|VERB|9|acl posts|post|NOUN|12|obj [GPE 6]");
    ASSERT_EQ(got.acts.size(), 2U);
    EXPECT_EQ(told(got, 0),
              "CONTROL actor=\"the Front\" object=\"Osk 's main bridge\" place=\"Osk\" when=\"on "
              "Sunday\"");
    EXPECT_EQ(got.clause(0), "the Front on Sunday took Osk 's main bridge");
    EXPECT_EQ(told(got, 1), "MOVE actor=\"guards\" object=\"posts\"");
}

TEST(Acts, KnowPhrasesAndWhoLosesByThem) {
    const auto got = read(
        "Two|two|NUM|2|nummod villages|village|NOUN|4|nsubj have|have|AUX|4|aux "
        "fallen|fall|VERB|0|root into|into|ADP|7|case the|the|DET|7|det hands|hand|NOUN|4|obl "
        "of|of|ADP|10|case the|the|DET|10|det raiders|raider|NOUN|7|nmod");
    ASSERT_EQ(got.acts.size(), 1U);
    EXPECT_EQ(told(got, 0),
              "CONTROL actor=\"the raiders\" object=\"Two villages\" figure=\"Two villages\"");
    const auto full = read(
        "We|we|PRON|5|nsubj are|be|AUX|5|cop in|in|ADP|5|case full|full|ADJ|5|amod "
        "control|control|NOUN|0|root of|of|ADP|7|case Osk|Osk|PROPN|5|nmod [GPE 7]");
    ASSERT_EQ(full.acts.size(), 1U);
    EXPECT_EQ(told(full, 0), "CONTROL actor=\"We\" object=\"Osk\" place=\"Osk\"");
    EXPECT_TRUE(read("They|they|PRON|2|nsubj shot|shoot|VERB|0|root a|a|DET|4|det "
                     "film|film|NOUN|2|obj")
                    .acts.empty());
    const auto deal =
        read("They|they|PRON|2|nsubj struck|strike|VERB|0|root a|a|DET|4|det deal|deal|NOUN|2|obj");
    ASSERT_EQ(deal.acts.size(), 1U);
    EXPECT_EQ(told(deal, 0), "AGREE actor=\"They\"");
}

TEST(Acts, TakeNounsWithLightVerbsAndHedges) {
    const auto held = read(
        "Adisa|Adisa|PROPN|2|nsubj held|hold|VERB|0|root talks|talk|NOUN|2|obj "
        "with|with|ADP|5|case "
        "Kesh|Kesh|PROPN|3|nmod");
    ASSERT_EQ(held.acts.size(), 1U);
    EXPECT_EQ(told(held, 0), "CONSULT actor=\"Adisa\"");
    const auto denied = read(
        "Adisa|Adisa|PROPN|2|nsubj denied|deny|VERB|0|root reports|report|NOUN|2|obj "
        "about|about|ADP|5|case talks|talk|NOUN|3|nmod");
    ASSERT_EQ(denied.acts.size(), 1U);
    EXPECT_EQ(denied.acts[0].polarity, values::Polarity::Negated);
    const auto awaited = read(
        "Velia|Velia|PROPN|3|nsubj may|may|AUX|3|aux expect|expect|VERB|0|root an|an|DET|5|det "
        "influx|influx|NOUN|3|obj of|of|ADP|7|case refugees|refugee|NOUN|5|nmod");
    ASSERT_EQ(awaited.acts.size(), 1U);
    EXPECT_EQ(awaited.acts[0].hedge, values::Hedge::Modal);
    EXPECT_TRUE(read("The|the|DET|2|det talks|talk|NOUN|4|nsubj were|be|AUX|4|cop "
                     "boring|boring|ADJ|0|root")
                    .acts.empty());
}

TEST(Acts, CountThoseThatThereAre) {
    const auto got = read(
        "There|there|PRON|2|expl are|be|VERB|0|root six|six|NUM|4|nummod "
        "wounded|wounde|ADJ|2|nsubj and|and|CCONJ|6|cc two|two|NUM|4|conj killed|kill|VERB|4|conj");
    ASSERT_EQ(got.acts.size(), 1U);
    EXPECT_EQ(told(got, 0), "HARM figure=\"six wounded\" figure=\"two killed\"");
    const auto dozens = read(
        "Dozens|dozen|NOUN|4|nsubj of|of|ADP|3|case families|family|NOUN|1|nmod "
        "fled|flee|VERB|0|root "
        "over|over|ADP|9|case the|the|DET|9|det past|past|ADJ|9|amod ten|ten|NUM|9|nummod "
        "days|day|NOUN|4|obl");
    ASSERT_EQ(dozens.acts.size(), 1U);
    EXPECT_EQ(
        told(dozens, 0),
        "MOVE actor=\"Dozens of families\" figure=\"Dozens of families\" when=\"over the past "
        "ten days\"");
}

TEST(Acts, TellPlacesFromPeoples) {
    const auto got = read(
        "Velian|Velian|PROPN|2|compound guards|guard|NOUN|3|nsubj entered|enter|VERB|0|root "
        "Keshi|Keshi|PROPN|5|compound territory|territory|NOUN|3|obj [GPE 1] [GPE 4]");
    ASSERT_EQ(got.acts.size(), 1U);
    EXPECT_EQ(told(got, 0),
              "MOVE actor=\"Velian guards\" object=\"Keshi territory\" place=\"Keshi territory\"");
}

TEST(Acts, KeepNamesWholeAndLeaveOutWhatOnlyTies) {
    const auto got = read(
        "when|when|ADV|3|advmod|PronType=Int Ansel|Ansel|PROPN|3|nsubj visited|visit|VERB|0|root "
        "Osk|Osk|PROPN|3|obj [GPE 4]");
    ASSERT_EQ(got.acts.size(), 1U);
    EXPECT_EQ(got.clause(0), "Ansel visited Osk");
    const auto named = read(
        "Ansel|Ansel|PROPN|3|nsubj Rudek|Rudek|PROPN|3|dep visited|visit|VERB|0|root "
        "Osk|Osk|PROPN|3|obj [PER 1-2] [GPE 4]");
    ASSERT_EQ(named.acts.size(), 1U);
    EXPECT_EQ(named.words(*named.acts[0].actor), "Ansel Rudek");
    EXPECT_TRUE(read("He|he|PRON|2|nsubj called|call|VERB|0|root the|the|DET|4|det "
                     "blast|blast|NOUN|2|obj an|a|DET|6|det accident|accident|NOUN|2|xcomp")
                    .acts.empty());
}

TEST(Acts, AreNotTheDatelines) {
    const auto noted = values::marks_from(
        "OSTRA|Ostra|PROPN|5|nsubj -|-|PUNCT|5|punct A|a|DET|4|det dam|dam|NOUN|5|nsubj "
        "burst|burst|VERB|0|root [GPE 1]");
    values::Report report;
    report.text = noted->text;
    report.dateline = {"OSTRA", values::Known::Inferred, "dateline",
                       values::Span::in(report.text, 0, 5)};
    const auto found = acts(report, noted->marks, {}, english());
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].clause.outer().of(report.text), "A dam burst");
    EXPECT_EQ(found[0].actor->of(report.text), "A dam");
}

TEST(Acts, AreToldByTheNounThatALightVerbServes) {
    const auto got = read(
        "Some|some|DET|3|det 20|20|NUM|3|nummod protests|protest|NOUN|4|nsubj "
        "erupted|erupt|VERB|0|root by|by|ADP|7|case the|the|DET|7|det end|end|NOUN|4|obl "
        "of|of|ADP|9|case May|May|PROPN|7|nmod");
    ASSERT_EQ(got.acts.size(), 1U);
    EXPECT_EQ(told(got, 0), "PROTEST figure=\"Some 20 protests\" when=\"by the end of May\"");
}

TEST(Acts, WantAHolderForControl) {
    EXPECT_TRUE(read("The|the|DET|2|det fire|fire|NOUN|5|nsubj is|be|AUX|5|cop "
                     "under|under|ADP|5|case control|control|NOUN|0|root")
                    .acts.empty());
}

TEST(Acts, LendTheObjectToTheVerbBelow) {
    const auto got = read(
        "Guards|guard|NOUN|2|nsubj let|let|VERB|0|root the|the|DET|4|det men|man|NOUN|2|obj "
        "cross|cross|VERB|2|xcomp");
    ASSERT_EQ(got.acts.size(), 1U);
    EXPECT_EQ(told(got, 0), "MOVE actor=\"the men\"");
    EXPECT_EQ(got.clause(0), "Guards let the men cross");
}

TEST(Acts, ShowAConditionWhole) {
    const auto got = read(
        "Velia|Velia|PROPN|3|nsubj will|will|AUX|3|aux deploy|deploy|VERB|0|root "
        "troops|troops|NOUN|3|obj ,|,|PUNCT|8|punct if|if|SCONJ|8|mark need|need|NOUN|8|nsubj "
        "be|be|VERB|3|advcl");
    ASSERT_EQ(got.acts.size(), 1U);
    EXPECT_EQ(told(got, 0),
              "MOBILIZE actor=\"Velia\" object=\"troops\" bound=\"will\" bound=\"if need be\"");
    EXPECT_EQ(got.acts[0].hedge, values::Hedge::Conditional);
}

TEST(Acts, LeaveOutWhatStandsInBrackets) {
    const auto got = read(
        "The|the|DET|2|det Front|front|PROPN|8|nsubj (|(|PUNCT|4|punct banned|ban|VERB|2|acl "
        "in|in|ADP|6|case Velia|Velia|PROPN|4|obl )|)|PUNCT|4|punct fled|flee|VERB|0|root");
    ASSERT_EQ(got.acts.size(), 1U);
    EXPECT_EQ(got.acts[0].type, "MOVE");
}

TEST(Claims, KeepASourceFromAnotherSaying) {
    const auto got = read(
        "Posts|post|NOUN|2|nsubj fell|fall|VERB|6|ccomp ,|,|PUNCT|6|punct "
        "the|the|DET|5|det minister|minister|NOUN|6|nsubj said|say|VERB|9|ccomp ,|,|PUNCT|9|punct "
        "Meridian|Meridian|PROPN|9|nsubj reports|report|VERB|0|root .|.|PUNCT|9|punct "
        "{source 4-5 cue 6 content 1-2} {source 4-8 cue 9 content 1-2}\n");
    ASSERT_EQ(got.claims.size(), 2U);
    EXPECT_EQ(got.words(*got.claims[0].source), "the minister");
    EXPECT_EQ(got.words(*got.claims[1].source), "Meridian");
}

TEST(Claims, LeaveOutACommaThatIsNoneOfTheSources) {
    const auto got = read(
        "Orlin|Orlin|PROPN|5|nsubj ,|,|PUNCT|1|punct spokesman|spokesman|NOUN|1|appos "
        ",|,|PUNCT|1|punct said|say|VERB|0|root they|they|PRON|7|nsubj left|leave|VERB|5|ccomp "
        "{source 1-4 cue 5 content 6-7}");
    ASSERT_EQ(got.claims.size(), 1U);
    EXPECT_EQ(got.words(*got.claims[0].source), "Orlin , spokesman");
}

TEST(Claims, LeaveTheirSentenceOnlyInsideQuotationMarks) {
    const auto got = read(
        "Kesh|Kesh|PROPN|2|nsubj denied|deny|VERB|0|root it|it|PRON|4|nsubj "
        "left|leave|VERB|2|ccomp "
        "Osk|Osk|PROPN|4|obj .|.|PUNCT|2|punct [GPE 5] {source 1 cue 2 content 3-3@+1}\n"
        "Police|police|NOUN|2|nsubj blocked|block|VERB|0|root roads|road|NOUN|2|obj");
    ASSERT_EQ(got.claims.size(), 1U);
    EXPECT_EQ(got.words(*got.claims[0].content), "it left Osk");
    ASSERT_EQ(got.acts.size(), 2U);
    EXPECT_EQ(got.acts[0].polarity, values::Polarity::Negated);
    EXPECT_TRUE(got.acts[1].claims.empty());
}

TEST(Claims, AreNeverTheirOwnContent) {
    const auto got = read(
        "Troops|troops|NOUN|2|nsubj fled|flee|VERB|7|ccomp in|in|ADP|4|case fear|fear|NOUN|2|obl "
        ",|,|PUNCT|2|punct Orlin|Orlin|PROPN|7|nsubj said|say|VERB|0|root on|on|ADP|9|case "
        "Sunday|Sunday|PROPN|7|obl {source 6 cue 7 content 1-9}");
    ASSERT_EQ(got.claims.size(), 1U);
    EXPECT_EQ(got.words(*got.claims[0].content), "Troops fled in fear");
}

TEST(Claims, AreNoneWhereOnlyAnAuxiliaryStandsForCueAndSource) {
    const auto got = read(
        "Smoke|smoke|NOUN|4|nsubj:pass could|could|AUX|4|aux be|be|AUX|4|aux:pass "
        "seen|see|VERB|0|root above|above|ADP|6|case Osk|Osk|PROPN|4|obl {cue 2 content 4-6}");
    EXPECT_TRUE(got.claims.empty());
}

TEST(Claims, TakeTheSubjectOfTheirCueWhereTheHeadGivesNoSource) {
    const auto got = read(
        "Adisa|Adisa|PROPN|2|nsubj said|say|VERB|0|root troops|troops|NOUN|4|nsubj "
        "fled|flee|VERB|2|ccomp {cue 2 content 3-4}");
    ASSERT_EQ(got.claims.size(), 1U);
    ASSERT_TRUE(got.claims[0].source);
    EXPECT_EQ(got.words(*got.claims[0].source), "Adisa");
}

TEST(Claims, ShowBothEndsOfALongContent) {
    const auto got = read(
        "“|“|PUNCT|3|punct We|we|PRON|3|nsubj stay|stay|VERB|0|root .|.|PUNCT|3|punct\n"
        "We|we|PRON|2|nsubj wait|wait|VERB|0|root .|.|PUNCT|2|punct\n"
        "We|we|PRON|2|nsubj win|win|VERB|6|ccomp ,|,|PUNCT|2|punct ”|”|PUNCT|2|punct "
        "he|he|PRON|6|nsubj said|say|VERB|0|root {source 5 cue 6 content 1@-2-4}");
    ASSERT_EQ(got.claims.size(), 1U);
    const auto& told = got.claims[0].told;
    ASSERT_EQ(told.size(), 2U);
    EXPECT_EQ(got.words(told[0]), "“ We stay .");
    EXPECT_EQ(got.words(told[1]), "We win , ”");
    EXPECT_EQ(got.claims[0].directness, values::Directness::Direct);
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

// A saying that opens its sentence used to cut the content before it at a word that is none.
TEST(Claims, ShowWhatWasSaidBeforeASayingThatOpensItsSentence) {
    const auto got = read(
        "\"|\"|PUNCT|3|punct Rain|rain|NOUN|3|nsubj fell|fall|VERB|0|root\n"
        "said|say|VERB|0|root the|the|DET|3|det mayor|mayor|NOUN|1|nsubj "
        ",|,|PUNCT|5|punct fleeing|flee|VERB|1|ccomp {source 2-3 cue 1 content 1@-1-5}");
    ASSERT_EQ(got.claims.size(), 1U);
    ASSERT_EQ(got.claims[0].told.size(), 2U);
    EXPECT_EQ(got.words(got.claims[0].told[0]), "\" Rain fell");
    EXPECT_EQ(got.words(got.claims[0].told[1]), "fleeing");
}

}  // namespace
}  // namespace sitrep::extract
