#include "values/event.h"

#include <gtest/gtest.h>

#include "values/claim.h"

namespace sitrep::values {
namespace {

void reads_back(const std::string& notation) {
    const auto event = Event::parse(notation);
    ASSERT_TRUE(event) << notation;
    EXPECT_EQ(event->print(), notation);
}

TEST(Event, PrintsAndReadsBack) {
    reads_back("ASSAULT happened @12:18");
    reads_back("COERCE:seize+CONTROL:taken called-for @12:18 actor@0:13/6:13 place@30:44");
    reads_back("MOVE:let-in negated @1:4 from@5:9 to@10:12 to@14:20 background");
}

TEST(Event, RefusesWhatIsNoNotation) {
    for (const auto* notation :
         {"", "ASSAULT", "ASSAULT happened", "ASSAULT happened 12:18", "RAID happened @1:2",
          "ASSAULT:visit happened @1:2", "ASSAULT+ happened @1:2", "ASSAULT soon @1:2",
          "ASSAULT happened @1:2 doer@3:4", "ASSAULT happened @1:2 actor@3",
          "ASSAULT happened @1:2 background actor@3:4"}) {
        EXPECT_FALSE(Event::parse(notation)) << notation;
    }
}

TEST(Event, TheFirstFacetLeads) {
    const auto event = Event::parse("RETREAT:withdraw+MOVE:withdraw ongoing @0:4 actor@5:6");
    ASSERT_TRUE(event);
    EXPECT_EQ(event->type(), EventType::Retreat);
    ASSERT_NE(event->filler(Role::Actor), nullptr);
    EXPECT_EQ(event->filler(Role::Victim), nullptr);
}

TEST(Event, EveryNameIsReadBack) {
    for (std::size_t i = 0; i < event_types; ++i) {
        const auto type = static_cast<EventType>(i);
        EXPECT_EQ(event_type(name(type)), type);
        for (const auto mode : modes(type))
            EXPECT_TRUE(Facet::parse(Facet{type, std::string(mode)}.print()));
    }
    for (std::size_t i = 0; i < stages; ++i) {
        EXPECT_EQ(stage(name(static_cast<Stage>(i))), static_cast<Stage>(i));
    }
    for (std::size_t i = 0; i < roles; ++i) {
        EXPECT_EQ(role(name(static_cast<Role>(i))), static_cast<Role>(i));
    }
    for (std::size_t i = 0; i < figure_kinds; ++i) {
        EXPECT_EQ(figure_kind(name(static_cast<FigureKind>(i))), static_cast<FigureKind>(i));
    }
    for (std::size_t i = 0; i < stances; ++i) {
        EXPECT_EQ(stance(name(static_cast<Stance>(i))), static_cast<Stance>(i));
    }
}

}  // namespace
}  // namespace sitrep::values
