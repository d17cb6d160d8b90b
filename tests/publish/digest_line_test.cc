#include "publish/digest_line.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

namespace sitrep::publish {
namespace {

using values::Span;

TEST(DigestLine, GivesEachEventItsWordsAndItsClaims) {
    values::Digest digest;
    auto& text = digest.report.text = "Rebels killed about 60 men, the ministry said.";
    const auto span = [&](std::string_view words) {
        const auto at = text.find(words);
        return Span::in(text, at, at + words.size());
    };
    values::Claim claim;
    claim.id = "c_0123456789";
    claim.source = span("the ministry");
    claim.cue = span("said");
    digest.claims.push_back(claim);
    values::Event event;
    event.id = "e_0123456789";
    event.facets = {{values::EventType::Assault, "firearms"}};
    event.trigger = span("killed");
    event.fillers = {{values::Role::Actor, span("Rebels"), span("Rebels")}};
    values::Figure figure;
    figure.kinds = {values::FigureKind::Killed};
    figure.quantity = values::Quantity::parse("count ~60 @14:22").value();
    figure.side = span("men");
    event.figures = {figure};
    event.claims = {claim.id};
    digest.events.push_back(event);

    const auto line = digest_line(digest);
    EXPECT_EQ(std::count(line.begin(), line.end(), '\n'), 1);
    const auto read = nlohmann::json::parse(line);
    EXPECT_EQ(read["schema"], digest_schema);
    EXPECT_EQ(read["claims"][0]["source"]["words"], "the ministry");
    EXPECT_TRUE(read["claims"][0]["content"].is_null());
    const auto& got = read["events"][0];
    EXPECT_EQ(got["facets"][0], "ASSAULT:firearms");
    EXPECT_EQ(got["trigger"]["span"], (std::vector<int>{7, 13}));
    EXPECT_EQ(got["roles"][0]["words"], "Rebels");
    EXPECT_EQ(got["figures"][0]["words"]["words"], "about 60");
    EXPECT_EQ(got["figures"][0]["low"], 60);
    EXPECT_EQ(got["claims"][0], "c_0123456789");
}

TEST(DigestLine, BytesThatAreNoTextDoNotEndIt) {
    values::Digest digest;
    digest.read = false;
    digest.unread_because = "no \xFF text";
    EXPECT_EQ(nlohmann::json::parse(digest_line(digest))["read"], false);
}

}  // namespace
}  // namespace sitrep::publish
