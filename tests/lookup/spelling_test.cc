#include "lookup/spelling.h"

#include <gtest/gtest.h>

#include "cases.h"
#include "lookup/folded.h"
#include "lookup/kind_words.h"
#include "made.h"

namespace sitrep::lookup {
namespace {

double far(std::string_view a, std::string_view b) {
    return tests::place_tables().spelling.far(sounds(folded(a)), sounds(folded(b)));
}

TEST(Folded, Cases) {
    tests::run_cases("tests/lookup/folded.cases",
                     [](const std::string& name, const tests::Settings&) { return folded(name); });
}

TEST(Skeleton, Cases) {
    tests::run_cases(
        "tests/lookup/skeletons.cases",
        [](const std::string& name, const tests::Settings&) { return skeleton(folded(name)); });
}

TEST(Folded, BrokenBytesAreLeftOut) {
    EXPECT_EQ(folded("Na\xFFro"), "naro");
    EXPECT_EQ(folded("\xD0"), "");
}

TEST(Spelling, CloserIsWhatRomanisationsMixUp) {
    EXPECT_EQ(far("Naro", "naro"), 0);
    EXPECT_LT(far("Kunduz", "Konduz"), far("Kunduz", "Kandaz"));
    EXPECT_LT(far("Qala", "Kala"), far("Qala", "Bala"));
    EXPECT_LT(far("Sher Khan", "Shir Khan"), far("Sher Khan", "Shor Khan"));
    EXPECT_EQ(far("Khwaja Ghar", "Khodzhagar"), far("Khodzhagar", "Khwaja Ghar"));
}

TEST(Spelling, StopsAtTheBound) {
    const auto& spelling = tests::place_tables().spelling;
    EXPECT_EQ(spelling.far("ostra", "ilmen", 0.3), 1);
    EXPECT_LT(spelling.far("ostra", "ostro", 0.9), 0.9);
    EXPECT_EQ(spelling.far("", ""), 0);
    EXPECT_GT(spelling.far("", "naro"), 0.9);
    const std::string endless(100'000, 'a');
    EXPECT_EQ(spelling.far(endless, endless), 0);
}

TEST(Spelling, ATableMustHoldCosts) {
    const std::string head = "# columns: a b cost\n";
    for (const auto* row : {"a\ta\t1\n", "a\tbb\t1\n", "a\tb\tx\n", "a\tb\t-1\n", "a\tb\t8\n"}) {
        const auto table = table_of(head + row, "spelling.tsv");
        const auto spelling = Spelling::from(*table);
        ASSERT_FALSE(spelling) << row;
        EXPECT_EQ(spelling.error().place(), "spelling.tsv:2");
    }
}

TEST(KindWords, LeaveTheNameBare) {
    const auto& kinds = tests::place_tables().kinds;
    const auto after = kinds.bare(folded("Naran Province"));
    ASSERT_TRUE(after);
    EXPECT_EQ(after->name, "naran");
    EXPECT_TRUE(after->fits(values::PlaceKind::Province));
    EXPECT_FALSE(after->fits(values::PlaceKind::Town));
    EXPECT_EQ(kinds.bare(folded("Viloyati Naran"))->name, "naran");
    EXPECT_FALSE(kinds.bare(folded("Province")));
    EXPECT_FALSE(kinds.bare(folded("Provincetown")));
    const auto village = kinds.bare(folded("Kedra village"));
    EXPECT_TRUE(village->fits(values::PlaceKind::Town));
}

TEST(KindWords, ReadBackWhatTheyPrint) {
    const auto& kinds = tests::place_tables().kinds;
    EXPECT_EQ(KindWords::parse(kinds.print()).print(), kinds.print());
    EXPECT_EQ(KindWords::parse("x\ny\tz\n\tprovince\tafter\n").print(), "");
}

}  // namespace
}  // namespace sitrep::lookup
