#include "quality/scores/affiliations.h"

#include <gtest/gtest.h>

#include "quality/readers/plover.h"

namespace sitrep::quality {
namespace {

TEST(Affiliations, AreRightByTheGoldCodeAlone) {
    EXPECT_EQ(country_counts({"KEN"}, "KEN"), (Counts{1, 1, 1}));
    EXPECT_EQ(country_counts({"KEN", "UGA"}, "KEN"), (Counts{0, 1, 1}));
    EXPECT_EQ(country_counts({}, "KEN"), (Counts{0, 0, 1}));
    EXPECT_EQ(country_counts({"JPN"}, "JAP"), (Counts{1, 1, 1}));
    EXPECT_EQ(country_counts({"UNO"}, "IGO"), (Counts{1, 1, 1}));
    EXPECT_EQ(country_counts({"NGO"}, "IGO"), (Counts{0, 1, 1}));
}

TEST(Affiliations, ScoreSectorsThatTheManualKnows) {
    EXPECT_EQ(gold_sector("GOV"), "GOV");
    EXPECT_EQ(gold_sector("CVLalb"), "CVL");
    EXPECT_FALSE(gold_sector("***"));
    EXPECT_FALSE(gold_sector(""));
    EXPECT_FALSE(gold_sector("CIV"));
    EXPECT_FALSE(gold_sector("GOVERN1"));
    EXPECT_EQ(sector_counts({"GOV", "PRE"}, "GOV"), (Counts{1, 1, 1}));
    EXPECT_EQ(sector_counts({"PRE", "GOV"}, "GOV"), (Counts{0, 1, 1}));
    EXPECT_EQ(sector_counts({}, "GOV"), (Counts{0, 0, 1}));
}

TEST(PloverRecords, GiveTheirActors) {
    const auto records = plover_of(
        R"([{"id": "0", "event": "DOCUMENT"},
            {"id": "1", "event": "AID", "text": "Velia aids.", "source": [{"actorText": "Velia", "code": "VEL"}],
             "target": [{"actorText": "rebels", "code": "KES", "sector": "REB"}, 7]},
            {"id": "2", "event": "AID", "source": "", "target": "nobody"}])",
        "p");
    ASSERT_TRUE(records);
    ASSERT_EQ(records->size(), 2U);
    EXPECT_EQ((*records)[0].actors,
              (std::vector<PloverActor>{{"1", false, "Velia", "VEL", ""},
                                        {"1", true, "rebels", "KES", "REB"}}));
    EXPECT_EQ((*records)[0].event, "AID");
    EXPECT_EQ((*records)[0].text, "Velia aids.");
    EXPECT_TRUE((*records)[1].actors.empty());
    EXPECT_FALSE(plover_of("{}", "p"));
    EXPECT_FALSE(plover_of("[{}]", "p"));
    EXPECT_FALSE(plover_of("[", "p"));
}

}  // namespace
}  // namespace sitrep::quality
