#include "annotate/windows.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>

namespace sitrep::annotate {
namespace {

using Runs = std::vector<Run>;

constexpr Specials specials{-1, -2};
const Packing packing;

// Stretches whose pieces are numbered through; sizes: of each stretch, the pieces of each word.
PiecedReport report_of(const std::vector<std::vector<std::uint32_t>>& sizes,
                       const std::vector<bool>& ends = {}) {
    PiecedReport report;
    for (const auto& words : sizes) {
        Stretch stretch;
        stretch.sentence = static_cast<std::uint32_t>(report.stretches.size());
        stretch.first_word = static_cast<std::uint32_t>(report.starts.size());
        stretch.first_piece = static_cast<std::uint32_t>(report.pieces.size());
        stretch.words = static_cast<std::uint32_t>(words.size());
        stretch.ends_paragraph = stretch.sentence < ends.size() && ends[stretch.sentence];
        for (const auto size : words) {
            report.starts.push_back(static_cast<std::uint32_t>(report.pieces.size()));
            for (std::uint32_t i = 0; i < size; ++i) {
                report.pieces.push_back(static_cast<std::int32_t>(report.pieces.size()));
                report.casing.push_back(nn::Casing::Lower);
            }
        }
        stretch.pieces = static_cast<std::uint32_t>(report.pieces.size()) - stretch.first_piece;
        report.stretches.push_back(stretch);
    }
    return report;
}

PiecedReport sentences_of(const std::vector<std::uint32_t>& words,
                          const std::vector<bool>& ends = {}) {
    std::vector<std::vector<std::uint32_t>> sizes;
    for (const auto count : words) sizes.emplace_back(count, 1);
    return report_of(sizes, ends);
}

Runs runs_of(const std::vector<std::uint32_t>& words, const std::vector<bool>& ends = {}) {
    return runs(sentences_of(words, ends).stretches, packing);
}

TEST(Windows, HoldAtMostTwoHundredPieces) {
    EXPECT_TRUE(runs_of({}).empty());
    EXPECT_EQ(runs_of({99, 98}), (Runs{{0, 2}}));  // 1 + 100 + 99 = 200
    EXPECT_EQ(runs_of({99, 99}), (Runs{{0, 1}, {1, 2}}));
    EXPECT_EQ(runs_of({10, 300, 10, 10}), (Runs{{0, 1}, {1, 2}, {2, 4}}));
}

TEST(Windows, EndWithAParagraphOnceTheyHoldAHundredAndTwenty) {
    EXPECT_EQ(runs_of({118, 5}, {true, true}), (Runs{{0, 1}, {1, 2}}));
    EXPECT_EQ(runs_of({117, 5}, {true, true}), (Runs{{0, 2}}));
    EXPECT_EQ(runs_of({118, 5}, {false, true}), (Runs{{0, 2}}));
}

TEST(Windows, LayOutSentencesWordsAndRoots) {
    const auto report = report_of({{1, 2}, {2, 1}});
    std::vector<nn::Window> windows;
    ASSERT_EQ(append_windows(report, {0, 2}, packing, specials, windows), 1U);
    EXPECT_EQ(windows[0].pieces, (std::vector<std::int32_t>{-1, 0, 1, 2, -2, 3, 4, 5, -2}));
    EXPECT_EQ(windows[0].wanted, (std::vector<std::uint32_t>{1, 2, 5, 7, 0, 4}));
    ASSERT_EQ(windows[0].casing.size(), 9U);
    EXPECT_EQ(windows[0].casing[0], nn::Casing::NoSignal);
    EXPECT_EQ(windows[0].casing[3], nn::Casing::Lower);
    EXPECT_EQ(windows[0].casing[4], nn::Casing::NoSignal);
}

TEST(Windows, HoldALongSentenceAloneWhileThePositionsLast) {
    std::vector<nn::Window> windows;
    EXPECT_EQ(append_windows(sentences_of({510}), {0, 1}, packing, specials, windows), 1U);
    EXPECT_EQ(windows[0].pieces.size(), 512U);
    windows.clear();
    EXPECT_EQ(append_windows(sentences_of({511}), {0, 1}, packing, specials, windows), 2U);
    EXPECT_EQ(windows[0].pieces.size(), 512U);
    EXPECT_EQ(windows[1].pieces.size(), 2U + 511 - 384);
    EXPECT_EQ(windows[1].pieces[1], 384);
}

// As training/evaluate.py, long_sentence: every part, every word, the deepest place.
std::vector<std::pair<std::size_t, std::int32_t>> deepest_places(const PiecedReport& report) {
    const auto size = static_cast<std::int32_t>(report.pieces.size());
    std::vector<std::int32_t> best(report.starts.size(), -1);
    std::vector<std::pair<std::size_t, std::int32_t>> places(report.starts.size());
    std::size_t part = 0;
    for (std::int32_t start = 0; start < std::max(1, size - 510 + 384); start += 384, ++part) {
        const std::int32_t stop = std::min(start + 510, size);
        for (std::size_t i = 0; i < best.size(); ++i) {
            const auto first = static_cast<std::int32_t>(report.starts[i]);
            const std::int32_t edge = std::min(first - start, stop - 1 - first);
            if (edge > best[i]) {
                best[i] = edge;
                places[i] = {part, 1 + first - start};
            }
        }
    }
    return places;
}

void expect_parts_as_the_twin(const PiecedReport& report) {
    std::vector<nn::Window> windows;
    const auto count = append_windows(report, {0, 1}, packing, specials, windows);
    RC_ASSERT(count == windows.size() && count > 1);
    const auto places = deepest_places(report);
    std::vector<std::vector<std::uint32_t>> expected(count);
    for (const auto& [part, at] : places) {
        expected.at(part).push_back(static_cast<std::uint32_t>(at));
    }
    expected[0].push_back(0);
    std::vector<nn::OwnedMatrix> encoded;
    for (std::size_t i = 0; i < count; ++i) {
        RC_ASSERT(windows[i].pieces.size() <= 512U);
        RC_ASSERT(windows[i].wanted == expected[i]);
        encoded.emplace_back(windows[i].wanted.size(), 1);
        for (std::size_t row = 0; row < windows[i].wanted.size(); ++row) {
            encoded.back().row(row)[0] =
                static_cast<float>(windows[i].pieces[windows[i].wanted[row]]);
        }
    }
    const auto joined = joined_parts(encoded);
    RC_ASSERT(joined.rows() == report.starts.size() + 1);
    for (std::size_t word = 0; word < report.starts.size(); ++word) {
        RC_ASSERT(joined.row(word)[0] == static_cast<float>(report.starts[word]));
    }
    RC_ASSERT(joined.row(report.starts.size())[0] == -1);
}

TEST(Windows, CutAnOverLongSentenceInPartsAndLoseNoWord) {
    EXPECT_TRUE(rc::check("parts as the twin's", [] {
        auto words = *rc::gen::container<std::vector<std::uint32_t>>(
            *rc::gen::inRange<std::size_t>(511, 1400), rc::gen::inRange<std::uint32_t>(1, 4));
        if (*rc::gen::inRange(0, 4) == 0) words[5] = 1100;  // one word runs over several parts
        expect_parts_as_the_twin(report_of({words}));
    }));
    EXPECT_TRUE(rc::check("every length", [] {
        expect_parts_as_the_twin(sentences_of({*rc::gen::inRange<std::uint32_t>(511, 2000)}));
    }));
}

TEST(Windows, FollowTheSpec) {
    nn::Spec spec;
    spec.positions = 512;
    spec.window_pieces = 200;
    spec.window_paragraph_pieces = 120;
    const Packing made = Packing::of(spec);
    EXPECT_EQ(made.window, 200U);
    EXPECT_EQ(made.paragraph, 120U);
    EXPECT_EQ(made.part, 510U);
    EXPECT_EQ(made.stride, 384U);
}

}  // namespace
}  // namespace sitrep::annotate
