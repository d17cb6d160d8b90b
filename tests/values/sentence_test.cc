#include "values/sentence.h"

#include <gtest/gtest.h>

namespace sitrep::values {
namespace {

TEST(LineKind, HasANameAndIsReadOrNot) {
    EXPECT_EQ(name(LineKind::Prose), "prose");
    EXPECT_EQ(name(LineKind::Boilerplate), "boilerplate");
    for (const LineKind kind :
         {LineKind::Prose, LineKind::Heading, LineKind::Bullet, LineKind::Caption}) {
        EXPECT_TRUE(is_news(kind)) << name(kind);
    }
    for (const LineKind kind :
         {LineKind::Byline, LineKind::Credit, LineKind::Footnote, LineKind::Boilerplate}) {
        EXPECT_FALSE(is_news(kind)) << name(kind);
    }
}

}  // namespace
}  // namespace sitrep::values
