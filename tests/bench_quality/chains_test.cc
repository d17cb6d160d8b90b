#include "quality/scores/chains.h"

#include <gtest/gtest.h>

#include <string>

#include "quality/readers/chained.h"
#include "quality/readers/conllu.h"

namespace sitrep::quality {
namespace {

using values::Being;
using values::Form;

constexpr const char* rows =
    "# newdoc id = GUM_news_osk\n# newpar\n# text = Ana Osei left .\n"
    "1\tAna\tAna\tPROPN\t_\t_\t3\tnsubj\t_\tEntity=(1-person-new-nn\n"
    "2\tOsei\tOsei\tPROPN\t_\t_\t1\tflat\t_\tEntity=1)\n"
    "3\tleft\tleave\tVERB\t_\t_\t0\troot\t_\t_\n4\t.\t.\tPUNCT\t_\t_\t3\tpunct\t_\t_\n\n"
    "# text = She saw the river .\n"
    "1\tShe\tshe\tPRON\t_\t_\t2\tnsubj\t_\tEntity=(1-person-giv-nn)\n"
    "2\tsaw\tsee\tVERB\t_\t_\t0\troot\t_\t_\n"
    "3\tthe\tthe\tDET\t_\t_\t4\tdet\t_\tEntity=(2-place-new\n"
    "4\triver\triver\tNOUN\t_\t_\t2\tobj\t_\tEntity=2)\n"
    "5\t.\t.\tPUNCT\t_\t_\t2\tpunct\t_\t_\n\n"
    "# text = \" I like the river \" , she said\n"
    "1\t\"\t\"\tPUNCT\t_\t_\t3\tpunct\t_\t_\n"
    "2\tI\tI\tPRON\t_\t_\t3\tnsubj\t_\tEntity=(1-person-giv)\n"
    "3\tlike\tlike\tVERB\t_\t_\t9\tccomp\t_\t_\n"
    "4\tthe\tthe\tDET\t_\t_\t5\tdet\t_\tEntity=(2-place-giv\n"
    "5\triver\triver\tNOUN\t_\t_\t3\tobj\t_\tEntity=2)\n"
    "6\t\"\t\"\tPUNCT\t_\t_\t3\tpunct\t_\t_\n7\t,\t,\tPUNCT\t_\t_\t3\tpunct\t_\t_\n"
    "8\tshe\tshe\tPRON\t_\t_\t9\tnsubj\t_\tEntity=(1-person-giv)\n"
    "9\tsaid\tsay\tVERB\t_\t_\t0\troot\t_\t_\n\n";

ConlluDocument document() { return (*conllu(rows, "own"))[0]; }

values::Marks marks_of(const ConlluDocument& document) {
    values::Marks marks;
    for (const auto& sentence : document.sentences) {
        auto& marked = marks.sentences.emplace_back();
        for (const auto& word : sentence.words) {
            marked.words.push_back({word.span, word.tree.part, "", word.tree.lemma, word.tree.head,
                                    word.tree.relation});
        }
    }
    return marks;
}

Parts parts_of(const ConlluDocument& document) {
    Parts parts;
    for (const auto& sentence : document.sentences) {
        auto& row = parts.emplace_back();
        for (const auto& word : sentence.words) row.push_back(word.tree.part);
    }
    return parts;
}

// Ana Osei, she, the river, I, the river, she: as a program might find them.
values::Chains found(const std::vector<std::int32_t>& antecedents) {
    values::Chains chains;
    const auto add = [&](std::uint32_t s, std::uint32_t first, std::uint32_t last,
                         std::uint32_t head, Form form, Being being) {
        values::Mention mention;
        mention.words = {{s, first}, {s, last}};
        mention.head = {s, head};
        mention.form = form;
        mention.being = being;
        const auto place = static_cast<std::uint32_t>(chains.mentions.size());
        const std::int32_t antecedent = antecedents[place];
        mention.chain = static_cast<std::uint32_t>(chains.chains.size());
        if (antecedent >= 0) {
            mention.antecedent.choice = static_cast<std::uint32_t>(antecedent);
            mention.chain = chains.mentions[static_cast<std::size_t>(antecedent)].chain;
        } else {
            chains.chains.push_back({being, {}, {}, place, {}});
        }
        chains.chains[mention.chain].mentions.push_back(place);
        chains.mentions.push_back(mention);
    };
    add(0, 0, 1, 0, Form::Name, Being::Person);
    add(1, 0, 0, 0, Form::Pronoun, Being::Person);
    add(1, 2, 3, 3, Form::Noun, Being::Place);
    add(2, 1, 1, 1, Form::Pronoun, Being::Person);
    add(2, 3, 4, 4, Form::Noun, Being::Place);
    add(2, 7, 7, 7, Form::Pronoun, Being::Person);
    return chains;
}

ChainScore score(const std::vector<std::int32_t>& antecedents) {
    const ConlluDocument text = document();
    return judged(text.text, marks_of(text), found(antecedents), *gold_mentions(text),
                  parts_of(text))
        .score;
}

TEST(GoldMentions, AreReadWithTheirHeads) {
    const auto gold = *gold_mentions(document());
    ASSERT_EQ(gold.size(), 6U);
    EXPECT_EQ(gold[0], (GoldMention{{{0, 0}, {0, 1}}, {0, 0}, "1", "person"}));
    EXPECT_EQ(gold[2], (GoldMention{{{1, 2}, {1, 3}}, {1, 3}, "2", "place"}));
}

TEST(GoldMentions, ABracketThatClosesNothingIsNamed) {
    auto text = document();
    text.sentences[0].words[2].misc = "Entity=9)";
    text.sentences[0].id = "osk-1";
    EXPECT_EQ(gold_mentions(text).error().message(),
              "GUM_news_osk, sentence osk-1: a mention closes that is not open");
}

TEST(ChainScores, AllRight) {
    const ChainScore all = score({-1, 0, -1, 1, 2, 1});
    EXPECT_EQ(all.pronouns, (Counts{2, 2, 2}));
    EXPECT_EQ(all.pronouns_to_name, (Counts{2, 2, 2}));
    EXPECT_EQ(all.nouns, (Counts{1, 1, 1}));
    EXPECT_EQ(all.quoted, (Counts{1, 1, 1}));
    EXPECT_EQ(all.quoted_to_speaker, (Counts{1, 1, 1}));
    EXPECT_EQ(all.quoted_told, (Counts{1, 1, 1})) << "she stands beside the quotation";
}

TEST(ChainScores, WrongAndMissingLinks) {
    // The first "she" opens a chain, the second is she; "I" is the river, the river is Ana Osei.
    const ChainScore some = score({-1, -1, -1, 2, 0, 1});
    EXPECT_EQ(some.pronouns, (Counts{1, 1, 2}));
    EXPECT_EQ(some.pronouns_to_name, (Counts{0, 1, 2}));
    EXPECT_EQ(some.nouns, (Counts{0, 1, 1}));
    EXPECT_EQ(some.quoted, (Counts{0, 1, 1}));
}

TEST(ChainScores, APronounThatMeansAThingIsNotPredicted) {
    // The last "she" linked to the river: its chain is a place's.
    EXPECT_EQ(score({-1, 0, -1, -1, -1, 4}).pronouns, (Counts{1, 1, 2}));
}

}  // namespace
}  // namespace sitrep::quality
