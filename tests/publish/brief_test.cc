#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "base/sha256.h"
#include "publish/compose.h"
#include "publish/json.h"
#include "publish/markdown.h"
#include "publish/shown.h"
#include "publish/verify.h"

namespace sitrep::publish {
namespace {

using values::Span;

values::Digest digest(const std::string& published = "unknown") {
    values::Digest digest;
    auto& report = digest.report;
    report.text = "Rebels seized\nthe *Naro* bridge, the ministry said.";
    report.id = "r_1";
    report.hash = base::sha256_hex(report.text);
    report.path = "naro.txt";
    report.language = "en";
    report.published = *values::Publication::parse(published);
    const auto span = [&](std::string_view words) {
        const auto at = report.text.find(words);
        return Span::in(report.text, at, at + words.size());
    };
    values::Claim claim;
    claim.id = "c_1";
    claim.source = span("the ministry");
    claim.cue = span("said");
    claim.content = span("Rebels seized\nthe *Naro* bridge");
    claim.reason = {"attribution-head", {claim.cue}, 0.5};
    digest.claims.push_back(claim);
    values::Act act;
    act.id = "a_1";
    act.type = "COERCE";
    act.trigger = span("seized");
    act.clause = {{span("Rebels"), span("the *Naro* bridge")}};
    act.actor = span("Rebels");
    act.polarity = values::Polarity::Negated;
    act.bound_by = {span("seized")};
    act.claims = {"c_1"};
    act.reason = {"act:seize", {act.trigger}, 1};
    digest.acts.push_back(act);
    return digest;
}

TEST(Markdown, TellsAnActOnceBelowItsClaim) {
    const auto out = markdown(compose({digest()}, {{"x.txt", "is empty"}}));
    EXPECT_NE(
        out.find("### Who says what\n\n"
                 "- **the ministry** “said”: Rebels seized the \\*Naro\\* bridge"
                 " `[1] 0:31 c_1`\n"
                 "  - “seized” · **negated** (“seized”) · actor: Rebels `[1] 0:6 14:31 a_1`\n"),
        std::string::npos)
        << out;
    EXPECT_EQ(out.find("### What it tells itself"), std::string::npos);
    EXPECT_NE(out.find("date unknown"), std::string::npos);
    EXPECT_NE(out.find("- x.txt: is empty"), std::string::npos);
}

TEST(Markdown, TellsAReportsOwnActByItsClause) {
    auto own = digest("2024-05-14");
    own.acts[0].claims.clear();
    own.acts[0].object = own.acts[0].actor;
    const auto out = markdown(compose({own, digest()}, {}));
    EXPECT_NE(out.find("2 reports, 2024-05-14, 1 without a whole date; 2 acts, 2 claims.\n"),
              std::string::npos)
        << out;
    EXPECT_NE(out.find("### What it tells itself\n\n"
                       "- “Rebels … the \\*Naro\\* bridge” · **negated** (“seized”)"
                       " `[1] 0:6 14:31 a_1`\n"
                       "  actor: Rebels\n\n"),
              std::string::npos)
        << out;
}

TEST(Markdown, ShowsHighlightsFirst) {
    auto done = digest("2024-05-14");
    done.acts[0].polarity = values::Polarity::Affirmed;
    done.acts[0].bound_by.clear();
    done.acts[0].type = "CONTROL";
    done.acts[0].object = done.acts[0].clause.kept[1];
    done.acts[0].places = {done.acts[0].clause.kept[1]};
    const auto brief = compose({done, done, digest()}, {});
    ASSERT_EQ(brief.highlights.size(), 1U);  // the same words once, what is negated not at all
    EXPECT_EQ(brief.highlights[0], (values::Highlight{1, "a_1"}));
    EXPECT_NE(markdown(brief).find("## Highlights\n\n- “Rebels … the \\*Naro\\* bridge” · **the "
                                   "ministry** “said” `[1] 0:6 14:31 a_1`\n\n## [1]"),
              std::string::npos)
        << markdown(brief);
}

TEST(Markdown, TellsActsThatShareAllButTheVerbOnOneLine) {
    auto two = digest();
    auto second = two.acts[0];
    second.id = "a_2";
    second.reason.evidence = {two.claims[0].cue};
    two.claims[0].content = Span::in(two.report.text, 0, two.report.text.size());
    two.acts.push_back(second);
    const auto out = markdown(compose({two}, {}));
    EXPECT_NE(out.find("  - “seized”, “said” · **negated** (“seized”) · actor: Rebels"
                       " `[1] 0:6 14:31 a_1 a_2`\n"),
              std::string::npos)
        << out;
}

TEST(Markdown, PutsAnActBelowTheActWhoseClauseHoldsIt) {
    auto own = digest();
    own.claims.clear();
    own.acts[0].claims.clear();
    auto inner = own.acts[0];
    inner.id = "a_2";
    inner.clause = {{own.acts[0].clause.kept[1]}};
    inner.actor.reset();
    inner.bound_by.clear();
    inner.polarity = values::Polarity::Affirmed;
    inner.reason.evidence = {Span::in(own.report.text, 25, 31)};
    own.acts.push_back(inner);
    const auto out = markdown(compose({own}, {}));
    EXPECT_NE(out.find("  - “bridge” `[1] 14:31 a_2`\n"), std::string::npos) << out;
}

TEST(Markdown, LeavesTheTitleToTheHeading) {
    auto titled = digest();
    titled.report.title = {"Rebels seized the bridge", values::Known::Inferred, "heading",
                           Span::in(titled.report.text, 0, 31)};
    const auto out = markdown(compose({titled}, {}));
    EXPECT_NE(out.find("Neither act nor claim was found in it.\n"), std::string::npos) << out;
}

TEST(Markdown, PutsAnActBelowTheNearestOfItsClaims) {
    auto nested = digest();
    auto inner = nested.claims[0];
    inner.id = "c_2";
    inner.content = nested.acts[0].clause.kept[0];
    nested.claims.push_back(inner);
    nested.acts[0].claims = {"c_1", "c_2"};
    const auto out = markdown(compose({nested}, {}));
    EXPECT_NE(out.find("c_2`\n  - “Rebels … the"), std::string::npos) << out;
    EXPECT_EQ(out.find("c_1`\n  - "), std::string::npos) << out;
}

TEST(Markdown, PutsAnActThatIsASayingBelowWhatItSays) {
    auto saying = digest();
    saying.acts[0].claims.clear();
    saying.acts[0].reason.evidence = {saying.claims[0].cue};
    saying.acts[0].actor = saying.claims[0].source;
    saying.acts[0].object = saying.claims[0].content;
    const auto out = markdown(compose({saying}, {}));
    EXPECT_NE(out.find("c_1`\n  - “said” · **negated** (“seized”) `[1]"), std::string::npos) << out;
}

TEST(Markdown, SaysWhatWasNotReadOrNotFound) {
    auto unread = digest();
    unread.read = false;
    unread.unread_because = "language: ru";
    unread.acts.clear();
    unread.claims.clear();
    auto bare = unread;
    bare.read = true;
    const auto out = markdown(compose({unread, bare}, {}));
    EXPECT_NE(out.find("Not read: language: ru.\n"), std::string::npos);
    EXPECT_NE(out.find("Neither act nor claim was found in it.\n"), std::string::npos);
    EXPECT_NE(out.find("; 1 not read.\n"), std::string::npos) << out;
}

TEST(Markdown, ShowsControlsAndTurnedTextEscaped) {
    EXPECT_EQ(escaped_markdown("a\x1B[31m"), "aU+001B\\[31m");
    EXPECT_EQ(escaped_markdown("x\xE2\x80\xAEy\xE2\x81\xA6z"), "xU+202EyU+2066z");
    EXPECT_EQ(escaped_markdown("…“”"), "…“”");
    EXPECT_EQ(shown("a\x1B[31m*\xC2\x9B\n"), "aU+001B[31m*U+009BU+000A");
    EXPECT_EQ(shown("\xFFz"), "U+FFFDz");
}

// The brief of digest() whose actor is known, and named once with both its spellings.
values::Brief resolved() {
    auto brief = compose({digest()}, {});
    const auto& text = brief.reports[0].report.text;
    const auto rebels = values::quoted(text, {Span::in(text, 0, 6)});
    const auto ministry = values::quoted(text, {Span::in(text, 33, 45)});
    values::Meaning front;
    front.notation = "group \"Kestrel Front\"";
    front.shown = "Kestrel Front";
    front.reason.rule = "said-before";
    brief.reports[0].acts[0].fields[0].means = front;
    brief.names = {{"place", "p", "Naro", "a bridge", {{1, ministry}}},
                   {"actor", "a", "Kestrel Front", "", {{1, rebels}, {1, ministry}}}};
    return brief;
}

TEST(Markdown, ShowsWhatWordsStandForAndEachNameOnce) {
    const auto out = markdown(resolved());
    EXPECT_NE(out.find("actor: Rebels → Kestrel Front `"), std::string::npos) << out;
    EXPECT_NE(out.find("## Places\n\n- **Naro** · a bridge · “the ministry” [1]\n\n"
                       "## Actors\n\n- **Kestrel Front** · “Rebels” [1], “the ministry” [1]\n\n"
                       "## Sources"),
              std::string::npos)
        << out;
}

TEST(Compose, OrdersByDayThenAsRead) {
    const auto brief = compose({digest(), digest("2024-05-14"), digest("2024-05-13")}, {});
    ASSERT_EQ(brief.reports.size(), 3U);
    EXPECT_EQ(brief.reports[0].report.published.print(), "2024-05-13");
    EXPECT_EQ(brief.reports[2].report.published.print(), "unknown");
    EXPECT_EQ(brief.reports[2].number, 3U);
}

TEST(Verify, AcceptsWhatWasComposed) {
    const auto brief = compose({digest()}, {});
    const auto verified = verify(json(brief), {digest().report});
    ASSERT_TRUE(verified);
    EXPECT_TRUE(verified->broken.empty());
    EXPECT_EQ(verified->lines, 8U);  // clause, field, bound by, 2 x (source, cue), content
}

TEST(Json, HoldsPathsThatAreNoUtf8) {
    auto odd = digest();
    odd.report.path = "na\xFFro.txt";
    EXPECT_NE(json(compose({odd}, {{"x\xFF", "y"}})).find("\"na\xEF\xBF\xBDro.txt\""),
              std::string::npos);
}

TEST(Verify, RefusesWhatWasTouched) {
    const auto printed = json(compose({digest()}, {}));
    auto broken = [&](const std::string& pointer, const nlohmann::ordered_json& value) {
        auto changed = nlohmann::ordered_json::parse(printed);
        changed[nlohmann::ordered_json::json_pointer(pointer)] = value;
        return verify(changed.dump(), {digest().report}).value().broken;
    };
    EXPECT_EQ(broken("/reports/0/acts/0/clause/words", "Rebels left").size(), 1U);
    EXPECT_EQ(broken("/reports/0/acts/0/clause/spans/0/1", 9999).size(), 1U);
    EXPECT_EQ(broken("/reports/0/acts/0/clause/spans", nlohmann::json::array()).size(), 1U);
    EXPECT_EQ(broken("/reports/0/report/sha256", "00").size(), 1U);
    EXPECT_EQ(broken("/reports/0/report/sha256", 7).size(), 1U);
    EXPECT_EQ(broken("/highlights", {{{"report", 1}, {"act", "a_9"}}}).size(), 1U);
    EXPECT_EQ(broken("/highlights", {{{"report", 2}, {"act", "a_1"}}, 5}).size(), 2U);
    EXPECT_EQ(broken("/reports/0/acts/0/clause", nullptr).size(), 1U);
    EXPECT_EQ(broken("/reports/0/claims/0/content", nlohmann::json::object()).size(), 1U);
    EXPECT_EQ(broken("/reports/0/claims/0/content/spans", 3).size(), 1U);
    EXPECT_EQ(broken("/reports/0/claims", "none").size(), 1U);
    auto nested = nlohmann::ordered_json::array();
    for (int i = 0; i < 1000; ++i) nested = nlohmann::ordered_json::array({nested});
    EXPECT_EQ(broken("/reports/0/acts/0/fields", nested).size(), 1U);
    EXPECT_FALSE(verify("{", {}));
    auto names = nlohmann::ordered_json::parse(json(resolved()));
    EXPECT_TRUE(verify(names.dump(), {digest().report}).value().broken.empty());
    names["names"][1]["spellings"][0]["quoted"]["words"] = "Rebel";
    EXPECT_EQ(verify(names.dump(), {digest().report}).value().broken.size(), 1U);
    names["names"][0]["spellings"][0]["report"] = 2;
    EXPECT_EQ(verify(names.dump(), {digest().report}).value().broken.size(), 2U);
    names.erase("names");
    EXPECT_EQ(verify(names.dump(), {digest().report}).value().broken.size(), 1U);
    EXPECT_FALSE(verify("[]", {}));
    EXPECT_FALSE(verify("{\"schema\":\"other\",\"reports\":[]}", {}));
    EXPECT_FALSE(verify("{\"schema\":5,\"reports\":[]}", {}));
}

}  // namespace
}  // namespace sitrep::publish
