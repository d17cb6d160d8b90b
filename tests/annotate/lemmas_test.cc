#include "annotate/lemmas.h"

#include <gtest/gtest.h>

#include "cases.h"

namespace sitrep::annotate {
namespace {

TEST(Lemmas, FollowTheirCases) {
    tests::run_cases("tests/annotate/lemmas.cases", [](const std::string& input, const auto&) {
        const auto tab = input.find('\t');
        return lemma(input.substr(0, tab), input.substr(tab + 1));
    });
}

}  // namespace
}  // namespace sitrep::annotate
