#include "pipeline/explain.h"

#include <gtest/gtest.h>

#include "pipeline/brief.h"
#include "pipeline/made.h"

namespace sitrep::pipeline {
namespace {

values::Brief made(const std::vector<std::string>& texts) {
    read::Input input;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        input.reports.push_back(report("naro" + std::to_string(i) + ".txt", texts[i]));
    }
    return brief(
        std::move(input), [](const values::Report& one, unsigned) { return digested(one); }, 1);
}

TEST(Explain, PrintsTheTreeOfAnAct) {
    const auto brief = made({"Rebels seized the bridge, the ministry said."});
    EXPECT_EQ(explain(brief, brief.reports[0].acts[0].id).value_or(""),
              "act       COERCE  \"Rebels … seized the bridge\"@0:6 7:24  1.00  act:seize\n"
              "  report    " +
                  brief.reports[0].report.id +
                  "  naro0.txt  [1], sentence 1, unknown\n"
                  "  because   \"seized\"@7:13\n"
                  "  actor     \"Rebels\"@0:6\n"
                  "  object    \"the bridge\"@14:24\n"
                  "  bound     negated\n"
                  "    because   \"seized\"@7:13\n"
                  "  said      " +
                  brief.reports[0].claims[0].id +
                  "  0.88  attribution-head\n"
                  "    source    \"the ministry\"@26:38\n"
                  "    cue       \"said\"@39:43\n"
                  "    content   \"Rebels seized the bridge\"@0:24\n"
                  "    because   \"said\"@39:43\n");
}

TEST(Explain, PrintsWhatWordsStandForAndWhatWasPassedOver) {
    auto brief = made({"Rebels seized the bridge, the ministry said."});
    auto& part = brief.reports[0];
    values::Meaning front;
    front.notation = "group \"Kestrel Front\"";
    front.reason.rule = "role";
    front.reason.evidence = {values::Span::in(part.report.text, 26, 38)};
    front.reason.score = 0.9;
    front.passed = {{"group \"Owl Front\"", "further-off", 0.25}};
    part.acts[0].fields[0].means = front;
    const auto tree = explain(brief, part.acts[0].id).value_or("");
    EXPECT_NE(tree.find("  actor     \"Rebels\"@0:6\n"
                        "    means     group \"Kestrel Front\"  0.90  role\n"
                        "      because   \"the ministry\"@26:38\n"
                        "      passed    group \"Owl Front\"  0.25  further-off\n"
                        "  object    "),
              std::string::npos)
        << tree;
}

TEST(Explain, PrintsAClaim) {
    const auto brief = made({"Rebels seized the bridge, the ministry said."});
    const auto tree = explain(brief, brief.reports[0].claims[0].id).value_or("");
    EXPECT_TRUE(tree.starts_with("claim     indirect  0.88  attribution-head\n  report    r_"))
        << tree;
    EXPECT_NE(tree.find("\n  source    \"the ministry\"@26:38\n"), std::string::npos) << tree;
}

TEST(Explain, PrintsHowAReportsParticularsAreKnown) {
    auto brief = made({"Rebels seized the bridge, the ministry said."});
    auto& report = brief.reports[0].report;
    report.outlet = {"the ministry", values::Known::Inferred, "credit-line",
                     values::Span::in(report.text, 26, 38)};
    report.published = *values::Publication::parse("2024-05-12");
    report.published.rule = "reports.tsv";
    const auto tree = explain(brief, report.id).value_or("");
    EXPECT_TRUE(tree.starts_with("report    " + report.id +
                                 "  naro0.txt\n"
                                 "  published \"2024-05-12\"  given  reports.tsv\n"
                                 "  outlet    \"the ministry\"  inferred  credit-line\n"
                                 "    because   \"the ministry\"@26:38\n"
                                 "  agency    unknown\n"))
        << tree;
}

TEST(Explain, PrintsEachCopyAndNothingForAnUnknownId) {
    const std::string text = "Rebels seized the bridge, the ministry said.";
    const auto brief = made({text, text});
    const auto tree = explain(brief, brief.reports[0].acts[0].id).value_or("");
    EXPECT_NE(tree.find("naro0.txt"), std::string::npos);
    EXPECT_NE(tree.find("naro1.txt"), std::string::npos);
    EXPECT_FALSE(explain(brief, "a_0000000000"));
    EXPECT_FALSE(explain(brief, ""));
}

TEST(Explain, LetsNoReportSteerTheTerminal) {
    const auto brief = made({"Rebels\x1B[2J seized the bridge, the ministry said."});
    const auto tree = explain(brief, brief.reports[0].acts[0].id).value_or("");
    EXPECT_EQ(tree.find('\x1B'), std::string::npos);
    EXPECT_NE(tree.find("RebelsU+001B[2J"), std::string::npos) << tree;
}

}  // namespace
}  // namespace sitrep::pipeline
