#include "quality/readers/muc.h"

#include <gtest/gtest.h>

namespace sitrep::quality {
namespace {

using Words = std::vector<std::string>;

TEST(MucFillers, HaveAlternativesAndWhatTheyBelongTo) {
    EXPECT_EQ(muc_filler(R"("NARO FRONT" / "NF")"), (MucFiller{{"NARO FRONT", "NF"}, {}, false}));
    EXPECT_EQ(muc_filler(R"(?"A"/"B")"), (MucFiller{{"A", "B"}, {}, true}));
    EXPECT_EQ(muc_filler(R"(? "A: B / C")"), (MucFiller{{"A: B / C"}, {}, true}));
    EXPECT_EQ(muc_filler(R"("MAYOR": "ADISA" / "THE MAYOR")"),
              (MucFiller{{"MAYOR"}, {"ADISA", "THE MAYOR"}, false}));
    EXPECT_EQ(muc_filler(R"(-: "ADISA")"), (MucFiller{{}, {"ADISA"}, false}));
    EXPECT_EQ(muc_filler(R"("\"LIONS\"" / "LIONS")"),
              (MucFiller{{"\"LIONS\"", "LIONS"}, {}, false}));
    // A forgotten mark, and none at all.
    EXPECT_EQ(muc_filler(R"(RIFLES")"), (MucFiller{{"RIFLES"}, {}, false}));
    EXPECT_EQ(muc_filler("RIFLES"), (MucFiller{{"RIFLES"}, {}, false}));
}

constexpr const char* key =
    ";;; a remark\n"
    "0.  MESSAGE: ID                     DEV-MUC3-9001 (US)\n"
    "1.  MESSAGE: TEMPLATE               1 (OPTIONAL)\n"
    "4.  INCIDENT: TYPE                  BOMBING\n"
    "6.  INCIDENT: INSTRUMENT ID         \"BOMB\" / \"A BOMB\"\n"
    "                                    \"RIFLE\"\n"
    "9.  PERP: INDIVIDUAL ID             -\n"
    "18. HUM TGT: NAME                   *\n"
    "\n"
    "0.  MESSAGE: ID                     DEV-MUC3-9002\n"
    "1.  MESSAGE: TEMPLATE               *\n"
    "4.  INCIDENT: TYPE                  *\n";

TEST(MucKeys, AreTemplatesOfSlots) {
    const auto templates = muc_key_of(key, "key");
    ASSERT_TRUE(templates);
    ASSERT_EQ(templates->size(), 1U);  // the second says "no incident"
    const auto& one = templates->front();
    EXPECT_EQ(one.report, "DEV-MUC3-9001");
    EXPECT_TRUE(one.optional);
    EXPECT_EQ(one.of(MucSlot::Type).front().alternatives, Words{"BOMBING"});
    ASSERT_EQ(one.of(MucSlot::Instrument).size(), 2U);
    EXPECT_EQ(one.of(MucSlot::Instrument)[0].alternatives, (Words{"BOMB", "A BOMB"}));
    EXPECT_EQ(one.of(MucSlot::Instrument)[1].alternatives, Words{"RIFLE"});
    EXPECT_TRUE(one.of(MucSlot::Individual).empty());
    EXPECT_TRUE(one.of(MucSlot::Victim).empty());
    EXPECT_FALSE(muc_key_of("4.  INCIDENT: TYPE    BOMBING\n", "key"));
    EXPECT_FALSE(muc_key_of("0.  MESSAGE: ID       NOBODY\n", "key"));
}

TEST(MucReports, BeginAtTheirIdentifiers) {
    const auto reports = muc_reports_of(
        "\nDEV-MUC3-9001 (US)\n\n   NARO -- IT RAINED.\nTST2-MUC4-0001\nIT DID.\n", "p");
    ASSERT_TRUE(reports);
    EXPECT_EQ(*reports, (std::vector<MucReport>{{"DEV-MUC3-9001", "\n   NARO -- IT RAINED.\n"},
                                                {"TST2-MUC4-0001", "IT DID.\n\n"}}));
    EXPECT_FALSE(muc_reports_of("IT RAINED.\n", "p"));
}

}  // namespace
}  // namespace sitrep::quality
