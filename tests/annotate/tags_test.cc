#include "annotate/tags.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <array>
#include <cmath>
#include <limits>

namespace sitrep::annotate {
namespace {

const std::vector<std::string> labels{"O", "B-PER", "I-PER", "B-GPE", "I-GPE"};
constexpr std::size_t label_count = 5;

nn::OwnedMatrix matrix(const std::vector<std::array<float, label_count>>& rows) {
    nn::OwnedMatrix made(rows.size(), label_count);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        std::copy(rows[i].begin(), rows[i].end(), made.row(i).begin());
    }
    return made;
}

bool legal(std::uint32_t before, std::uint32_t label) {
    return label != 2 && label != 4 ? true : before == label || before == label - 1;
}

TEST(Tags, TakeTheBestLegalPath) {
    Tagger tagger(labels);
    // Word by word it would be I-PER, I-GPE.
    const auto scores = matrix({{0, 2, 3, 1, 0}, {0, 0, 1.5F, 0, 2}});
    const auto path = tagger.path(scores.view());
    EXPECT_EQ(std::vector<std::uint32_t>(path.begin(), path.end()),
              (std::vector<std::uint32_t>{1, 2}));
    EXPECT_TRUE(tagger.path(matrix({}).view()).empty());
}

TEST(Tags, GiveRunsWithTheirMeanProbability) {
    Tagger tagger(labels);
    const auto scores = matrix(
        {{9, 0, 0, 0, 0}, {0, 9, 0, 0, 0}, {0, 0, 9, 0, 0}, {0, 9, 0, 0, 0}, {0, 0, 0, 1, 0}});
    const auto runs = tagger.runs(scores.view());
    ASSERT_EQ(runs.size(), 3U);
    const float sure = std::exp(9.0F) / (std::exp(9.0F) + 4);
    EXPECT_EQ(runs[0].first, 1U);
    EXPECT_EQ(runs[0].last, 2U);
    EXPECT_EQ(runs[0].begin_label, 1U);
    EXPECT_NEAR(runs[0].score, sure, 1e-6);
    EXPECT_EQ(runs[1].first, 3U);
    EXPECT_EQ(runs[2].begin_label, 3U);
    EXPECT_NEAR(runs[2].score, std::exp(1.0F) / (std::exp(1.0F) + 4), 1e-6);
}

TEST(Tags, ReadCuesWithoutKinds) {
    const std::vector<std::string> cue{"O", "B", "I"};
    Tagger tagger(cue);
    nn::OwnedMatrix scores(3, 3);
    scores.row(0)[2] = 2;  // an I at the front begins nothing
    scores.row(0)[1] = 1;
    scores.row(1)[2] = 1;
    scores.row(2)[1] = 1;
    const auto runs = tagger.runs(scores.view());
    ASSERT_EQ(runs.size(), 2U);
    EXPECT_EQ(runs[0].last, 1U);
    EXPECT_EQ(runs[1].first, 2U);
}

TEST(Tags, OutliveWhatIsNoNumber) {
    Tagger tagger(labels);
    nn::OwnedMatrix scores(4, label_count);
    for (std::size_t i = 0; i < 4; ++i) {
        for (float& score : scores.row(i)) score = std::numeric_limits<float>::quiet_NaN();
    }
    for (const auto& run : tagger.runs(scores.view())) EXPECT_LE(run.first, run.last);
}

TEST(Tags, AgreeWithTryingAllPaths) {
    EXPECT_TRUE(rc::check("the best legal sum", [] {
        const auto words = *rc::gen::inRange<std::size_t>(1, 6);
        nn::OwnedMatrix scores(words, label_count);
        for (std::size_t i = 0; i < words; ++i) {
            for (float& score : scores.row(i)) {
                score = static_cast<float>(*rc::gen::inRange(-40, 41)) / 8;
            }
        }
        std::size_t all = 1;
        for (std::size_t i = 0; i < words; ++i) all *= label_count;
        float best = -std::numeric_limits<float>::infinity();
        for (std::size_t number = 0; number < all; ++number) {
            std::uint32_t before = 0;
            float sum = 0;
            bool allowed = true;
            auto rest = number;
            for (std::size_t i = 0; i < words; ++i, rest /= label_count) {
                const auto label = static_cast<std::uint32_t>(rest % label_count);
                allowed = allowed && legal(before, label);
                sum += scores.row(i)[label];
                before = label;
            }
            if (allowed) best = std::max(best, sum);
        }
        Tagger tagger(labels);
        std::uint32_t before = 0;
        float sum = 0;
        const auto path = tagger.path(scores.view());
        for (std::size_t i = 0; i < words; ++i) {
            RC_ASSERT(legal(before, path[i]));
            sum += scores.row(i)[path[i]];
            before = path[i];
        }
        RC_ASSERT(sum == best);
    }));
}

}  // namespace
}  // namespace sitrep::annotate
