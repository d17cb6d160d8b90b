// Whole benches on data of our own, with a program under test that says what we tell it.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "bench_quality/told.h"
#include "quality/benches.h"

namespace sitrep::quality {
namespace {

using values::Role;
using values::Stage;

class DigestingBenches : public testing::Test {
protected:
    void write(const std::string& name, const std::string& text) {
        const std::filesystem::path path = folder_ + "/" + name;
        std::filesystem::create_directories(path.parent_path());
        std::ofstream(path, std::ios::binary) << text;
    }
    void TearDown() override { std::filesystem::remove_all(folder_); }

    template <class Bench>
    nlohmann::json figures(const Bench& bench) {
        std::filesystem::create_directories(folder_);
        auto predictions = Predictions::to(folder_ + "/predictions.jsonl");
        EXPECT_TRUE(predictions);
        const auto outcome = bench(*predictions);
        EXPECT_TRUE(outcome) << outcome.error().message();
        EXPECT_TRUE(predictions->close());
        return outcome ? nlohmann::json::parse(outcome->json()) : nlohmann::json();
    }

    const std::string root_ = SITREP_ROOT;
    const std::string folder_ = testing::TempDir() + "sitrep_digesting_benches_test";
};

// A text that tells a shelling, if it has the word.
values::Digest shelling(const values::Report& report) {
    Told told(report.text);
    if (report.text.find("shelled") != std::string::npos) {
        told.event("ASSAULT:heavy-weapons", Stage::Happened, "shelled");
    }
    return told.digest();
}

TEST_F(DigestingBenches, Case2021ScoresTheLabelsThatMap) {
    write("case2021/dev.tsv",
          "id\ttext\tlabel\n1\tThey shelled it.\tART_MISS_ATTACK\n2\tThey spoke.\tDIPLO\n"
          "3\tThey shelled us.\tGOV_REGAINS_TERIT\n4\tA base.\tHQ_ESTABLISHED\n");
    const auto found = figures(
        [&](Predictions& predictions) { return case2021(folder_, root_, shelling, predictions); });
    EXPECT_EQ(found["accuracy"], 33.33);  // one of three; the base maps to nothing
    EXPECT_EQ(found["territorial"], 0.0);
    EXPECT_EQ(found["macro_f1"], 2.47);  // 2/3 of one label of 27
}

TEST_F(DigestingBenches, PloverScoresTypeAndCountries) {
    write("plover/PLOVER_GSR_CAMEO.txt", R"([
        {"id": "1", "event": "FIGHT", "text": "Kenya shelled Uganda.",
         "source": [{"actorText": "Kenya", "code": "KEN"}],
         "target": [{"actorText": "Uganda", "code": "UGA"}]},
        {"id": "2", "event": "AID", "text": "Kenya helped Uganda.",
         "source": [{"actorText": "Kenya", "code": "KEN"}], "target": ""}])");
    const Digest digest = [](const values::Report& report) {
        Told told(report.text);
        told.somebody("state \"Kenya\" KEN -", {"Kenya"})
            .somebody("state \"Uganda\" UGA -", {"Uganda"});
        const bool fight = report.text.find("shelled") != std::string::npos;
        told.event("ASSAULT", Stage::Happened, fight ? "shelled" : "helped",
                   {{Role::Actor, "Kenya"}, {Role::Recipient, "Uganda"}});
        return told.digest();
    };
    const auto found = figures(
        [&](Predictions& predictions) { return plover(folder_, root_, digest, predictions); });
    EXPECT_EQ(found["type"], 50.0);
    EXPECT_EQ(found["countries"], 100.0);
    EXPECT_EQ(found["unmatched_per_record"], 0.5);
}

TEST_F(DigestingBenches, MucScoresTheSetThatIsNamed) {
    write("muc34/dev/dev-muc3-9000", "DEV-MUC3-9001\n\nBANDITS\nFROM NARO shelled A SCHOOL.\n");
    write("muc34/dev/key-dev-9000",
          "0.  MESSAGE: ID           DEV-MUC3-9001\n4.  INCIDENT: TYPE          ATTACK\n"
          "9.  PERP: INDIVIDUAL ID       \"BANDITS FROM NARO\" / \"BANDITS\"\n"
          "12. PHYS TGT: ID              \"SCHOOL\"\n"
          "                              \"NO SUCH THING\"\n");
    const Digest digest = [](const values::Report& report) {
        return Told(report.text)
            .event("ASSAULT", Stage::Happened, "shelled",
                   {{Role::Actor, "BANDITS"}, {Role::Target, "A SCHOOL"}})
            .digest();
    };
    const auto found = figures(
        [&](Predictions& predictions) { return muc(folder_, "dev", root_, digest, predictions); });
    EXPECT_EQ(found["f1"], 100.0);  // what the text has not is not asked for
    EXPECT_EQ(found["target_f1"], 100.0);
    EXPECT_EQ(found["victim_f1"], 0.0);
    const auto none = figures(
        [&](Predictions& predictions) { return muc(folder_, "tst9", root_, digest, predictions); });
    EXPECT_EQ(none["skipped"], "muc34/tst9 is not there");
    std::filesystem::rename(folder_ + "/muc34/dev", folder_ + "/muc34/tst9");
    const auto test = figures(
        [&](Predictions& predictions) { return muc(folder_, "", root_, digest, predictions); });
    EXPECT_EQ(test["f1"], 100.0);
}

TEST_F(DigestingBenches, StageScoresTheSetsThatAreThere) {
    write("factuality/uw/dev.jsonl",
          R"({"text": "It rained .", "targets": [{"span1": [1, 2], "label": 3}]})"
          "\n"
          R"({"text": "It did n't snow .", "targets": [{"span1": [3, 4], "label": -2}]})"
          "\n");
    const StagesAt stages_at = [](const values::Report& report,
                                  const std::vector<values::Span>& words) {
        const bool denied = report.text.find("n't") != std::string::npos;
        return std::vector<Stage>(words.size(), denied ? Stage::Negated : Stage::Ongoing);
    };
    const auto found = figures(
        [&](Predictions& predictions) { return stage(folder_, root_, stages_at, predictions); });
    EXPECT_EQ(found["uw_macro_f1"], 100.0);
    EXPECT_EQ(found["uw_mae"], 0.5);
    EXPECT_FALSE(found.contains("uds_mae"));
}

TEST_F(DigestingBenches, ControlLeavesOutWhatWasNotRead) {
    write("control/ua-changes-2022-03-to-09.tsv",
          "a\tb\tc\td\te\tf\tg\th\ti\nt\tNaro\tx\ty\t\tshelled\t\t\t\n");
    const auto found = figures(
        [&](Predictions& predictions) { return control(folder_, root_, shelling, predictions); });
    EXPECT_EQ(found["holder"], 0.0);
}

}  // namespace
}  // namespace sitrep::quality
