#include "extract/events.h"

#include <gtest/gtest.h>

#include "extract/claims.h"

namespace sitrep::extract {
namespace {

using values::EventMark;
using values::EventType;
using values::Role;
using values::Tie;

const ActsKnown& english() {
    static const ActsKnown known = [] {
        auto table = lookup::table(std::string(SITREP_ROOT) + "/lexicon/en/acts.tsv");
        auto read = ActsKnown::from(table.value());
        return std::move(read).operator*();
    }();
    return known;
}

constexpr std::string_view seizure =
    "Rebels|rebel|NOUN|2|nsubj seized|seize|VERB|0|root the|the|DET|5|det "
    "Naro|Naro|PROPN|5|compound bridge|bridge|NOUN|2|obj and|and|CCONJ|9|cc the|the|DET|9|det "
    "old|old|ADJ|9|amod dam|dam|NOUN|5|conj on|on|ADP|11|case Sunday|Sunday|PROPN|2|obl "
    ",|,|PUNCT|14|punct officials|official|NOUN|14|nsubj said|say|VERB|2|parataxis "
    ".|.|PUNCT|2|punct {source 13 cue 14 content 1-11}";

struct Read {
    values::Report report;
    values::Marks marks;
    std::vector<values::Claim> claims;
    Quantities quantities;

    std::vector<values::Event> events() const {
        return extract::events(report, marks, claims, quantities, english());
    }
    std::string words(values::Span span) const { return std::string(span.of(report.text)); }
};

Read read(std::string_view notation, std::vector<EventMark> marks) {
    auto noted = values::marks_from(notation);
    EXPECT_TRUE(noted);
    Read read;
    read.report.id = "r_test";
    read.report.text = noted->text;
    read.marks = std::move(noted->marks);
    read.marks.events = std::move(marks);
    read.claims = claims(read.report, read.marks);
    return read;
}

EventMark mark(std::uint32_t word, std::string_view facet, float score, std::vector<Tie> ties) {
    EventMark mark;
    mark.trigger = {0, word};
    mark.facets = {values::Facet::parse(facet).value()};
    mark.score = score;
    mark.stance = values::Stance::Confirms;
    mark.ties = std::move(ties);
    return mark;
}

Tie tie(Role role, std::uint32_t word) { return {Tie::Kind::Role, role, {}, word, 1}; }

TEST(Events, FillersAreWholePhrasesAndClaimsHoldThem) {
    const auto got =
        read(seizure, {mark(1, "COERCE:seize", 0.9F,
                            {tie(Role::Actor, 0), tie(Role::Place, 4), tie(Role::When, 10)})});
    const auto events = got.events();
    ASSERT_EQ(events.size(), 1U);
    const auto& event = events.front();
    EXPECT_EQ(got.words(event.trigger), "seized");
    ASSERT_EQ(event.fillers.size(), 3U);
    EXPECT_EQ(got.words(event.fillers[0].words), "Rebels");
    EXPECT_EQ(got.words(event.fillers[1].words), "the Naro bridge and the old dam");
    EXPECT_EQ(got.words(event.fillers[1].head), "bridge");
    EXPECT_EQ(got.words(event.fillers[2].words), "on Sunday");
    ASSERT_EQ(event.claims.size(), 1U);
    EXPECT_EQ(event.claims.front(), got.claims.front().id);
    EXPECT_EQ(event.reason.rule, "event-head");
}

TEST(Events, HangOnNoClaimThatTheHeadDoesNotSee) {
    auto unsaid = mark(1, "COERCE:seize", 0.9F, {});
    unsaid.stance.reset();
    EXPECT_TRUE(read(seizure, {unsaid}).events().front().claims.empty());
}

TEST(Events, GiveClaimsTheirStance) {
    auto got = read(seizure, {mark(1, "COERCE:seize", 0.9F, {})});
    take_stances(got.marks, got.claims);
    EXPECT_EQ(got.claims.front().stance, values::Stance::Confirms);
    auto weak = read(seizure, {mark(1, "COERCE:seize", 0.3F, {})});
    take_stances(weak.marks, weak.claims);
    EXPECT_EQ(weak.claims.front().stance, values::Stance::Asserts);
}

TEST(Events, JoinedFillersThatAreTiedEachStandAlone) {
    const auto got =
        read(seizure, {mark(1, "COERCE:seize", 0.9F, {tie(Role::Place, 4), tie(Role::Place, 8)})});
    const auto events = got.events();
    ASSERT_EQ(events.size(), 1U);
    ASSERT_EQ(events.front().fillers.size(), 2U);
    EXPECT_EQ(got.words(events.front().fillers[0].words), "the Naro bridge");
    EXPECT_EQ(got.words(events.front().fillers[1].words), "the old dam");
}

TEST(Events, WeakMarksNeedTheLexicon) {
    const auto helped = read(seizure, {mark(1, "COERCE", 0.3F, {})}).events();
    ASSERT_EQ(helped.size(), 1U);
    EXPECT_EQ(helped.front().reason.rule, "event-head+act:seize");
    EXPECT_TRUE(read(seizure, {mark(1, "HAZARD:flood", 0.3F, {})}).events().empty());
    EXPECT_TRUE(read(seizure, {mark(8, "COERCE", 0.3F, {})}).events().empty());
}

TEST(Events, FiguresAreQuantitiesOfTheReport) {
    auto got = read(
        "Shelling|shelling|NOUN|2|nsubj killed|kill|VERB|0|root about|about|ADV|4|advmod "
        "60|60|NUM|5|nummod men|man|NOUN|2|obj .|.|PUNCT|2|punct",
        {mark(1, "ASSAULT", 0.9F,
              {{Tie::Kind::Figure, Role::Actor, {values::FigureKind::Killed}, 3, 1}})});
    EXPECT_TRUE(got.events().front().figures.empty());  // no number was read there
    values::Decision<values::Quantity> sixty;
    sixty.choice = values::Quantity::parse("count ~60 @16:24").value();
    got.quantities.push_back(sixty);
    const auto events = got.events();
    ASSERT_EQ(events.front().figures.size(), 1U);
    EXPECT_EQ(events.front().figures.front().kinds,
              std::vector<values::FigureKind>{values::FigureKind::Killed});
    EXPECT_EQ(events.front().figures.front().quantity.low, 60);
}

}  // namespace
}  // namespace sitrep::extract
