#include "quality/holders.h"

#include <gtest/gtest.h>

#include "base/sha256.h"
#include "bench_quality/told.h"
#include "quality/readers/control.h"

namespace sitrep::quality {
namespace {

using values::Role;
using values::Stage;

Holders shipped() {
    const auto table = lookup::table_of(
        "# columns: by what side\ncountry\tKEN\tkenya\nword\tthe front\tfront\n", "sides.tsv");
    auto holders = Holders::from(*table);
    CHECK(holders);
    return *std::move(holders);
}

TEST(Holders, AreTheLastToTakeAPlace) {
    Told told("Naro: seized by Kenya in May. Captured by the Front in June.");
    told.somebody("state \"Kenya\" KEN -", {"Kenya"})
        .event("COERCE:seize+CONTROL:taken", Stage::Happened, "seized", {{Role::Actor, "Kenya"}});
    EXPECT_EQ(shipped().holder(told.digest(), "Naro"), "kenya");
    told.event("CONTROL:taken", Stage::Happened, "Captured", {{Role::Actor, "the Front"}});
    EXPECT_EQ(shipped().holder(told.digest(), "Naro"), "front");
}

TEST(Holders, LeaveThePlaceToNobody) {
    Told told("Naro: held by the Front. Kenya withdrew. The Front pulled out.");
    told.somebody("state \"Kenya\" KEN -", {"Kenya"})
        .event("CONTROL:held", Stage::Ongoing, "held", {{Role::Actor, "the Front"}})
        .event("RETREAT:withdraw", Stage::Happened, "withdrew", {{Role::Actor, "Kenya"}});
    EXPECT_EQ(shipped().holder(told.digest(), "Naro"), "front");
    told.event("RETREAT:withdraw+MOVE:withdraw", Stage::Happened, "pulled",
               {{Role::Actor, "The Front"}});
    EXPECT_EQ(shipped().holder(told.digest(), "Naro"), "none");
}

TEST(Holders, ContestWhatIsPartlyTakenOrFoughtFor) {
    Told part("Naro: southern parts seized by the Front.");
    part.event("CONTROL:taken", Stage::Happened, "seized",
               {{Role::Actor, "the Front"}, {Role::Place, "southern parts"}});
    EXPECT_EQ(shipped().holder(part.digest(), "Naro"), "contested");
    Told fought("Naro is contested.");
    fought.event("CONTROL:contested", Stage::Ongoing, "contested", {{Role::Place, "Naro"}});
    EXPECT_EQ(shipped().holder(fought.digest(), "Naro"), "contested");
}

TEST(Holders, PassOverWhatIsElsewhereOrDidNotHappen) {
    Told told("Naro: captured by the Front. Ilmen was captured by Kenya, which may seize Naro.");
    told.somebody("state \"Kenya\" KEN -", {"Kenya"})
        .event("CONTROL:taken", Stage::Happened, "captured", {{Role::Actor, "the Front"}})
        .event("CONTROL:taken", Stage::Happened, "was captured",
               {{Role::Actor, "Kenya"}, {Role::Place, "Ilmen"}})
        .event("CONTROL:taken", Stage::Hypothetical, "seize",
               {{Role::Actor, "Kenya"}, {Role::Place, "Naro"}});
    EXPECT_EQ(shipped().holder(told.digest(), "Naro"), "front");
    EXPECT_EQ(shipped().holder(Told("Naro: see there.").digest(), "Naro"), "");
}

TEST(Holders, GoByWhoClaimsWhereNoDoerIsNamed) {
    Told told("Naro: control claimed by the Front");
    told.event("CONTROL", Stage::Happened, "control")
        .claim("the Front", "claimed", values::Stance::Asserts, 0);
    EXPECT_EQ(shipped().holder(told.digest(), "Naro"), "front");
}

TEST(ControlNotes, StandOnceForEachPlace) {
    const std::string head = "a\tb\tc\td\te\tf\tg\th\ti\n";
    const std::string row = "t\tNaro\tx\ty\t\t\"a \"\"b\"\"\"\t\t\t\n";
    const auto notes = control_notes_of(head + "t\tNaro\tx\ty\t\t\t\t\t\n" + row + row, "p");
    ASSERT_TRUE(notes);
    ASSERT_EQ(notes->size(), 1U);
    EXPECT_EQ(notes->front(),
              (ControlNote{3, "Naro", "a \"b\"",
                           base::sha256_hex("Naro\t\"a \"\"b\"\"\"").substr(0, 10)}));
    EXPECT_FALSE(control_notes_of(head + "t\tNaro\n", "p"));
}

}  // namespace
}  // namespace sitrep::quality
