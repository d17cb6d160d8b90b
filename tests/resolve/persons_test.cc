#include "resolve/persons.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <string>

#include "cases.h"

namespace sitrep::resolve {
namespace {

struct Said {
    std::string name;
    std::string role;
    std::string country;
    PersonSaid view() const { return {name, role, country}; }
};

Said said(std::string text) {
    Said out;
    const auto comma = text.find(", ");
    out.name = text.substr(0, comma);
    if (comma == std::string::npos) return out;
    text = text.substr(comma + 2);
    const auto second = text.find(", ");
    out.role = text.substr(0, second);
    if (second != std::string::npos) out.country = text.substr(second + 2);
    return out;
}

std::string judged(const std::string& both) {
    const auto bar = both.find(" | ");
    const Said one = said(both.substr(0, bar));
    const Said other = said(both.substr(bar + 3));
    const auto decision = same_person(one.view(), other.view());
    EXPECT_EQ(decision, same_person(other.view(), one.view())) << both;
    const std::string choice = !decision.choice ? "unknown" : *decision.choice ? "same" : "other";
    return choice + " " + decision.reason.rule;
}

TEST(SamePerson, Cases) {
    tests::run_cases("tests/resolve/persons.cases",
                     [](const std::string& input, const auto&) { return judged(input); });
}

TEST(SamePerson,
     IsAlikeBothWays) {  // two names of one length whose words pair in more than one way
    EXPECT_EQ(judged("lalla rallal | rallal lall").substr(0, 4),
              judged("rallal lall | lalla rallal").substr(0, 4));
    EXPECT_TRUE(rc::check("alike both ways", [](const std::string& one, const std::string& other) {
        RC_ASSERT(same_person({one}, {other}) == same_person({other}, {one}));
    }));
}

TEST(SpellingDistance, IsSymmetricAndNothingToItself) {
    EXPECT_TRUE(rc::check("symmetric", [](const std::string& one, const std::string& other) {
        RC_ASSERT(spelling_distance(one, other) == spelling_distance(other, one));
        RC_ASSERT(spelling_distance(one, one) == 0.0);
    }));
}

}  // namespace
}  // namespace sitrep::resolve
