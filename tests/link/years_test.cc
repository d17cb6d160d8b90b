#include "link/years.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace sitrep::link {
namespace {

// The notation with "_" for "?", which C++ would take for trigraphs.
std::string open_parts(std::string notation, char from, char to) {
    std::replace(notation.begin(), notation.end(), from, to);
    return notation;
}

// The dates of reports after their years were sought.
std::string dated(const std::vector<std::string>& dates) {
    std::vector<values::Report> reports;
    for (const auto& date : dates) {
        values::Report report;
        report.published = *values::Publication::parse(open_parts(date, '_', '?'));
        reports.push_back(report);
    }
    years(reports);
    std::string out;
    for (const auto& report : reports) {
        out += (out.empty() ? "" : " ") + open_parts(report.published.print(), '?', '_');
    }
    return out;
}

TEST(Years, ComeFromTheNearestSibling) {
    EXPECT_EQ(dated({"____-06-23/wed", "2021-07-01"}), "2021-06-23 2021-07-01");
    EXPECT_EQ(dated({"____-12-30", "2022-01-02"}), "2021-12-30 2022-01-02");
    EXPECT_EQ(dated({"____-01-02", "2021-12-30"}), "2022-01-02 2021-12-30");
}

TEST(Years, StayOpenWhereNoneOrSeveralAgree) {
    EXPECT_EQ(dated({"____-06-23/tue", "2021-07-01"}), "____-06-23/tue 2021-07-01");
    EXPECT_EQ(dated({"____-06-23", "2019-06-20", "2021-07-01"}),
              "____-06-23 2019-06-20 2021-07-01");
    EXPECT_EQ(dated({"____-06-23/wed", "2019-06-20", "2021-07-01"}),
              "2021-06-23 2019-06-20 2021-07-01");
    EXPECT_EQ(dated({"____-__-__/thu", "2021-07-01"}), "____-__-__/thu 2021-07-01");
    EXPECT_EQ(dated({"unknown", "2021-07-01"}), "unknown 2021-07-01");
    EXPECT_EQ(dated({"____-06-23/wed", "____-07-05"}), "____-06-23/wed ____-07-05");
}

TEST(Years, KeepEvidenceAndSayTheirRule) {
    std::vector<values::Report> reports(2);
    reports[0].text = "It fell on June 23.";
    reports[0].published.date = *values::PartialDate::parse(open_parts("____-06-23", '_', '?'));
    reports[0].published.known = values::Known::Inferred;
    reports[0].published.evidence = values::Span::in(reports[0].text, 11, 18);
    reports[1].published = *values::Publication::parse("2021-06-20");
    years(reports);
    EXPECT_EQ(reports[0].published.rule, "sibling");
    EXPECT_EQ(reports[0].published.known, values::Known::Inferred);
    EXPECT_EQ(reports[0].published.evidence.of(reports[0].text), "June 23");
}

}  // namespace
}  // namespace sitrep::link
