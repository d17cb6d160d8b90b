#include "read/published.h"

#include <gtest/gtest.h>

#include <functional>
#include <string>

#include "cases.h"
#include "known_english.h"
#include "read/particulars.h"

namespace sitrep::read {
namespace {

TEST(Published, FollowsItsCases) {
    tests::run_cases("tests/read/published.cases", [](const std::string& input, const auto&) {
        const auto found = published(input, english());
        if (found.known == values::Known::Unknown) return std::string("unknown");
        return found.print() + " " + found.rule + " \"" + std::string(found.evidence.of(input)) +
               "\"";
    });
}

TEST(Particulars, FollowTheirCases) {
    tests::run_cases("tests/read/particulars.cases", [](const std::string& input, const auto&) {
        const auto found = particulars(input, english());
        std::string out;
        const auto say = [&](const char* name, const values::Particular& one) {
            if (one.known == values::Known::Unknown) return;
            EXPECT_EQ(one.evidence.of(input), one.value);
            out +=
                (out.empty() ? "" : " | ") + std::string(name) + " " + one.rule + ": " + one.value;
        };
        say("outlet", found.outlet);
        say("agency", found.agency);
        say("title", found.title);
        say("byline", found.byline);
        say("dateline", found.dateline);
        return out.empty() ? std::string("nothing") : out;
    });
}

// What each row of a table says is tried on the row's own example.
void try_rows(const char* name, std::size_t example_at,
              const std::function<bool(const lookup::Table::Row&, const std::string&)>& holds) {
    const auto table = lookup::table(std::string(SITREP_ROOT) + "/lexicon/en/" + name);
    ASSERT_TRUE(table);
    for (const auto& row : table->rows) {
        const auto& quoted = row.cells.at(example_at);
        if (quoted == "-") continue;
        const auto example = tests::unescaped(quoted.substr(1, quoted.size() - 2));
        EXPECT_TRUE(holds(row, example)) << name << ":" << row.line << ": " << example;
    }
}

TEST(Lexicon, CalendarRowsDateTheirExamples) {
    try_rows("calendar.tsv", 3, [](const auto&, const std::string& example) {
        return published(example + ".", english()).known == values::Known::Inferred;
    });
}

TEST(Lexicon, OutletRowsNameTheirExamples) {
    try_rows("outlets.tsv", 2, [](const auto& row, const std::string& example) {
        return particulars(example, english()).agency.value == row.cells[1];
    });
}

TEST(Lexicon, ReadingRowsDoWhatTheySay) {
    try_rows("reading.tsv", 2, [](const auto& row, const std::string& example) {
        if (row.cells[0] == "tells") {
            return published(example, english()).known == values::Known::Inferred;
        }
        const auto found = particulars("The road is open.\n" + example, english());
        if (row.cells[0] == "credit") return found.outlet.value == "Velia Today";
        return found.agency.known == values::Known::Inferred;
    });
}

TEST(Published, AYearIsGivenOnlyWhereTheWeekdayAgrees) {
    values::Report report;
    report.published.date = {{}, 6, 23, values::Weekday::Wednesday};
    report.published.known = values::Known::Inferred;
    report.published.rule = "latest-day-told";
    fix_year(report, 2022);
    EXPECT_FALSE(report.published.date.year);
    fix_year(report, 2021);
    EXPECT_EQ(report.published.print(), "2021-06-23");
    EXPECT_EQ(report.published.rule, "latest-day-told, year given");
    values::Report unknown;
    fix_year(unknown, 2021);
    EXPECT_EQ(unknown.published.print(), "unknown");
}

TEST(Published, MovesWithAParagraphPutInFront) {
    const std::string text = "The army left Osk, a spokesman said on Wednesday, June 23.";
    const std::string front = "It is a first paragraph that says nothing at all of this.\n\n";
    const auto alone = published(text, english());
    const auto moved = published(front + text, english());
    EXPECT_EQ(moved.date, alone.date);
    EXPECT_EQ(moved.evidence.begin(), alone.evidence.begin() + front.size());
}

}  // namespace
}  // namespace sitrep::read
