#include "quality/parties.h"

#include <gtest/gtest.h>

#include "bench_quality/told.h"

namespace sitrep::quality {
namespace {

using values::Role;
using values::Stage;
using Codes = std::vector<std::string>;

TEST(Parties, AreTheChainOverTheHeadWord) {
    Told told("Kenyan soldiers of the Ugandan command shelled the town.");
    told.somebody("collective \"\" KEN MIL", {"Kenyan soldiers"})
        .somebody("body \"Ugandan command\" UGA MIL", {"Ugandan command"})
        .event("ASSAULT", Stage::Happened, "shelled", {{Role::Actor, "Kenyan soldiers"}});
    const auto& digest = told.digest();
    EXPECT_EQ(countries_of(digest, digest.events[0], Role::Actor), Codes{"KEN"});
    EXPECT_EQ(countries_of(digest, digest.events[0], Role::Recipient), Codes{});
    const auto whole = told.at("Kenyan soldiers of the Ugandan command");
    EXPECT_EQ(countries_at(digest, whole, told.at("soldiers")), Codes{"KEN"});
}

TEST(Parties, AreElseTheFirstNameInsideThePhrase) {
    Told told("The embassy of Kenya and of Uganda was hit.");
    told.somebody("state \"Uganda\" UGA -", {"Uganda"})
        .somebody("state \"Kenya\" KEN -", {"Kenya"});
    const auto whole = told.at("The embassy of Kenya and of Uganda");
    EXPECT_EQ(countries_at(told.digest(), whole, told.at("embassy")), Codes{"KEN"});
    EXPECT_EQ(somebody_at(told.digest(), told.at("was"), told.at("was")), nullptr);
}

TEST(Parties, HaveTheHandOfTheirSectorThenOfTheirKind) {
    const auto hand = [](const char* actor) { return hand_of(*values::Actor::parse(actor)); };
    EXPECT_EQ(hand("collective \"\" KEN MIL"), Hand::State);
    EXPECT_EQ(hand("person \"\" KEN CVL+REB"), Hand::NonState);
    EXPECT_EQ(hand("state \"Kenya\" KEN -"), Hand::State);
    EXPECT_EQ(hand("group \"Front\" - -"), Hand::NonState);
    EXPECT_EQ(hand("collective \"\" KEN CVL"), Hand::Unknown);
}

}  // namespace
}  // namespace sitrep::quality
