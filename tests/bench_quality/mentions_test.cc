#include "quality/scores/mentions.h"

#include <gtest/gtest.h>

namespace sitrep::quality {
namespace {

using List = std::vector<Mention>;

TEST(Mentions, RunFromTagToTag) {
    EXPECT_EQ(mentions({"B-PER", "I-PER", "O", "B-LOC", "B-LOC"}),
              (List{{0, 1, "PER"}, {3, 3, "LOC"}, {4, 4, "LOC"}}));
}

TEST(Mentions, BeginAtAStrayInside) {
    EXPECT_EQ(mentions({"O", "I-PER", "I-PER", "I-LOC", "O", "I-LOC"}),
              (List{{1, 2, "PER"}, {3, 3, "LOC"}, {5, 5, "LOC"}}));
    EXPECT_EQ(mentions({"B-PER", "O", "I-PER"}), (List{{0, 0, "PER"}, {2, 2, "PER"}}));
}

TEST(Mentions, OfNoTagsAreNone) {
    EXPECT_EQ(mentions({}), List{});
    EXPECT_EQ(mentions({"O", "", "-", "X-PER", "B-"}), List{});
}

TEST(Mapped, LeavesOutWhatTheMapDoesNotKnow) {
    const TypeMap types = {{"GPE", "LOC"}, {"PER", "PER"}};
    EXPECT_EQ(mapped({{0, 0, "GPE"}, {1, 2, "WPN"}, {3, 3, "PER"}}, types),
              (List{{0, 0, "LOC"}, {3, 3, "PER"}}));
}

TEST(Compare, WantsSpanAndType) {
    const List gold = {{0, 1, "PER"}, {3, 3, "LOC"}, {5, 6, "LOC"}};
    const List ours = {{0, 1, "PER"}, {3, 3, "ORG"}, {5, 5, "LOC"}};
    const auto counts = compare(ours, gold);
    EXPECT_EQ(counts.at("PER"), (Counts{1, 1, 1}));
    EXPECT_EQ(counts.at("LOC"), (Counts{0, 1, 2}));
    EXPECT_EQ(counts.at("ORG"), (Counts{0, 1, 0}));
    EXPECT_EQ(sum(counts, {"PER", "LOC"}), (Counts{1, 2, 3}));
    EXPECT_EQ(sum(counts, {"MISC"}), Counts{});
}

}  // namespace
}  // namespace sitrep::quality
