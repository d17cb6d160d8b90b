#include "values/place.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace sitrep::values {
namespace {

TEST(Place, PrintsItselfOnOneLineAndIsReadBack) {
    const Place place{"wof:1",
                      PlaceKind::Town,
                      "Na\"ro\\ n",
                      Point{36.72896, -68.857},
                      "XV",
                      161902,
                      {{"v:korda", PlaceKind::District, "Korda"}, {"", PlaceKind::Province, "Il"}}};
    EXPECT_EQ(place.print(),
              "wof:1 town \"Na\\\"ro\\\\ n\" 36.72896,-68.857 XV 161902 < v:korda district "
              "\"Korda\" < - province \"Il\"");
    EXPECT_EQ(Place::parse(place.print()), place);
}

TEST(Place, UnplacedHasNoIdAndNoPoint) {
    const Place place{"", PlaceKind::Village, "Kedra", {}, "", 0, {}};
    EXPECT_TRUE(place.unplaced());
    EXPECT_EQ(place.print(), "- village \"Kedra\" - - 0");
    EXPECT_EQ(Place::parse(place.print()), place);
}

TEST(Place, NoNotationIsNoPlace) {
    for (const auto* notation :
         {"", "a", "a town", "a town \"B", "a hamlet \"B\" - XV 0", "a town \"B\" 91,0 XV 0",
          "a town \"B\" 1 XV 0", "a town \"B\" - XV", "a town \"B\" - XV -1",
          "a town \"B\" - XV 0 <", "a town \"B\" - XV 0 > b town \"C\""}) {
        EXPECT_FALSE(Place::parse(notation)) << notation;
    }
}

TEST(Point, LiesOnTheGlobe) {
    EXPECT_TRUE(point(90, -180));
    EXPECT_FALSE(point(90.1, 0));
    EXPECT_FALSE(point(0, 180.5));
    EXPECT_FALSE(point(std::numeric_limits<double>::quiet_NaN(), 0));
}

// A degree of the equator; across the date line; half round.
TEST(Kilometres, AlongTheGreatCircle) {
    EXPECT_NEAR(kilometres({0, 0}, {0, 1}), 111.19, 0.01);
    EXPECT_NEAR(kilometres({0, 179.5}, {0, -179.5}), 111.19, 0.01);
    EXPECT_NEAR(kilometres({90, 0}, {-90, 0}), 20015.1, 0.1);
    EXPECT_EQ(kilometres({5, 5}, {5, 5}), 0);
}

TEST(PlaceKind, EachHasItsCode) {
    for (std::size_t i = 0; i < place_kinds; ++i) {
        const auto kind = static_cast<PlaceKind>(i);
        EXPECT_EQ(place_kind(code(kind)), kind);
    }
    EXPECT_FALSE(place_kind("hamlet"));
}

}  // namespace
}  // namespace sitrep::values
