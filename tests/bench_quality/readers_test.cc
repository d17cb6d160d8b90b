// Readers of data files, on files of our own in the sets' forms.
#include <gtest/gtest.h>

#include <string>

#include "quality/readers/brat.h"
#include "quality/readers/conllu.h"
#include "quality/readers/tagged.h"

namespace sitrep::quality {
namespace {

// A row of ten columns, most of them empty.
std::string row(const std::string& number, const std::string& form, const std::string& head,
                const std::string& misc = "_") {
    return number + "\t" + form + "\t" + form + "\tX\t_\t_\t" + head + "\tdep\t_\t" + misc + "\n";
}

const std::string two_paragraphs =
    "# newdoc id = crossing\n# newpar\n# sent_id = a\n# text = They didn't  cross.\n" +
    row("1", "They", "4") + row("2-3", "didn't", "_") + row("2", "did", "4") +
    row("3", "n't", "4") + row("4", "cross", "0", "Entity=x|SpaceAfter=No") + row("5", ".", "4") +
    "\n# sent_id = b\n# text = Not one.\n" + row("1", "Not", "2") + row("1.1", "x", "_") +
    row("2", "one", "0", "SpaceAfter=No") + row("3", ".", "2", "SpaceAfter=No") +
    "\n# text = None\n" + row("1", "None", "0") + "\n# newpar id = p2\n# text = Ends\n" +
    row("1", "Ends", "0") + "\n# newdoc id = next\n# text = Ça va\n" + row("1", "Ça", "2") +
    row("2", "va", "0");

TEST(Conllu, LaysTheTextOut) {
    const auto documents = conllu(two_paragraphs, "own.conllu");
    ASSERT_TRUE(documents) << documents.error().message();
    ASSERT_EQ(documents->size(), 2U);
    const ConlluDocument& first = (*documents)[0];
    EXPECT_EQ(first.id, "crossing");
    EXPECT_EQ(first.text, "They didn't  cross. Not one.None\n\nEnds");
    ASSERT_EQ(first.sentences.size(), 4U);
    EXPECT_FALSE(first.sentences[0].ends_paragraph);
    EXPECT_TRUE(first.sentences[2].ends_paragraph);
    EXPECT_TRUE(first.sentences[3].ends_paragraph);
    EXPECT_EQ((*documents)[1].text, "Ça va");
}

TEST(Conllu, GivesEachWordItsSpan) {
    const auto documents = conllu(two_paragraphs, "own.conllu");
    ASSERT_TRUE(documents);
    const ConlluDocument& first = (*documents)[0];
    std::vector<std::string> forms;
    for (const ConlluSentence& sentence : first.sentences) {
        for (const ConlluWord& word : sentence.words) {
            forms.emplace_back(word.span.of(first.text));
        }
    }
    EXPECT_EQ(forms, (std::vector<std::string>{"They", "did", "n't", "cross", ".", "Not", "one",
                                               ".", "None", "Ends"}));
    EXPECT_EQ(first.sentences[0].words[3].tree, (TreeWord{"cross", "X", -1, "dep"}));
    EXPECT_EQ(first.sentences[0].words[0].tree.head, 3);
}

TEST(Conllu, TakesTheWordsWhereTheTextDisagrees) {
    const auto documents =
        conllu("# text = wanna go\n" + row("1-2", "wanna", "_") + row("1", "want", "0") +
                   row("2", "to", "3") + row("3", "go", "1"),
               "own.conllu");
    ASSERT_TRUE(documents);
    EXPECT_EQ((*documents)[0].text, "wantto go");
}

TEST(Conllu, SaysWhereARowIsWrong) {
    const auto said = [](const std::string& text) {
        const auto documents = conllu(text, "own.conllu");
        return documents ? "" : documents.error().message();
    };
    EXPECT_TRUE(said(row("1", "a", "0") + "2\tb\n").starts_with("own.conllu:2: not ten columns"));
    EXPECT_TRUE(said(row("1", "a", "x")).starts_with("own.conllu:1: the head"));
    EXPECT_TRUE(said(row("2", "a", "0")).starts_with("own.conllu:1: the words"));
    EXPECT_TRUE(said(row("1-x", "a", "0")).starts_with("own.conllu:1: the range"));
    EXPECT_NE(said(row("1", "a", "7")).find("out of it"), std::string::npos);
    EXPECT_NE(said(row("1", "", "0")).find("empty"), std::string::npos);
    EXPECT_EQ(said(""), "");
}

TEST(Tagged, ReadsConll) {
    const auto documents = tagged(
        "-DOCSTART- -X- -X- O\n\nNaro NNP B-NP B-LOC\nfell VBD B-VP O\n\nA DT O O\n\n"
        "-DOCSTART- -X- -X- O\n\nB NN O O\n",
        TagForm::Conll, "own.txt");
    ASSERT_TRUE(documents);
    ASSERT_EQ(documents->size(), 2U);
    EXPECT_EQ((*documents)[0].sentences.size(), 2U);
    EXPECT_EQ((*documents)[0].sentences[0].tokens, (std::vector<std::string>{"Naro", "fell"}));
    EXPECT_EQ((*documents)[0].sentences[0].tags, (std::vector<std::string>{"B-LOC", "O"}));
}

TEST(Tagged, ReadsRe3dEachSentenceByItself) {
    const auto documents = tagged("Naro\tB-Location\nfell\tO\n\nIt\tO\n", TagForm::Re3d, "own.txt");
    ASSERT_TRUE(documents);
    EXPECT_EQ(documents->size(), 2U);
}

TEST(Tagged, ReadsUner) {
    const auto documents = tagged(
        "# newdoc id = one\n# text = Naro fell\n1\tNaro\tB-LOC\t-\tx\n2\tfell\tO\t-\t-\n\n"
        "1\t#\tO\t-\t-\n\n# newdoc id = two\n1\tIt\tO\t-\t-\n",
        TagForm::Uner, "own.iob2");
    ASSERT_TRUE(documents);
    ASSERT_EQ(documents->size(), 2U);
    EXPECT_EQ((*documents)[0].id, "one");
    EXPECT_EQ((*documents)[0].sentences.size(), 2U);
    EXPECT_EQ((*documents)[0].sentences[0].tags[0], "B-LOC");
}

TEST(Tagged, SaysWhereARowIsWrong) {
    const auto documents = tagged("Naro\n", TagForm::Re3d, "own.txt");
    ASSERT_FALSE(documents);
    EXPECT_TRUE(documents.error().message().starts_with("own.txt:1:"));
}

const std::string article = "“Naß”, the aide said, “and cold.”";

TEST(Brat, CountsCodePointsAndTakesOuterEnds) {
    const auto found = brat(
        "T1\tContent 0 5;22 33\t“Naß” “and cold.”\nT2\tSource 7 15\tthe aide\n"
        "T3\tCue 16 20\tsaid\nT4\tDiscard 0 1\t“\nE1\tAttribution:T3 Content:T1 Cue:T3 Source:T2\n",
        article, "own.ann");
    ASSERT_TRUE(found) << found.error().message();
    ASSERT_EQ(found->size(), 1U);
    const auto words = [&](const std::optional<Extent>& span) {
        return article.substr(span->begin, span->size());
    };
    EXPECT_EQ(words((*found)[0].content), article);
    EXPECT_EQ(words((*found)[0].source), "the aide");
    EXPECT_EQ(words((*found)[0].cue), "said");
    EXPECT_EQ((*found)[0].second_content, std::nullopt);
}

TEST(Brat, KeepsASecondContent) {
    const auto found = brat(
        "T1\tContent 0 5\tx\nT2\tContent 22 33\tx\nT3\tCue 16 20\tsaid\n"
        "E1\tAttribution:T3 Cue:T3 Content:T1 Content2:T2\nE2\tAttribution:T3 Content2:T2\n"
        "E3\tAttribution:T3\nR1\tx\n",
        article, "own.ann");
    ASSERT_TRUE(found);
    ASSERT_EQ(found->size(), 2U);
    EXPECT_TRUE((*found)[0].second_content);
    EXPECT_TRUE((*found)[1].content);
    EXPECT_FALSE((*found)[1].second_content);
}

TEST(Brat, SaysWhereASpanIsWrong) {
    for (const std::string span : {"0 99", "a b", "0 ", "5"}) {
        const auto found = brat("T1\tCue " + span + "\tx\n", "short", "own.ann");
        if (span == "5") {
            EXPECT_TRUE(found);  // one number is both ends
            continue;
        }
        ASSERT_FALSE(found) << span;
        EXPECT_TRUE(found.error().message().starts_with("own.ann:1:"));
    }
}

}  // namespace
}  // namespace sitrep::quality
