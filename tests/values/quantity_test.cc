#include "values/quantity.h"

#include <gtest/gtest.h>

namespace sitrep::values {
namespace {

void reads_back(const std::string& notation) {
    const auto quantity = Quantity::parse(notation);
    ASSERT_TRUE(quantity) << notation;
    EXPECT_EQ(quantity->print(), notation);
}

TEST(Quantity, PrintsAndReadsBack) {
    reads_back("count 12 @0:2");
    reads_back("count >130 counted=\"afghan soldier\" @0:13");
    reads_back("count ~24..99 new counted=\"a \\\"safe\\\" house\" @4:16");
    reads_back("count <=100 total @4:16");
    reads_back("measure 40..60 unit=\"mile\" per=\"hour\" @1:9");
    reads_back("money >=5000000.5 unit=\"dollar\" currency=USD up @1:9");
    reads_back("share 0.5 of=\"its 34 provinces\" base=34 counted=\"province\" @1:9");
    reads_back("count 30 down from=42 @1:3");
    reads_back("measure -5 unit=\"celsius\" si=268.15,\"K\" @7:9");
    reads_back("age <5 unit=\"year\" @7:9");
    reads_back("count 9007199254740992 @7:9");
    reads_back("ordinal 3 @7:9");
}

TEST(Quantity, RefusesWhatIsNoNotation) {
    for (const auto* notation :
         {"", "count", "count ", "count x @0:1", "heap 3 @0:1", "count 60..40 @0:1",
          "count 3 sideways @0:1", "count 3 unit=mile @0:1", "count 3 unit=\"mile @0:1",
          "count 3 @1", "count inf @0:1", "count 3 si=3 @0:1"}) {
        EXPECT_FALSE(Quantity::parse(notation)) << notation;
    }
}

TEST(Quantity, NumbersAreShortAndPlain) {
    EXPECT_EQ(print(0.1), "0.1");
    EXPECT_EQ(print(1e12), "1000000000000");
    EXPECT_EQ(print(-2.5), "-2.5");
    EXPECT_EQ(print(0), "0");
}

}  // namespace
}  // namespace sitrep::values
