#include "quality/snippet_labels.h"

#include <gtest/gtest.h>

#include "bench_quality/told.h"
#include "quality/readers/case2021.h"

namespace sitrep::quality {
namespace {

using values::Role;
using values::Stage;

base::Result<SnippetLabels> labels_of(const std::string& rows) {
    const auto table =
        lookup::table_of("# columns: label facet hand words beside\n" + rows, "rules.tsv");
    EXPECT_TRUE(table);
    return SnippetLabels::from(*table);
}

constexpr const char* rules =
    "REBELS_TAKE\tCONTROL:taken\tnon-state\t-\t-\n"
    "ARMY_TAKES\tCONTROL:taken\t-\t-\t-\n"
    "GRENADE\tASSAULT\t-\tgrenade|bazooka\t-\n"
    "CRUSHED\tPROTEST\t-\t-\tASSAULT|COERCE\n"
    "MARCH\tPROTEST\t-\t-\t-\n"
    "ATTACK\tASSAULT\t-\t-\t-\n"
    "HEADQUARTERS\t-\t-\t-\t-\n";

TEST(SnippetLabels, GiveTheFirstRowOfTheTableNotTheFirstEvent) {
    const auto labels = labels_of(rules);
    ASSERT_TRUE(labels);
    Told told("The Front attacked the town and seized it.");
    told.event("ASSAULT", Stage::Happened, "attacked", {{Role::Actor, "The Front"}})
        .event("COERCE:seize+CONTROL:taken", Stage::Happened, "seized",
               {{Role::Actor, "The Front"}});
    EXPECT_EQ(labels->label(told.digest()), "ARMY_TAKES");
    told.somebody("group \"Front\" - REB", {"The Front"});
    EXPECT_EQ(labels->label(told.digest()), "REBELS_TAKE");
}

TEST(SnippetLabels, AskWhatHappenedFirstAndNeverWhatDidNot) {
    const auto labels = labels_of(rules);
    Told told("They would seize the bridge, and marched.");
    told.event("CONTROL:taken", Stage::Planned, "seize")
        .event("PROTEST", Stage::Ongoing, "marched");
    EXPECT_EQ(labels->label(told.digest()), "MARCH");
    Told plan("They would seize the bridge.");
    EXPECT_EQ(labels->label(plan.event("CONTROL:taken", Stage::Planned, "seize").digest()),
              "ARMY_TAKES");
    Told denial("They denied any attack.");
    EXPECT_EQ(labels->label(denial.event("ASSAULT", Stage::Denied, "attack").digest()), "");
}

TEST(SnippetLabels, AskForWordsAndForWhatStandsBeside) {
    const auto labels = labels_of(rules);
    Told thrown("He hurled Grenades at a handgrenade shop.");
    thrown.event("ASSAULT", Stage::Happened, "hurled", {{Role::Instrument, "Grenades"}});
    EXPECT_EQ(labels->label(thrown.digest()), "GRENADE");
    Told shop("He burnt a handgrenade shop.");
    shop.event("ASSAULT", Stage::Happened, "burnt", {{Role::Target, "a handgrenade shop"}});
    EXPECT_EQ(labels->label(shop.digest()), "ATTACK");
    Told march("Police arrested two who marched.");
    march.event("PROTEST:demo", Stage::Happened, "marched");
    EXPECT_EQ(labels->label(march.digest()), "MARCH");
    march.event("COERCE:arrest", Stage::Happened, "arrested");
    EXPECT_EQ(labels->label(march.digest()), "CRUSHED");
}

TEST(SnippetLabels, NameWhatMapsToNothingAndRefuseWhatIsNoType) {
    const auto labels = labels_of(rules);
    EXPECT_EQ(labels->unmapped(), std::vector<std::string>{"HEADQUARTERS"});
    EXPECT_EQ(labels->mapped().front(), "REBELS_TAKE");
    EXPECT_EQ(labels->mapped().size(), 6U);
    EXPECT_FALSE(labels_of("A\tWAR\t-\t-\t-\n"));
    EXPECT_FALSE(labels_of("A\tASSAULT\tmine\t-\t-\n"));
    EXPECT_FALSE(labels_of("A\tASSAULT\t-\t-\tWAR\n"));
}

TEST(SnippetLabels, StandInTheShippedTable) {
    const auto table = lookup::table(SITREP_ROOT "/bench/quality/scope/case2021.tsv");
    ASSERT_TRUE(table);
    const auto labels = SnippetLabels::from(*table);
    ASSERT_TRUE(labels) << labels.error().message();
    EXPECT_EQ(labels->mapped().size() + labels->unmapped().size(), 30U);
}

TEST(Snippets, AreReadBehindTheHeadLine) {
    const auto snippets = snippets_of("id\ttext\tlabel\n1\tIt rained.\tOTHER\r\n", "p");
    ASSERT_TRUE(snippets);
    EXPECT_EQ(*snippets, (std::vector<Snippet>{{"1", "It rained.", "OTHER"}}));
    EXPECT_FALSE(snippets_of("id\ttext\tlabel\n1\tIt rained.\n", "p"));
}

}  // namespace
}  // namespace sitrep::quality
