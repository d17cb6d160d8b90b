// What holds of marks whatever the weights: a tiny model with random ones reads here.
#include "annotate/marks.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace sitrep::annotate {
namespace {

const nn::Encoder& tiny() {
    static const nn::Encoder encoder = [] {
        auto read = nn::Encoder::open(std::string(SITREP_ROOT) + "/tests/nn/tiny");
        EXPECT_TRUE(read);
        return std::move(read).operator*();
    }();
    return encoder;
}

struct Given {
    values::Report report;
    std::vector<values::Sentence> sentences;
};

// Sentences of random short words, so many words in each.
Given given_of(const std::vector<std::size_t>& sizes, std::uint32_t seed = 1) {
    std::mt19937 random(seed);
    std::uniform_int_distribution<int> letter('a', 'k');
    std::uniform_int_distribution<int> length(1, 3);
    Given given;
    std::string& text = given.report.text;
    std::vector<std::vector<std::pair<std::size_t, std::size_t>>> places;
    for (const auto size : sizes) {
        places.emplace_back();
        for (std::size_t i = 0; i < size; ++i) {
            const auto begin = text.size();
            for (int k = length(random); k > 0; --k) text += static_cast<char>(letter(random));
            places.back().emplace_back(begin, text.size());
            text += ' ';
        }
    }
    for (const auto& words : places) {
        auto& sentence = given.sentences.emplace_back();
        for (const auto& [begin, end] : words) {
            sentence.tokens.push_back(values::Span::in(text, begin, end));
        }
        sentence.span = sentence.tokens.front().joined(sentence.tokens.back());
        sentence.ends_paragraph = given.sentences.size() % 3 == 0;
    }
    return given;
}

void expect_one_tree(const std::vector<values::Word>& words) {
    std::size_t roots = 0;
    // Of each word: steps to the root, found by walks that end where an earlier one passed.
    std::vector<bool> leads_to_root(words.size(), false);
    for (std::size_t i = 0; i < words.size(); ++i) {
        EXPECT_EQ(words[i].head < 0, words[i].relation == "root");
        if (words[i].head < 0) ++roots;
        std::vector<std::size_t> walk;
        auto at = static_cast<std::int32_t>(i);
        while (at >= 0 && !leads_to_root[static_cast<std::size_t>(at)]) {
            walk.push_back(static_cast<std::size_t>(at));
            ASSERT_LE(walk.size(), words.size()) << "a cycle";
            at = words[static_cast<std::size_t>(at)].head;
            ASSERT_LT(at, static_cast<std::int32_t>(words.size()));
        }
        for (const auto step : walk) leads_to_root[step] = true;
    }
    EXPECT_EQ(roots, 1U);
}

void expect_range(const values::Marks& marks, const values::WordRange& range) {
    EXPECT_LE(range.first, range.last);
    for (const auto at : {range.first, range.last}) {
        ASSERT_LT(at.sentence, marks.sentences.size());
        ASSERT_LT(at.word, marks.sentences[at.sentence].words.size());
    }
}

void expect_whole(const Given& given, const values::Marks& marks) {
    ASSERT_EQ(marks.sentences.size(), given.sentences.size());
    for (std::size_t i = 0; i < marks.sentences.size(); ++i) {
        const auto& sentence = marks.sentences[i];
        EXPECT_EQ(sentence.span, given.sentences[i].span);
        EXPECT_EQ(sentence.ends_paragraph, given.sentences[i].ends_paragraph);
        if (!values::is_news(given.sentences[i].kind)) {
            EXPECT_TRUE(sentence.words.empty());
            continue;
        }
        ASSERT_EQ(sentence.words.size(), given.sentences[i].tokens.size());
        for (std::size_t word = 0; word < sentence.words.size(); ++word) {
            EXPECT_EQ(sentence.words[word].span, given.sentences[i].tokens[word]);
            EXPECT_FALSE(sentence.words[word].part.empty());
            EXPECT_FALSE(sentence.words[word].lemma.empty());
            EXPECT_NE(sentence.words[word].features, "_");
        }
        expect_one_tree(sentence.words);
        for (const auto& entity : sentence.entities) {
            EXPECT_LE(entity.first, entity.last);
            EXPECT_LT(entity.last, sentence.words.size());
            EXPECT_TRUE(entity.score > 0 && entity.score <= 1);
        }
    }
    for (const auto& attribution : marks.attributions) {
        expect_range(marks, attribution.cue);
        if (attribution.source) expect_range(marks, *attribution.source);
        if (attribution.content) expect_range(marks, *attribution.content);
        EXPECT_TRUE(attribution.score >= 0 && attribution.score <= 1);
    }
    EXPECT_TRUE(
        std::is_sorted(marks.attributions.begin(), marks.attributions.end(),
                       [](const auto& a, const auto& b) { return a.cue.first < b.cue.first; }));
}

TEST(Marks, HoldAWordForEachTokenAndOneTreeASentence) {
    auto given = given_of({7, 1, 12, 30, 5, 61, 4, 2, 40, 3, 9, 95, 6});
    given.sentences[4].kind = values::LineKind::Byline;
    const auto got = marks(given.report, given.sentences, tiny());
    expect_whole(given, got);
    EXPECT_EQ(got.sentences[4].kind, values::LineKind::Byline);
    EXPECT_FALSE(got.attributions.empty());
}

TEST(Marks, AreTheSameAtAnyNumberOfThreads) {
    const auto given = given_of({20, 20, 20, 20, 20, 20, 200, 20});
    EXPECT_EQ(marks(given.report, given.sentences, tiny(), 1),
              marks(given.report, given.sentences, tiny(), 3));
}

TEST(Marks, OfASentenceAreTheSameWhateverStandsInAnotherWindow) {
    const auto long_one = given_of({60});
    const auto more = given_of({60, 61, 7});
    const auto alone = marks(long_one.report, long_one.sentences, tiny());
    const auto among = marks(more.report, more.sentences, tiny());
    EXPECT_EQ(alone.sentences[0].words, among.sentences[0].words);
}

TEST(Marks, OfAVeryLongSentenceLoseNoWord) {
    const auto given = given_of({2, 3000, 5});
    const auto got = marks(given.report, given.sentences, tiny());
    expect_whole(given, got);
    const auto& words = got.sentences[1].words;
    EXPECT_EQ(std::count_if(words.begin(), words.end(),
                            [](const auto& word) { return word.relation == "parataxis"; }),
              2);
}

TEST(Marks, OfNothingAreNothing) {
    EXPECT_EQ(marks({}, {}, tiny()), values::Marks{});
    auto given = given_of({3});
    given.sentences[0].kind = values::LineKind::Footnote;
    const auto got = marks(given.report, given.sentences, tiny());
    ASSERT_EQ(got.sentences.size(), 1U);
    EXPECT_TRUE(got.sentences[0].words.empty());
}

}  // namespace
}  // namespace sitrep::annotate
