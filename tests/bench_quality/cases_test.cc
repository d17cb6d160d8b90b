// Readers of own texts and of times told, and how values of times compare.
#include <gtest/gtest.h>

#include "quality/readers/bracketed.h"
#include "quality/readers/dated.h"
#include "quality/scores/timexes.h"

namespace sitrep::quality {
namespace {

TEST(Bracketed, GivesTheTextAndWhereItsBracketsStood) {
    const auto told = bracketed("[1 The mayor] praised [2 [1 her] deputy].");
    ASSERT_TRUE(told) << told.error().message();
    EXPECT_EQ(told->text, "The mayor praised her deputy.");
    ASSERT_EQ(told->brackets.size(), 3U);
    EXPECT_EQ(told->brackets[0].number, "1");
    EXPECT_EQ(told->brackets[0].range, (Extent{0, 9}));
    EXPECT_EQ(told->brackets[1].number, "2");
    EXPECT_EQ(told->brackets[1].range, (Extent{18, 28}));
    EXPECT_EQ(told->brackets[2].range, (Extent{18, 21}));
}

TEST(Bracketed, RefusesWhatDoesNotClose) {
    EXPECT_FALSE(bracketed("[1 The mayor fled"));
    EXPECT_FALSE(bracketed("The mayor] fled"));
    EXPECT_FALSE(bracketed("[The] mayor"));
    EXPECT_FALSE(bracketed("[1 ] fled"));
}

std::string told(std::string_view words) {
    const auto moment = moment_told(words);
    return moment ? moment->print() : "none";
}

TEST(Dated, ReadsPointsAndIntervals) {
    EXPECT_EQ(told("datetime (2013, 2, 15, 0, 0, 0) Day"), "2013-02-15/day");
    EXPECT_EQ(told("datetime (2013, 2, 12, 15, 20, 0) Minute"), "2013-02-12T15:20/minute");
    EXPECT_EQ(told("datetime (2013, 12, 1, 0, 0, 0) Month"), "2013-12/month");
    EXPECT_EQ(told("datetime (2013, 10, 1, 0, 0, 0) Quarter"), "2013-10-01..2013-12-31/quarter");
    EXPECT_EQ(told("datetime (2012, 1, 1, 0, 0, 0) Year"), "2012/year");
    EXPECT_EQ(told("datetimeInterval ((2013, 7, 13, 0, 0, 0), (2013, 7, 16, 0, 0, 0)) Day"),
              "2013-07-13..2013-07-15/day")
        << "their end is the first instant behind";
    EXPECT_EQ(told("datetimeOpenInterval Before (2014, 1, 1, 0, 0, 0) Year"), "..2014-01-01/year");
    EXPECT_EQ(told("datetimeHoliday (2013, 11, 28, 0, 0, 0) Day \"Thanksgiving\""),
              "2013-11-28/day");
    EXPECT_EQ(told("datetime (-2014, 1, 1, 0, 0, 0) Year"), "none");
    EXPECT_EQ(told("no time"), "none");
}

TEST(Timexes, AreAlikeWhereOnlyTheWritingDiffers) {
    EXPECT_EQ(rewritten("2000-W6"), "2000-W06");
    EXPECT_EQ(rewritten("1949-XX"), "1949");
    EXPECT_EQ(rewritten("1994-XX-XX"), "1994");
    EXPECT_EQ(rewritten("199X"), "199");
    EXPECT_EQ(rewritten("1989-11-06T17"), "1989-11-06T17:00");
    for (const std::string same :
         {"XXXX-WXX-5", "2000-W06", "P1W", "PT2H", "2000-01-05TEV", "199", "PAST_REF", ""}) {
        EXPECT_EQ(rewritten(same), same);
    }
}

TEST(Timexes, ADifferentDayIsNeverAlike) {
    const TimexScore score = compare({{{0, 4}, "DATE", "2000-W06"}, {{5, 9}, "DATE", "1999"}},
                                     {{{0, 4}, "DATE", "2000-W6"}, {{5, 9}, "DATE", "1998"}});
    EXPECT_EQ(score.value.right, 0U);
    EXPECT_EQ(score.alike.right, 1U);
}

}  // namespace
}  // namespace sitrep::quality
