#include "values/marks.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace sitrep::values {
namespace {

const std::string two_sentences =
    "Rebels|rebel|NOUN|2|nsubj|Number=Plur seized|seize|VERB|0|root|Tense=Past|VerbForm=Fin "
    "Naro|Naro|PROPN|4|compound|Number=Sing bridge|bridge|NOUN|2|obj .|.|PUNCT|2|punct"
    "  [GRP 1]  [FAC 3-4]\n"
    "Tamm|Tamm|PROPN|2|nsubj said|say|VERB|0|root so|so|ADV|2|advmod"
    "  [PER 1]  {source 1 cue 2-3 content 1@-1-5@-1}  <end>\n";

TEST(EntityType, HasACode) {
    EXPECT_EQ(code(EntityType::ArmedGroup), "GRP");
    EXPECT_EQ(entity_type("NORP"), EntityType::Nationality);
    EXPECT_EQ(entity_type("MISC"), EntityType::Other);
    EXPECT_EQ(entity_type("per"), std::nullopt);
    EXPECT_EQ(entity_type(""), std::nullopt);
}

TEST(Marks, AreBuiltFromTheirNotation) {
    const auto noted = marks_from(two_sentences);
    ASSERT_TRUE(noted);
    EXPECT_EQ(noted->text, "Rebels seized Naro bridge .\nTamm said so");
    const Marks& marks = noted->marks;
    ASSERT_EQ(marks.sentences.size(), 2U);
    const Word& seized = marks.at({0, 1});
    EXPECT_EQ(seized.span.of(noted->text), "seized");
    EXPECT_EQ(seized.features, "Tense=Past|VerbForm=Fin");
    EXPECT_EQ(seized.head, -1);
    EXPECT_EQ(marks.at({0, 0}).head, 1);
    EXPECT_EQ(marks.sentences[0].entities[1], (Entity{EntityType::Facility, 2, 3, 0}));
    EXPECT_TRUE(marks.sentences[1].ends_paragraph);
    ASSERT_EQ(marks.attributions.size(), 1U);
    const Attribution& said = marks.attributions[0];
    EXPECT_EQ(marks.span(said.cue).of(noted->text), "said so");
    EXPECT_EQ(marks.span(*said.source).of(noted->text), "Tamm");
    EXPECT_EQ(marks.span(*said.content).of(noted->text), "Rebels seized Naro bridge .");
}

TEST(Marks, PrintAsTheyAreRead) {
    const auto noted = marks_from(two_sentences);
    ASSERT_TRUE(noted);
    std::string printed;
    for (std::size_t i = 0; i < noted->marks.sentences.size(); ++i) {
        printed += print(noted->text, noted->marks, i) + "\n";
    }
    EXPECT_EQ(printed, two_sentences);
}

TEST(Marks, WriteABlankOrBarInsideAFormAsALine) {
    auto noted = marks_from("a|a|X|0|root b|b|X|1|dep c|c|X|1|dep");
    ASSERT_TRUE(noted);
    auto& words = noted->marks.sentences[0].words;
    words[0].span = words[0].span.joined(words[1].span);
    words[1].span = words[2].span;
    noted->text.back() = '|';
    words.pop_back();
    EXPECT_EQ(print(noted->text, noted->marks, 0), "a_b|a|X|0|root _|b|X|1|dep");
}

TEST(Marks, KeepALineThatIsNotRead) {
    const auto noted = marks_from("<credit end>\n<prose>\n\nYes|yes|INTJ|0|root  <heading>");
    ASSERT_TRUE(noted);
    ASSERT_EQ(noted->marks.sentences.size(), 3U);
    EXPECT_EQ(noted->marks.sentences[0].kind, LineKind::Credit);
    EXPECT_TRUE(noted->marks.sentences[0].words.empty());
    EXPECT_EQ(print(noted->text, noted->marks, 0), "<credit end>");
    EXPECT_EQ(print(noted->text, noted->marks, 1), "<prose>");
    EXPECT_EQ(print(noted->text, noted->marks, 2), "Yes|yes|INTJ|0|root  <heading>");
}

TEST(Marks, RefuseWhatIsNoSuchNotation) {
    for (const char* bad : {"word",
                            "a|a|X|0",
                            "a|a|X|2|root",
                            "a|a|X|1|dep",
                            "a|a|X|x|root",
                            "|a|X|0|root",
                            "a|a|X|0|root b|b|X|0|root",
                            "a|a|X|2|dep b|b|X|1|dep",
                            "a|a|X|0|root [PER 2]",
                            "a|a|X|0|root [per 1]",
                            "a|a|X|0|root [PER 0]",
                            "a|a|X|0|root [PER 1-2-3]",
                            "a|a|X|0|root [PER 1",
                            "a|a|X|0|root {source 1}",
                            "a|a|X|0|root {cue 2}",
                            "a|a|X|0|root {cue 1@+1}",
                            "a|a|X|0|root {cue 1@-1}",
                            "a|a|X|0|root {cue 1 cue 1}",
                            "a|a|X|0|root <elegy>",
                            "a|a|X|0|root x",
                            "a|a|X|0|root [PER 1] b|b|X|1|dep",
                            "a|a|X|0|root b|b|X|1|dep [PER 2-1]",
                            "\x80|a|X|0|root"}) {
        EXPECT_FALSE(marks_from(bad)) << bad;
    }
    EXPECT_TRUE(marks_from(""));
}

// Any tree over random words, with entities and attributions that cross sentences.
NotedMarks some_marks() {
    NotedMarks noted;
    const auto sentences = *rc::gen::inRange<std::uint32_t>(1, 4);
    for (std::uint32_t s = 0; s < sentences; ++s) {
        if (s > 0) noted.text += '\n';
        MarkedSentence sentence;
        const auto begin = noted.text.size();
        const auto words = *rc::gen::inRange(1, 6);
        for (int w = 0; w < words; ++w) {
            if (w > 0) noted.text += ' ';
            const auto from = noted.text.size();
            noted.text += *rc::gen::element<std::string>("[", "{x", "<", "né", "a_b", "東", "-");
            Word word;
            word.span = Span::in(noted.text, from, noted.text.size());
            word.lemma = *rc::gen::element<std::string>("x", "y", "[");
            word.features = *rc::gen::element<std::string>("", "A=B", "A=B|C=D");
            word.part = "X";
            word.relation = w == 0 ? "root" : "nsubj:pass";
            word.head = w == 0 ? -1 : *rc::gen::inRange(0, w);
            sentence.words.push_back(word);
        }
        const auto last = *rc::gen::inRange<std::uint32_t>(0, static_cast<std::uint32_t>(words));
        sentence.entities.push_back({static_cast<EntityType>(*rc::gen::inRange(0, 10)),
                                     *rc::gen::inRange<std::uint32_t>(0, last + 1), last, 0});
        sentence.span = Span::in(noted.text, begin, noted.text.size());
        sentence.kind = static_cast<LineKind>(*rc::gen::inRange(0, 8));
        sentence.ends_paragraph = *rc::gen::arbitrary<bool>();
        noted.marks.sentences.push_back(sentence);
    }
    Attribution across;
    across.cue = {{sentences - 1, 0}, {sentences - 1, 0}};
    across.source = WordRange{{0, 0}, {sentences - 1, 0}};
    if (*rc::gen::arbitrary<bool>()) across.content = WordRange{{0, 0}, {0, 0}};
    noted.marks.attributions.push_back(across);
    return noted;
}

TEST(Marks, AreReadBackWholeFromWhatTheyPrint) {
    EXPECT_TRUE(rc::check("print and read", [] {
        const NotedMarks noted = some_marks();
        std::string lines;
        for (std::size_t i = 0; i < noted.marks.sentences.size(); ++i) {
            lines += print(noted.text, noted.marks, i) + "\n";
        }
        const auto again = marks_from(lines);
        RC_ASSERT(again.has_value());
        RC_ASSERT(again->text == noted.text);
        RC_ASSERT(again->marks == noted.marks);
    }));
}

}  // namespace
}  // namespace sitrep::values
