#include <gtest/gtest.h>

#include <cmath>

#include "quality/readers/toponyms.h"
#include "quality/scores/distances.h"

namespace sitrep::quality {
namespace {

constexpr const char* article =
    "<articles><article docid=\"1\"><domain>naro.example</domain>"
    "<text><![CDATA[Café in Naro & Ilm]]></text>"
    "<toponyms><toponym><start>13</start><end>17</end><phrase>Ilm</phrase></toponym>"
    "<toponym><start>8</start><end>12</end><phrase>Naro</phrase><gaztag><lat>1.5</lat>"
    "<lon>-2</lon></gaztag></toponym></toponyms></article></articles>";

TEST(Toponyms, SpansAreBytesInOrderAndDriftedOffsetsAreMended) {
    const auto found = toponym_articles_of(article, "t");
    ASSERT_TRUE(found);
    ASSERT_EQ(found->size(), 1U);
    const auto& one = found->front();
    EXPECT_EQ(one.domain, "naro.example");
    ASSERT_EQ(one.toponyms.size(), 2U);
    EXPECT_EQ(one.text.substr(one.toponyms[0].begin, 4), "Naro");
    EXPECT_EQ(one.toponyms[0].point, values::point(1.5, -2));
    EXPECT_EQ(one.text.substr(one.toponyms[1].begin, 3), "Ilm");
    EXPECT_FALSE(one.toponyms[1].point);
    EXPECT_EQ(one.moved, 1U);
}

TEST(Toponyms, AToponymThatNoTextHoldsIsAnError) {
    EXPECT_FALSE(
        toponym_articles_of("<articles><article><text><![CDATA[x]]></text><toponym><start>0</start>"
                            "<phrase>Naro</phrase></toponym></article></articles>",
                            "t"));
    EXPECT_FALSE(toponym_articles_of("<articles><article>x</article></articles>", "t"));
}

TEST(Distances, UnplacedCountsAsTheMaximum) {
    Distances distances;
    distances.add(0.0);
    distances.add(161.0);
    distances.add(162.0);
    distances.add(std::nullopt);
    EXPECT_DOUBLE_EQ(distances.near(), 0.5);
    EXPECT_DOUBLE_EQ(distances.mean(), (161 + 162 + 20039) / 4.0);
    EXPECT_DOUBLE_EQ(distances.median(), 161.5);
}

TEST(Distances, AreaIsNoughtForNoErrorAndOneForAllUnplaced) {
    Distances right;
    Distances wrong;
    for (int i = 0; i < 3; ++i) {
        right.add(0.0);
        wrong.add(std::nullopt);
    }
    EXPECT_DOUBLE_EQ(right.area(), 0);
    EXPECT_NEAR(wrong.area(), 1, 1e-4);
}

}  // namespace
}  // namespace sitrep::quality
