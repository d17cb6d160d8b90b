#include "quality/scores/classes.h"

#include <gtest/gtest.h>

namespace sitrep::quality {
namespace {

TEST(Classes, CountALabelByItsOwnItemsAndThoseGivenIt) {
    const std::vector<Judged> items{
        {"flood", "flood"}, {"flood", "fire"}, {"fire", "fire"}, {"fire", ""}, {"quake", "fire"}};
    const auto counts = by_label(items);
    EXPECT_EQ(counts.at("flood"), (Counts{1, 1, 2}));
    EXPECT_EQ(counts.at("fire"), (Counts{1, 3, 2}));
    EXPECT_EQ(counts.at("quake"), (Counts{0, 0, 1}));
}

TEST(Classes, AverageTheFOfTheLabelsAskedFor) {
    const std::vector<Judged> items{
        {"flood", "flood"}, {"flood", "fire"}, {"fire", "fire"}, {"fire", ""}, {"quake", "fire"}};
    // 2/3 and 2/5; the quake given as fire counts against fire although quake is not asked for.
    EXPECT_DOUBLE_EQ(macro_f1(items, {"flood", "fire"}), (2.0 / 3 + 2.0 / 5) / 2);
    EXPECT_DOUBLE_EQ(macro_f1(items, {"flood", "fire", "quake"}), (2.0 / 3 + 2.0 / 5) / 3);
    EXPECT_DOUBLE_EQ(macro_f1(items, {"storm"}), 0);
    EXPECT_DOUBLE_EQ(macro_f1(items, {}), 0);
}

}  // namespace
}  // namespace sitrep::quality
