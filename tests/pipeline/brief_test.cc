#include "pipeline/brief.h"

#include <gtest/gtest.h>

#include <atomic>
#include <set>

#include "pipeline/digest.h"
#include "pipeline/made.h"
#include "publish/json.h"
#include "publish/markdown.h"
#include "publish/verify.h"

namespace sitrep::pipeline {
namespace {

read::Input many() {
    read::Input input;
    for (int i = 0; i < 40; ++i) {
        input.reports.push_back(
            report("r" + std::to_string(i) + ".txt",
                   "Rebels seized post " + std::to_string(i % 30) + ", the ministry said."));
        if (i % 7 == 0) input.reports.back().published = *values::Publication::parse("2024-05-13");
    }
    input.unreadable.push_back({"x.txt", "is empty; fill it"});
    return input;
}

const Digesting by_hand = [](const values::Report& report, unsigned) { return digested(report); };

TEST(Brief, IsTheSameAtAnyNumberOfThreads) {
    const auto one = brief(many(), by_hand, 1);
    for (const unsigned threads : {0U, 2U, 3U, 8U, 100U}) {
        const auto other = brief(many(), by_hand, threads);
        EXPECT_EQ(one, other) << threads;
        EXPECT_EQ(publish::json(one), publish::json(other));
        EXPECT_EQ(publish::markdown(one), publish::markdown(other));
    }
}

TEST(Brief, DigestsOneTextOnceAndKeepsEachReport) {
    std::atomic<int> calls = 0;
    std::size_t told = 0;
    const auto made = brief(
        many(),
        [&](const values::Report& report, unsigned) {
            ++calls;
            return digested(report);
        },
        2,
        [&](std::size_t done, std::size_t all) {
            EXPECT_EQ(done, ++told);
            EXPECT_EQ(all, 30U);
        });
    EXPECT_EQ(calls, 30);
    EXPECT_EQ(told, 30U);
    ASSERT_EQ(made.reports.size(), 40U);
    EXPECT_EQ(made.unreadable.size(), 1U);
    std::set<std::string> paths;
    for (const auto& part : made.reports) {
        paths.insert(part.report.path);
        EXPECT_EQ(part.acts.size(), 1U);
    }
    EXPECT_EQ(paths.size(), 40U);
}

TEST(Brief, LendsIdleThreadsToASingleReport) {
    read::Input input;
    input.reports.push_back(report("a.txt", "Rebels seized a post, the ministry said."));
    unsigned inside = 0;
    brief(
        std::move(input),
        [&](const values::Report& one, unsigned threads) {
            inside = threads;
            return digested(one);
        },
        4);
    EXPECT_EQ(inside, 4U);
}

TEST(Brief, OfNoReportsIsEmpty) {
    const auto made = brief({}, by_hand, 2);
    EXPECT_TRUE(made.reports.empty());
}

TEST(UnreadBecause, NamesAnotherLanguageAndMissingText) {
    auto one = report("a.txt", "Rebels seized a post.");
    EXPECT_EQ(unread_because(one), "");
    one.language = "und";
    EXPECT_EQ(unread_because(one), "");
    one.language = "ru";
    EXPECT_EQ(unread_because(one), "language: ru");
    EXPECT_EQ(unread_because(report("b.txt", " \n\t\n")), "no text");
}

}  // namespace
}  // namespace sitrep::pipeline
