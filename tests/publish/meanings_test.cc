#include "publish/meanings.h"

#include <gtest/gtest.h>

#include "publish/names.h"

namespace sitrep::publish {
namespace {

using values::Span;

// "He took dozens of posts in Osk on Tuesday, Orlin said." with all of it resolved.
values::Digest digest() {
    values::Digest out;
    out.report.text = "He took dozens of posts in Osk on Tuesday, Orlin said.";
    const auto span = [&](std::string_view words) {
        const auto at = out.report.text.find(words);
        return Span::in(out.report.text, at, at + words.size());
    };
    values::Somebody orlin;
    orlin.mentions = {{span("He"), false}, {span("Orlin"), true}};
    orlin.naming = orlin.mentions[1];
    orlin.being = values::Being::Person;
    orlin.actor.choice = values::Actor{values::ActorKind::Person, "Orlin", {}};
    orlin.actor.choice->affiliation.role = "spokesman";
    out.somebodies = {orlin};
    values::Quantity dozens;
    dozens.span = span("dozens");
    dozens.low = 24;
    dozens.high = 99;
    out.quantities.push_back({dozens, {"vague", {dozens.span}, 0.9}, {}});
    values::PlaceMention osk;
    osk.span = span("Osk");
    osk.place.choice = values::Place{};
    osk.place.choice->id = "made:1";
    osk.place.choice->name = "Osk";
    osk.place.choice->parents = {{"made:2", values::PlaceKind::Province, "Ilmen"},
                                 {"made:3", values::PlaceKind::Country, "Kesh"}};
    out.places = {osk};
    values::TimeExpression tuesday;
    tuesday.span = span("Tuesday");
    tuesday.value = "2024-05-07";
    tuesday.moment.choice = values::Moment::parse("2024-05-07/day");
    tuesday.moment.reason.rule = "latest-weekday";
    out.moments = {tuesday};
    return out;
}

Span all(const values::Digest& digest) {
    return Span::in(digest.report.text, 0, digest.report.text.size());
}

TEST(Meanings, SayMoreThanTheWords) {
    const auto made = digest();
    EXPECT_EQ(moment_meaning(made, all(made))->shown, "2024-05-07");
    EXPECT_EQ(quantity_meaning(made, all(made))->shown, "24 to 99");
    EXPECT_EQ(place_meaning(made, all(made))->shown, "Ilmen, Kesh");
    EXPECT_EQ(actor_meaning(made, made.somebodies[0].mentions[0].span)->shown, "Orlin");
    EXPECT_EQ(actor_meaning(made, made.somebodies[0].mentions[1].span)->shown, "")
        << "a name says it itself";
}

TEST(Meanings, AreNoneWhereNothingIsKnown) {
    auto made = digest();
    EXPECT_FALSE(moment_meaning(made, made.somebodies[0].mentions[0].span));
    EXPECT_FALSE(actor_meaning(made, all(made))) << "more words than the mention";
    made.moments[0].moment.choice.reset();
    made.places[0].use = values::PlaceUse::InName;
    made.somebodies[0].being = values::Being::Thing;
    EXPECT_FALSE(moment_meaning(made, all(made)));
    EXPECT_FALSE(place_meaning(made, all(made)));
    EXPECT_EQ(actor_meaning(made, made.somebodies[0].mentions[0].span)->shown, "");
}

TEST(Meanings, TellOpenAndCountedDays) {
    auto made = digest();
    const auto shown = [&](std::string_view notation) {
        made.moments[0].moment.choice = values::Moment::parse(notation);
        return moment_meaning(made, all(made))->shown;
    };
    EXPECT_EQ(shown("2024-05-01../day"), "since 2024-05-01");
    EXPECT_EQ(shown("..2024-05-01/day"), "until 2024-05-01");
    EXPECT_EQ(shown("2024-04-29..2024-05-05/week~"), "about 2024-04-29 to 2024-05-05");
    EXPECT_EQ(shown("\?\?\?\?-06-22/day"), "22 June");
    EXPECT_EQ(shown("pub-1/day"), "1 day before publication");
    EXPECT_EQ(shown("pub/day"), "the day of publication");
}

TEST(Names, StandOnceWithTheirSpellings) {
    auto other = digest();
    other.report.text.replace(other.report.text.find("Osk"), 3, "Usk");
    const auto named = names({digest(), other});
    ASSERT_EQ(named.size(), 2U);
    EXPECT_EQ(named[0].kind, "place");
    EXPECT_EQ(named[0].what, "town in Ilmen, Kesh");
    ASSERT_EQ(named[0].spellings.size(), 2U);
    EXPECT_EQ(named[0].spellings[1].quoted.words, "Usk");
    EXPECT_EQ(named[0].spellings[1].report, 2U);
    EXPECT_EQ(named[1].name, "Orlin");
    EXPECT_EQ(named[1].spellings.size(), 2U);
}

TEST(Names, LeaveOutTimesAndPlacesTakenForPeople) {
    auto made = digest();
    made.somebodies[0].naming = {made.moments[0].span, true};
    EXPECT_EQ(names({made}).size(), 1U);
}

}  // namespace
}  // namespace sitrep::publish
