#include "lookup/table.h"

#include <gtest/gtest.h>

namespace sitrep::lookup {
namespace {

TEST(Table, ReadsRowsAndTheirLines) {
    const auto table = table_of("# own work\n# columns: a b\nx\ty\r\n\nz\t\n", "t.tsv");
    ASSERT_TRUE(table);
    EXPECT_EQ(table->columns, (std::vector<std::string>{"a", "b"}));
    ASSERT_EQ(table->rows.size(), 2U);
    EXPECT_EQ(table->rows[0].cells, (std::vector<std::string>{"x", "y"}));
    EXPECT_EQ(table->rows[1].line, 5U);
    EXPECT_EQ(table->rows[1].cells[1], "");
}

TEST(Table, NamesPlaceAndNextStep) {
    EXPECT_EQ(table_of("# columns: a b\nx\n", "t.tsv").error().message(),
              "t.tsv:2: 1 cells where 2 columns are named; mend or delete the row");
    EXPECT_FALSE(table_of("x\ty\n", "t.tsv"));
    EXPECT_FALSE(table("no/such/table.tsv"));
}

}  // namespace
}  // namespace sitrep::lookup
