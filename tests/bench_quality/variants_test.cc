// The variants bench on a hand-made table: spellings held out, places found or not.
#include <gtest/gtest.h>

#include "quality/benches.h"
#include "quality/readers/variants.h"

namespace sitrep::quality {
namespace {

const std::string table =
    "country\twof_id\tname\tadmin2_wof\taltnames\n"
    "XV\t10\tNaro\t7\tund:Naaro|eng:Naró|und:Narro\n"
    "XV\t11\tNila\t\tund:Nilla\n"
    "XV\t12\tNaaro\t8\t\n";
const std::string head = "wof_id\theldout_variant\theldout_folded\n";

TEST(Variants, AHeldOutSpellingLeavesItsPlaceAlone) {
    const auto queries =
        *spelling_queries_of(head + "10\tNaro\tnaro\n11\tNilla\tnilla\n", "q", table);
    ASSERT_EQ(queries.size(), 2U);
    EXPECT_EQ(queries[0].place, "wof:10");
    EXPECT_EQ(queries[0].district, "wof:7");
    EXPECT_EQ(queries[1].district, "");
    EXPECT_EQ(without_spellings(table, queries),
              "country\twof_id\tname\tadmin2_wof\taltnames\n"
              "XV\t10\t\t7\tund:Naaro|und:Narro\n"  // Naró folds to Naro
              "XV\t11\tNila\t\t\n"
              "XV\t12\tNaaro\t8\t\n");
}

TEST(Variants, ARowThatIsNoneIsNamed) {
    for (const auto* row : {"10\tNaro\n", "ten\tNaro\tnaro\n", "99\tNaro\tnaro\n"}) {
        const auto queries = spelling_queries_of(head + row, "q", table);
        ASSERT_FALSE(queries) << row;
        EXPECT_EQ(queries.error().place(), "q:2");
    }
}

TEST(Variants, SkippedWithoutData) {
    auto predictions = *Predictions::to("");
    const auto outcome = variants("/no/such/folder", nullptr, predictions);
    ASSERT_TRUE(outcome);
    EXPECT_NE(outcome->json().find("skipped"), std::string::npos);
}

}  // namespace
}  // namespace sitrep::quality
