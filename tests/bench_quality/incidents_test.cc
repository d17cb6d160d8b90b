#include "quality/incidents.h"

#include <gtest/gtest.h>

#include "bench_quality/told.h"

namespace sitrep::quality {
namespace {

using values::Role;
using values::Stage;

class ShippedIncidents : public testing::Test {
protected:
    void SetUp() override {
        const auto table = lookup::table(SITREP_ROOT "/bench/quality/scope/muc.tsv");
        ASSERT_TRUE(table);
        auto incidents = Incidents::from(*table);
        ASSERT_TRUE(incidents) << incidents.error().message();
        incidents_ = *std::move(incidents);
    }

    Incidents incidents_;
};

MucEntities entities(const std::vector<Entity>& individuals, const std::vector<Entity>& bodies,
                     const std::vector<Entity>& targets, const std::vector<Entity>& victims,
                     const std::vector<Entity>& weapons) {
    return {individuals, bodies, targets, victims, weapons};
}

TEST_F(ShippedIncidents, GiveEachRoleItsEntities) {
    Told told(
        "Two armed men of the Naro Front shot MAYOR ADISA with a rifle\nand burnt the town hall of "
        "Ilmen. She died in the attack.");
    told.somebody("group \"Naro Front\" - REB", {"Naro Front"})
        .somebody("person \"Adisa\" - GOV \"mayor\"", {"MAYOR ADISA", "She"})
        .event("ASSAULT:firearms", Stage::Happened, "shot",
               {{Role::Actor, "Two armed men"},
                {Role::Actor, "Naro Front"},
                {Role::Victim, "MAYOR ADISA"},
                {Role::Instrument, "a rifle"}})
        .event("ASSAULT", Stage::Happened, "burnt", {{Role::Target, "the town hall"}})
        .event("HARM", Stage::Happened, "died",
               {{Role::Victim, "She"}, {Role::Instrument, "the attack"}});
    EXPECT_EQ(incidents_.of(told.digest()).size(), 3U);
    EXPECT_EQ(incidents_.entities(told.digest()),
              entities({{"Two armed men"}}, {{"Naro Front"}}, {{"the town hall"}}, {{"Adisa"}},
                       {{"a rifle"}}));
}

TEST_F(ShippedIncidents, AskForNoNamelessVictims) {
    Told told("Bandits killed three farmers.");
    told.event("ASSAULT", Stage::Happened, "killed",
               {{Role::Actor, "Bandits"}, {Role::Victim, "three farmers"}});
    EXPECT_EQ(incidents_.entities(told.digest()), entities({{"Bandits"}}, {}, {}, {}, {}));
}

TEST_F(ShippedIncidents, CallAnOrganisationByOneNameAndNoTownAVictim) {
    Told told("The NF shot Naro town. The Front of Naro burnt it.");
    told.somebody("group \"Naro Front\" - REB", {"NF"})
        .somebody("group \"Naro Front\" - REB", {"Front of Naro"})
        .somebody("state \"Naro\" KEN -", {"Naro"})
        .event("ASSAULT", Stage::Happened, "shot",
               {{Role::Actor, "The NF"}, {Role::Victim, "Naro town"}})
        .event("ASSAULT", Stage::Happened, "burnt", {{Role::Actor, "The Front of Naro"}});
    EXPECT_EQ(incidents_.entities(told.digest()), entities({}, {{"NF"}}, {}, {}, {}));
}

TEST_F(ShippedIncidents, LeaveWarAmongArmedHandsOut) {
    Told war("Rebels ambushed soldiers. Rebels and troops clashed.");
    war.event("ASSAULT", Stage::Happened, "ambushed",
              {{Role::Actor, "Rebels"}, {Role::Recipient, "soldiers"}})
        .event("ASSAULT", Stage::Happened, "clashed",
               {{Role::Actor, "Rebels"}, {Role::Actor, "troops"}});
    EXPECT_TRUE(incidents_.of(war.digest()).empty());
    Told bus("Rebels ambushed soldiers and a school bus.");
    bus.event(
        "ASSAULT", Stage::Happened, "ambushed",
        {{Role::Actor, "Rebels"}, {Role::Recipient, "soldiers"}, {Role::Target, "a school bus"}});
    EXPECT_EQ(incidents_.of(bus.digest()).size(), 1U);
}

TEST_F(ShippedIncidents, LeaveOutWhatWasOnlyPlannedAndHarmAlone) {
    Told told("They plan to bomb the bridge. A miner died.");
    told.event("ASSAULT", Stage::Planned, "bomb", {{Role::Target, "the bridge"}})
        .event("HARM", Stage::Happened, "died", {{Role::Victim, "A miner"}});
    EXPECT_TRUE(incidents_.of(told.digest()).empty());
}

TEST(IncidentTables, RefuseRowsThatSayNothing) {
    for (const std::string row : {"type\tWAR", "stage\tsoon", "what\tnot"}) {
        const auto table = lookup::table_of("# columns: what value\n" + row + "\n", "muc.tsv");
        EXPECT_FALSE(Incidents::from(*table)) << row;
    }
}

}  // namespace
}  // namespace sitrep::quality
