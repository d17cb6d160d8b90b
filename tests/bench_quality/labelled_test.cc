// Digests in the form of labels, by hand.
#include "quality/labelled.h"

#include <gtest/gtest.h>

namespace sitrep::quality {
namespace {

using values::QuantityBound;
using values::QuantityKind;

const std::string text = "Rebels took Naro and Kesh, killing dozens, an aide told Meridian.";

values::Span span(const std::string& words) {
    const std::size_t at = text.find(words);
    EXPECT_NE(at, std::string::npos) << words;
    return values::Span::in(text, at, at + words.size());
}

values::Event taken(const std::string& place) {
    values::Event event;
    event.facets = {*values::Facet::parse("COERCE:seize"), *values::Facet::parse("CONTROL:taken")};
    event.trigger = span("took");
    event.fillers = {{values::Role::Actor, span("Rebels"), span("Rebels")},
                     {values::Role::Place, span(place), span(place)}};
    event.claims = {"c_1"};
    return event;
}

values::Digest example() {
    values::Digest digest;
    digest.report.id = "own/port-1:1";
    digest.report.text = text;
    digest.events = {taken("Naro"), taken("Kesh")};
    values::Event killing;
    killing.facets = {*values::Facet::parse("ASSAULT")};
    killing.stage = values::Stage::Ongoing;
    killing.background = true;
    killing.trigger = span("killing");
    killing.claims = {"c_1"};
    values::Figure figure;
    figure.kinds = {values::FigureKind::Killed};
    figure.quantity.span = span("dozens");
    figure.quantity.low = 24;
    figure.quantity.high = 99;
    figure.quantity.bound = QuantityBound::About;
    figure.side = span("Kesh");
    figure.total = true;
    killing.figures = {figure};
    digest.events.push_back(killing);
    values::Claim claim;
    claim.id = "c_1";
    claim.source = span("an aide");
    claim.cue = span("told");
    claim.via = {span("Meridian")};
    claim.stance = values::Stance::Confirms;
    values::Claim other;  // that no event names
    other.id = "c_2";
    digest.claims = {claim, other};
    return digest;
}

TEST(Labelled, IsTheFormOfLabelsWithListsInOneEvent) {
    const auto made = labelled(example());
    EXPECT_EQ(made.name, "own/port-1:1");
    EXPECT_EQ(made.print(),
              "event e1 COERCE:seize+CONTROL:taken happened trigger=\"took\" actor=\"Rebels\" "
              "place=\"Naro\" place=\"Kesh\"\n"
              "event e2 ASSAULT ongoing trigger=\"killing\" background\n"
              "figure e2 killed dozens side=\"Kesh\" words=\"dozens\" total\n"
              "claim e1,e2 source=\"an aide\" cue=\"told\" via=\"Meridian\" stance=confirms\n");
}

values::Quantity quantity(const std::string& notation, const std::string& words) {
    auto read = values::Quantity::parse(notation + " @0:" + std::to_string(words.size()));
    EXPECT_TRUE(read) << notation;
    return read.value_or(values::Quantity());
}

TEST(Labelled, ValuesAreBoundsOrWords) {
    const auto value = [](const std::string& notation, const std::string& words) {
        return labelled_value(quantity(notation, words), words).print();
    };
    EXPECT_EQ(value("count 3", "three"), "3");
    EXPECT_EQ(value("count ~20", "about 20"), "~20");
    EXPECT_EQ(value("count >=130", "at least 130"), "130..");
    EXPECT_EQ(value("count >130", "more than 130"), "130..");
    EXPECT_EQ(value("count <=100", "up to 100"), "..100");
    EXPECT_EQ(value("count <100", "fewer than 100"), "..100");
    EXPECT_EQ(value("count 40..60", "40 to 60"), "40..60");
    EXPECT_EQ(value("count ~24..99", "Dozens"), "dozens");
    EXPECT_EQ(value("count ~10000..100000", "tens of thousands"), "thousands");
    EXPECT_EQ(value("count 500000", "half a million"), "500000");
    EXPECT_EQ(value("share 0.5", "half"), "half");
    EXPECT_EQ(value("share ~0.5", "about half"), "half");
    EXPECT_EQ(value("share 70 unit=\"percent\"", "70 percent"), "70");
}

}  // namespace
}  // namespace sitrep::quality
