#include "quality/scores/factualities.h"

#include <gtest/gtest.h>

#include "quality/readers/factuality.h"

namespace sitrep::quality {
namespace {

TEST(Factualities, JudgeSureLabelsByClassAndAllByDistance) {
    const auto found = score({{3, true, 3},
                              {1, false, 0},
                              {-2, false, -3},
                              {-1, true, 3},
                              {0.5, true, 3},
                              {2, true, 3}});
    EXPECT_EQ(found.happened, (Counts{2, 3, 3}));
    EXPECT_EQ(found.did_not, (Counts{1, 2, 2}));
    EXPECT_DOUBLE_EQ(found.macro_f1, (4.0 / 6 + 2.0 / 4) / 2);
    EXPECT_DOUBLE_EQ(found.mae, (0 + 1 + 1 + 4 + 2.5 + 1) / 6);
    EXPECT_DOUBLE_EQ(score({}).mae, 0);
}

TEST(Factualities, AreReadAtTheirTokens) {
    const auto texts = factuality_of(
        R"({"text": "It might n't rain .", "targets": [{"span1": [3, 4], "label": -1.5}, {"span1": [1, 3], "label": 2}]})"
        "\n\n",
        "p");
    ASSERT_TRUE(texts);
    ASSERT_EQ(texts->size(), 1U);
    const auto& one = texts->front();
    ASSERT_EQ(one.targets.size(), 2U);
    EXPECT_EQ(one.targets[0].words.of(one.text), "rain");
    EXPECT_DOUBLE_EQ(one.targets[0].label, -1.5);
    EXPECT_EQ(one.targets[1].words.of(one.text), "might n't");
    EXPECT_FALSE(
        factuality_of(R"({"text": "It rained", "targets": [{"span1": [1, 3], "label": 2}]})", "p"));
    EXPECT_FALSE(
        factuality_of(R"({"text": "It rained", "targets": [{"span1": [1, 1], "label": 2}]})", "p"));
    EXPECT_FALSE(factuality_of("[]", "p"));
    EXPECT_FALSE(factuality_of(R"({"text": "It rained"})", "p"));
}

}  // namespace
}  // namespace sitrep::quality
