#include "quality/scores/characters.h"

#include <gtest/gtest.h>

namespace sitrep::quality {
namespace {

TEST(SolidCharacters, LeaveWhiteSpaceOut) {
    const std::string text = "The bridge \n fell.";
    const SolidCharacters solid(text);
    EXPECT_EQ(solid.of(values::Span::in(text, 4, 10)), (Extent{3, 9}));    // bridge
    EXPECT_EQ(solid.of(values::Span::in(text, 13, 18)), (Extent{9, 14}));  // fell.
    EXPECT_EQ(solid.of(values::Span::in(text, 10, 13)), (Extent{9, 9}));
}

TEST(SolidCharacters, SpansDoNotDependOnBlanksAroundThem) {
    const std::string text = " Naro  fell ";
    const SolidCharacters solid(text);
    EXPECT_EQ(solid.of(values::Span::in(text, 0, 12)), solid.of(values::Span::in(text, 1, 11)));
}

TEST(SolidCharacters, KnowWideBlanks) {
    const std::string text = "a\u00A0b\u2009c\u3000é";
    const SolidCharacters solid(text);
    EXPECT_EQ(solid.of(values::Span::in(text, 0, text.size())), (Extent{0, 5}));  // é: two bytes
    EXPECT_EQ(blank_bytes(text, 1), 2U);
    EXPECT_EQ(blank_bytes(text, 4), 3U);
    EXPECT_EQ(blank_bytes("é", 0), 0U);
    EXPECT_EQ(blank_bytes("\t", 0), 1U);
}

TEST(SolidCharacters, SpansOfBlanksAloneAreDropped) {
    const std::string text = "a  b";
    const SolidCharacters solid(text);
    EXPECT_EQ(extents({values::Span::in(text, 0, 1), values::Span::in(text, 1, 3)}, solid),
              (std::vector<Extent>{{0, 1}}));
}

}  // namespace
}  // namespace sitrep::quality
