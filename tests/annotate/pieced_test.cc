#include "annotate/pieced.h"

#include <gtest/gtest.h>

namespace sitrep::annotate {
namespace {

const nn::Pieces& tiny() {
    static const nn::Pieces pieces = [] {
        auto read = nn::Pieces::from("[PAD]\n[UNK]\n[CLS]\n[SEP]\na\nb\n##a\n##b\n.\n");
        return std::move(read).operator*();
    }();
    return pieces;
}

struct Given {
    std::string text;
    std::vector<values::Sentence> sentences;

    void add(const std::vector<std::string>& tokens, bool ends_paragraph = false,
             values::LineKind kind = values::LineKind::Prose) {
        values::Sentence sentence;
        const auto begin = text.size();
        std::vector<std::size_t> begins;
        for (const auto& token : tokens) {
            begins.push_back(text.size());
            text += token + " ";
        }
        for (std::size_t i = 0; i < tokens.size(); ++i) {
            sentence.tokens.push_back(
                values::Span::in(text, begins[i], begins[i] + tokens[i].size()));
        }
        sentence.span = values::Span::in(text, begin, text.size() - (tokens.empty() ? 0 : 1));
        sentence.ends_paragraph = ends_paragraph;
        sentence.kind = kind;
        sentences.push_back(sentence);
    }
    PiecedReport read() const { return pieced(text, sentences, tiny()); }
};

TEST(Pieced, LaysOutPiecesWordsAndCasing) {
    Given given;
    given.add({"Ab", "."});
    given.add({"x", "baa"}, true);
    const auto got = given.read();
    EXPECT_EQ(got.pieces, (std::vector<std::int32_t>{4, 7, 8, 1, 5, 6, 6}));
    EXPECT_EQ(got.starts, (std::vector<std::uint32_t>{0, 2, 3, 4}));
    ASSERT_EQ(got.casing.size(), 7U);
    EXPECT_EQ(got.casing[1], nn::Casing::Capitalised);
    EXPECT_EQ(got.casing[2], nn::Casing::NoLetters);
    EXPECT_EQ(got.casing[6], nn::Casing::Lower);
    ASSERT_EQ(got.stretches.size(), 2U);
    EXPECT_EQ(got.stretches[0], (Stretch{0, 0, 0, 2, 0, 3, false}));
    EXPECT_EQ(got.stretches[1], (Stretch{1, 0, 2, 2, 3, 4, true}));
}

TEST(Pieced, PassesOverWhatIsNotRead) {
    Given given;
    given.add({"a"}, true, values::LineKind::Byline);
    given.add({"a"});
    given.add({}, false);
    given.add({"b"}, true, values::LineKind::Credit);
    given.add({"b"}, false, values::LineKind::Heading);
    const auto got = given.read();
    ASSERT_EQ(got.stretches.size(), 2U);
    EXPECT_EQ(got.stretches[0].sentence, 1U);
    EXPECT_TRUE(got.stretches[0].ends_paragraph) << "handed on by the credit line";
    EXPECT_EQ(got.stretches[1].sentence, 4U);
    EXPECT_FALSE(got.stretches[1].ends_paragraph);
    EXPECT_EQ(got.pieces.size(), 2U);
}

TEST(Pieced, CutsAVeryLongSentenceInStretches) {
    Given given;
    given.add(std::vector<std::string>(3000, "ab"), true);
    const auto got = given.read();
    ASSERT_EQ(got.stretches.size(), 3U);
    std::uint32_t words = 0;
    for (const Stretch& stretch : got.stretches) {
        EXPECT_EQ(stretch.sentence, 0U);
        EXPECT_EQ(stretch.offset, words);
        EXPECT_EQ(stretch.first_word, words);
        EXPECT_EQ(stretch.first_piece, 2 * words);
        EXPECT_EQ(stretch.pieces, 2 * stretch.words);
        EXPECT_LE(stretch.words, stretch_words_max);
        words += stretch.words;
    }
    EXPECT_EQ(words, 3000U);
    EXPECT_FALSE(got.stretches[0].ends_paragraph);
    EXPECT_TRUE(got.stretches[2].ends_paragraph);
}

}  // namespace
}  // namespace sitrep::annotate
