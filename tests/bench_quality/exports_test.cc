#include "quality/exports.h"

#include <gtest/gtest.h>

#include "bench_quality/told.h"
#include "quality/readers/plover.h"

namespace sitrep::quality {
namespace {

using values::Role;
using values::Stage;
using values::Stance;
using All = std::vector<Exported>;

class ShippedExports : public testing::Test {
protected:
    void SetUp() override {
        const auto rules = lookup::table(SITREP_ROOT "/bench/quality/scope/plover_exports.tsv");
        ASSERT_TRUE(rules);
        const auto states = lookup::table(SITREP_ROOT "/lexicon/actors/countries.tsv");
        ASSERT_TRUE(states);
        auto exports = Exports::from(*rules, *states);
        ASSERT_TRUE(exports) << exports.error().message();
        exports_ = *std::move(exports);
    }

    // The first event of a digest, as it goes out.
    All out(const Told& told) const {
        return exports_.of(told.digest(), told.digest().events.front());
    }

    Exports exports_;
};

Told kenya_and_uganda(const std::string& text) {
    Told told(text);
    told.somebody("state \"Kenya\" KEN GOV", {"Kenya"})
        .somebody("state \"Uganda\" UGA GOV", {"Uganda"});
    return told;
}

const Fillers both{{Role::Actor, "Kenya"}, {Role::Recipient, "Uganda"}};

TEST_F(ShippedExports, WhatHappenedGoesOutAsItIs) {
    auto told = kenya_and_uganda("Kenya sent tents to Uganda.");
    told.event("AID:shelter+MOVE:cross", Stage::Happened, "sent", both);
    EXPECT_EQ(out(told), (All{{"AID", {"KEN"}, {"UGA"}}}));
}

TEST_F(ShippedExports, ThePromisedIsAgreedOrThreatened) {
    auto help = kenya_and_uganda("Kenya will send tents to Uganda.");
    help.event("AID", Stage::Promised, "send", both);
    EXPECT_EQ(out(help), (All{{"AGREE", {"KEN"}, {"UGA"}}}));
    auto shells = kenya_and_uganda("Kenya will shell Uganda.");
    shells.event("ASSAULT", Stage::Threatened, "shell", both);
    EXPECT_EQ(out(shells), (All{{"THREATEN", {"KEN"}, {"UGA"}}}));
}

TEST_F(ShippedExports, TheCalledForIsTheCallersRequest) {
    auto told = kenya_and_uganda("Kenya urged Uganda to withdraw.");
    told.event("RETREAT:withdraw", Stage::CalledFor, "withdraw", {{Role::Actor, "Uganda"}})
        .claim("Kenya", "urged", Stance::Demands, 0);
    EXPECT_EQ(out(told), (All{{"REQUEST", {"KEN"}, {"UGA"}}}));
}

TEST_F(ShippedExports, TheAccusedIsWhomTheAccuserBlames) {
    auto told = kenya_and_uganda("Kenya accused Uganda of shelling a port.");
    told.event("ASSAULT", Stage::Happened, "shelling", {{Role::Actor, "Uganda"}})
        .claim("Kenya", "accused", Stance::Accuses, 0);
    EXPECT_EQ(out(told), (All{{"ACCUSE", {"KEN"}, {"UGA"}}}));
}

TEST_F(ShippedExports, ARefusalIsARejectionAndAnAttackThatWasNotIsNothing) {
    auto help = kenya_and_uganda("Kenya refused to help Uganda.");
    help.event("AID", Stage::Negated, "help", both);
    EXPECT_EQ(out(help), (All{{"REJECT", {"KEN"}, {"UGA"}}}));
    auto attack = kenya_and_uganda("Kenya did not attack Uganda.");
    attack.event("ASSAULT", Stage::Negated, "attack", both);
    EXPECT_EQ(out(attack), All{});
    auto flood = kenya_and_uganda("Kenya and Uganda saw a flood.");
    flood.event("HAZARD:flood", Stage::Happened, "flood");
    EXPECT_EQ(out(flood), All{});
}

TEST_F(ShippedExports, APlaceStandsForItsStateWhereNobodyElseIsNamed) {
    auto told = kenya_and_uganda("Kenya, not Uganda, shelled Kampala.");
    told.event("ASSAULT", Stage::Happened, "shelled",
               {{Role::Actor, "Kenya"}, {Role::Place, "Kampala"}});
    auto digest = told.digest();
    values::PlaceMention mention;
    mention.span = told.at("Kampala");
    mention.place.choice =
        values::Place::parse("x:1 town \"Kampala\" 0.3,32.6 UG 9 < x:2 country \"Uganda\"");
    ASSERT_TRUE(mention.place.choice);
    digest.places.push_back(mention);
    EXPECT_EQ(exports_.of(digest, digest.events[0]), (All{{"ASSAULT", {"KEN"}, {"UGA"}}}));
}

TEST(Exports, RefuseARowThatSaysNothing) {
    const auto states = lookup::table_of("# columns: code names\n", "states");
    const auto from = [&](const std::string& row) {
        const auto rules =
            lookup::table_of("# columns: stance stage acts type from to\n" + row, "rules");
        return Exports::from(*rules, *states);
    };
    EXPECT_TRUE(from("-\t-\t-\tsame\tactor\tother\n"));
    EXPECT_FALSE(from("sings\t-\t-\tsame\tactor\tother\n"));
    EXPECT_FALSE(from("-\tsoon\t-\tsame\tactor\tother\n"));
    EXPECT_FALSE(from("-\t-\tkind\tsame\tactor\tother\n"));
    EXPECT_FALSE(from("-\t-\t-\tHAZARD\tactor\tother\n"));
    EXPECT_FALSE(from("-\t-\t-\tsame\tmother\tother\n"));
    EXPECT_FALSE(from("-\t-\t-\tsame\tactor\tfather\n"));
}

}  // namespace
}  // namespace sitrep::quality
