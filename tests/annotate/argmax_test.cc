#include "annotate/argmax.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <limits>
#include <vector>

namespace sitrep::annotate {
namespace {

TEST(Argmax, AgreesWithItsPlainTwin) {
    EXPECT_TRUE(rc::check("first of the greatest", [] {
        const auto few =
            *rc::gen::nonEmpty(rc::gen::container<std::vector<int>>(rc::gen::inRange(-4, 5)));
        std::vector<float> row;
        const auto times = *rc::gen::inRange<std::size_t>(1, 9);
        for (std::size_t i = 0; i < times; ++i) row.insert(row.end(), few.begin(), few.end());
        const auto twin = std::max_element(row.begin(), row.end()) - row.begin();
        RC_ASSERT(argmax(row) == static_cast<std::size_t>(twin));
    }));
}

TEST(Argmax, PassesOverWhatIsNoNumber) {
    constexpr float nan = std::numeric_limits<float>::quiet_NaN();
    std::vector<float> row(40, nan);
    EXPECT_EQ(argmax(row), 0U);
    row[35] = -3;
    EXPECT_EQ(argmax(row), 35U);
    row[2] = -std::numeric_limits<float>::infinity();
    EXPECT_EQ(argmax(row), 35U);
}

}  // namespace
}  // namespace sitrep::annotate
