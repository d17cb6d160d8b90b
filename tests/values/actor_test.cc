#include "values/actor.h"

#include <gtest/gtest.h>

namespace sitrep::values {
namespace {

TEST(Actor, IsReadBackFromItsNotation) {
    for (const std::string line :
         {"person \"Andrey Rudenko\" RUS GOV \"deputy foreign minister\"",
          "group \"Naro Front\" VEL+KES REB+OPP 1999-12..2001", "state \"Velia\" VEL -",
          "collective \"\" - - \"guards\" of \"the \\\"Front\\\" \\\\\" ..2001-05-02",
          "anonymous \"\" - UAF"}) {
        const auto actor = Actor::parse(line);
        ASSERT_TRUE(actor) << line;
        EXPECT_EQ(actor->print(), line);
    }
}

TEST(Actor, IsNoneWithoutItsParts) {
    for (const std::string line :
         {"", "person", "person Rudenko RUS GOV", "nobody \"\" - -", "person \"Rud - -",
          "person \"R\" RUS GOV of", "person \"R\" RUS GOV soon", "person \"R\" RUS GOV .. more",
          "person \"R\" RUS GOV \?\?\?\?-05..2001"}) {
        EXPECT_FALSE(Actor::parse(line)) << line;
    }
}

TEST(Lasting, HoldsWithinItsGrain) {
    const auto held = *Lasting::parse("1997-05..2007-06-27");
    EXPECT_EQ(holds_on(held, Date::parse("1997-04-30")), Holds::No);
    EXPECT_EQ(holds_on(held, Date::parse("1997-05-10")), Holds::Perhaps);
    EXPECT_EQ(holds_on(held, Date::parse("1997-05-31")), Holds::Yes);
    EXPECT_EQ(holds_on(held, Date::parse("2007-06-27")), Holds::Yes);
    EXPECT_EQ(holds_on(held, Date::parse("2007-06-28")), Holds::No);
    EXPECT_EQ(holds_on(held, std::nullopt), Holds::Perhaps);
    EXPECT_EQ(holds_on({}, std::nullopt), Holds::Yes);
    EXPECT_EQ(holds_on(*Lasting::parse("..1996-02"), Date::parse("1996-02-29")), Holds::Perhaps);
}

}  // namespace
}  // namespace sitrep::values
