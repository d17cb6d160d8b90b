#include "values/span.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace sitrep::values {
namespace {

TEST(Span, SlicesTheOriginalBytes) {
    const std::string text = "Näro bridge";
    EXPECT_EQ(Span::in(text, 0, 5).of(text), "Näro");
}

TEST(SpanDeathTest, RefusesAnEdgeInsideACodePoint) {
    EXPECT_DEATH(Span::in("ä", 1, 2), "CHECK");
    EXPECT_DEATH(Span::in("abc", 2, 1), "CHECK");
    EXPECT_DEATH(Span::in("abc", 0, 4), "CHECK");
}

TEST(Span, IsReadBackFromItsNotation) {
    EXPECT_TRUE(rc::check("print and parse", [] {
        const std::string text(200, 'x');
        const auto begin = *rc::gen::inRange<std::size_t>(0, 200);
        const auto end = *rc::gen::inRange<std::size_t>(begin, 201);
        const Span span = Span::in(text, begin, end);
        RC_ASSERT(Span::parse(span.print()) == span);
    }));
    for (const char* bad : {"", "1", "1:", ":2", "3:2", "1:2x", "-1:2", "1:99999999999"}) {
        EXPECT_EQ(Span::parse(bad), std::nullopt) << bad;
    }
}

TEST(Span, HoldsOverlapsAndJoins) {
    const std::string text = "0123456789";
    const Span outer = Span::in(text, 2, 8);
    const Span inner = Span::in(text, 3, 5);
    const Span after = Span::in(text, 8, 9);
    EXPECT_TRUE(outer.contains(inner));
    EXPECT_FALSE(inner.contains(outer));
    EXPECT_TRUE(outer.overlaps(inner));
    EXPECT_FALSE(outer.overlaps(after));
    EXPECT_EQ(inner.joined(after).print(), "3:9");
}

}  // namespace
}  // namespace sitrep::values
