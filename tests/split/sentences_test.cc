#include "split/sentences.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "cases.h"
#include "split/tokens.h"

namespace sitrep::split {
namespace {

const Words& english() {
    static const Words words = [] {
        const std::string folder = std::string(SITREP_ROOT) + "/lexicon/en/";
        auto splitting = lookup::table(folder + "splitting.tsv");
        auto lines = lookup::table(folder + "lines.tsv");
        auto read = Words::from(splitting.value(), lines.value());
        return std::move(read).operator*();
    }();
    return words;
}

TEST(Tokens, FollowTheirCases) {
    tests::run_cases("tests/split/tokens.cases", [](const std::string& input, const auto&) {
        std::string out;
        for (const auto token : tokens(input, 0, input.size(), english())) {
            out += out.empty() ? "" : " ";
            out += token.of(input);
        }
        return out;
    });
}

TEST(Sentences, FollowTheirCases) {
    tests::run_cases("tests/split/sentences.cases", [](const std::string& input, const auto&) {
        std::string out;
        for (const auto& sentence : sentences(input, english())) {
            out += out.empty() ? "" : " || ";
            if (sentence.kind != values::LineKind::Prose) {
                out += "[" + std::string(values::name(sentence.kind)) + "] ";
            }
            std::string words(sentence.span.of(input));
            std::replace(words.begin(), words.end(), '\n', ' ');
            out += words;
        }
        return out;
    });
}

// Pieces that real texts are made of, so that random texts come upon the rules.
rc::Gen<std::string> texts() {
    return rc::gen::map(
        rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
            "Osk", " ", "\n", "\n\n", ".", "...", "“", "”", "\"", "'s", "n't", "-", "U.S.", "é",
            "3", ",", "$", "(", ")", "[", "]", "Mr.", "?", "…", "km", "/", "http://", "@", "*", ":",
            "\xC2\xA0", "\xF0\x9F\x98\x80", "Image", "%", "–", "`", "''", "\t")),
        [](const std::vector<std::string>& pieces) {
            std::string text;
            for (const auto& piece : pieces) text += piece;
            return text;
        });
}

TEST(Sentences, LoseNothingButWhiteSpace) {
    EXPECT_TRUE(rc::check("tokens cover the text in order", [] {
        const std::string text = *texts();
        std::uint32_t covered = 0;
        const auto blank = [&](std::uint32_t from, std::uint32_t to) {
            const auto gap = text.substr(from, to - from);
            return gap.find_first_not_of(" \n\t\xC2\xA0") == std::string::npos;
        };
        for (const auto& sentence : sentences(text, english())) {
            RC_ASSERT(!sentence.tokens.empty());
            for (const auto token : sentence.tokens) {
                RC_ASSERT(sentence.span.contains(token));
                RC_ASSERT(token.begin() >= covered && !token.empty());
                RC_ASSERT(blank(covered, token.begin()));
                covered = token.end();
            }
        }
        RC_ASSERT(blank(covered, static_cast<std::uint32_t>(text.size())));
    }));
}

TEST(Sentences, MoveWithAParagraphPutInFront) {
    EXPECT_TRUE(rc::check("spans move, facts stay", [] {
        const std::string text = *texts();
        const std::string front = "It is a first paragraph that says nothing at all of this.\n\n";
        const auto alone = sentences(text, english());
        const auto moved = sentences(front + text, english());
        if (moved.size() != alone.size() + 1) return;  // the front changed how lines are wrapped
        for (std::size_t i = 0; i < alone.size(); ++i) {
            RC_ASSERT(moved[i + 1].tokens.size() == alone[i].tokens.size());
            RC_ASSERT(moved[i + 1].span.begin() == alone[i].span.begin() + front.size());
        }
    }));
}

TEST(Words, NameTheLineOfABadRow) {
    const auto lines = lookup::table_of("# columns: kind where words example\n", "lines.tsv");
    const auto bad =
        lookup::table_of("# columns: kind words example\nverb\trun\t\"run\"\n", "s.tsv");
    const auto words = Words::from(bad.value(), lines.value());
    ASSERT_FALSE(words);
    EXPECT_EQ(words.error().message(), "s.tsv:2: \"verb\" is no kind; mend or delete the row");
}

}  // namespace
}  // namespace sitrep::split
