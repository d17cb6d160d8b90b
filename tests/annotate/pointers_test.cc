#include "annotate/pointers.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <cmath>
#include <vector>

namespace sitrep::annotate {
namespace {

using Words = Pointed::Words;

TEST(Pointers, TakeTheBestSpanThatDoesNotRunBackwards) {
    const std::vector<float> begin{0, 1, 5, 0};
    const std::vector<float> end{4, 3, 0, 0};
    // 2 would be the best begin and 0 the best end, but 1-1 is the best span that runs forwards
    // with 2-2, 5 against 4.
    EXPECT_EQ(pointed(begin, end).words, (Words{2, 2}));
    EXPECT_EQ(pointed(std::vector<float>{0, 1, 2, 0}, end).words, (Words{0, 0}));
}

TEST(Pointers, PointNowhereWhereThatScoresAsHigh) {
    EXPECT_EQ(pointed(std::vector<float>{1, 0, 1}, std::vector<float>{0, 1, 1}).words,
              std::nullopt);
    EXPECT_EQ(pointed(std::vector<float>{1, 0, 0.9F}, std::vector<float>{0, 1, 1}).words,
              (Words{0, 1}));
}

TEST(Pointers, StayFiniteAtTheEndsOfTheScale) {
    const Pointed none = pointed(std::vector<float>{-1000, 1000}, std::vector<float>{-1000, 1000});
    EXPECT_EQ(none.words, std::nullopt);
    EXPECT_FLOAT_EQ(none.score, 1);
    const Pointed some = pointed(std::vector<float>{1000, -1000}, std::vector<float>{1000, -1000});
    EXPECT_EQ(some.words, (Words{0, 0}));
    EXPECT_FLOAT_EQ(some.score, 1);
    const float nan = std::nanf("");
    EXPECT_EQ(pointed(std::vector<float>{nan, nan}, std::vector<float>{nan, nan}).score, 0);
}

TEST(Pointers, AgreeWithTryingAllSpans) {
    EXPECT_TRUE(rc::check("choice and probability", [] {
        const auto words = *rc::gen::inRange<std::size_t>(1, 12);
        const auto scores = [&] {
            std::vector<float> made;
            for (const int each :
                 *rc::gen::container<std::vector<int>>(words + 1, rc::gen::inRange(-40, 41))) {
                made.push_back(static_cast<float>(each) / 8);
            }
            return made;
        };
        const auto begin = scores();
        const auto end = scores();
        float best = begin[words] + end[words];
        const float none = best;
        double all = std::exp(none);
        for (std::size_t i = 0; i < words; ++i) {
            for (std::size_t j = i; j < words; ++j) {
                best = std::max(best, begin[i] + end[j]);
                all += std::exp(begin[i] + end[j]);
            }
        }
        const Pointed found = pointed(begin, end);
        if (found.words) {
            RC_ASSERT(found.words->first <= found.words->last);
            RC_ASSERT(begin[found.words->first] + end[found.words->last] == best);
        } else {
            RC_ASSERT(best == none);
        }
        RC_ASSERT(std::abs(found.score - std::exp(best) / all) < 1e-5);
    }));
}

}  // namespace
}  // namespace sitrep::annotate
