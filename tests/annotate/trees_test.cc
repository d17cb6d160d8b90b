#include "annotate/trees.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <chrono>
#include <limits>
#include <optional>
#include <random>

namespace sitrep::annotate {
namespace {

using Heads = std::vector<std::int32_t>;

bool is_tree(const Heads& heads) {
    if (std::count(heads.begin(), heads.end(), -1) != 1) return false;
    for (std::size_t word = 0; word < heads.size(); ++word) {
        auto at = static_cast<std::int32_t>(word);
        for (std::size_t steps = 0; at >= 0; ++steps) {
            if (steps > heads.size()) return false;
            at = heads[static_cast<std::size_t>(at)];
        }
    }
    return true;
}

double sum(const nn::OwnedMatrix& scores, const Heads& heads) {
    double total = 0;
    for (std::size_t i = 0; i < heads.size(); ++i) {
        total += scores.row(i)[static_cast<std::size_t>(heads[i] + 1)];
    }
    return total;
}

nn::OwnedMatrix random_scores(std::mt19937& random, std::size_t words, int steps) {
    std::uniform_int_distribution<int> draw(-steps, steps);
    nn::OwnedMatrix scores(words, words + 1);
    for (std::size_t i = 0; i < words; ++i) {
        for (float& score : scores.row(i)) score = static_cast<float>(draw(random)) / 8;
    }
    return scores;
}

double best_of_all(const nn::OwnedMatrix& scores) {
    const std::size_t words = scores.rows();
    double best = -std::numeric_limits<double>::infinity();
    Heads heads(words, -1);
    while (true) {
        if (is_tree(heads)) best = std::max(best, sum(scores, heads));
        std::size_t i = 0;
        while (i < words && ++heads[i] == static_cast<std::int32_t>(words)) heads[i++] = -1;
        if (i == words) return best;
    }
}

// A plain twin: Chu-Liu-Edmonds by recursion on copies, once for each word as the only root.
using Square = std::vector<std::vector<double>>;  // [dependent][head], node 0 the root

std::optional<std::vector<std::size_t>> cycle_in(const std::vector<std::size_t>& heads) {
    for (std::size_t start = 1; start < heads.size(); ++start) {
        std::vector<std::size_t> path;
        for (std::size_t at = start; at != 0; at = heads[at]) {
            const auto met = std::find(path.begin(), path.end(), at);
            if (met != path.end()) return std::vector<std::size_t>(met, path.end());
            path.push_back(at);
        }
    }
    return std::nullopt;
}

std::vector<std::size_t> edmonds(const Square& scores) {
    const std::size_t size = scores.size();
    std::vector<std::size_t> heads(size, 0);
    for (std::size_t i = 1; i < size; ++i) {
        for (std::size_t j = 0; j < size; ++j) {
            if (j != i && scores[i][j] > scores[i][heads[i]]) heads[i] = j;
        }
    }
    const auto cycle = cycle_in(heads);
    if (!cycle) return heads;
    const auto in_cycle = [&](std::size_t node) {
        return std::find(cycle->begin(), cycle->end(), node) != cycle->end();
    };
    std::vector<std::size_t> outside;
    for (std::size_t i = 0; i < size; ++i) {
        if (!in_cycle(i)) outside.push_back(i);
    }
    const std::size_t made = outside.size();
    constexpr double never = -1e12;
    Square small(made + 1, std::vector<double>(made + 1, never));
    std::vector<std::size_t> enter(made, 0);
    std::vector<std::size_t> leave(made, 0);
    for (std::size_t i = 0; i < made; ++i) {
        for (std::size_t j = 0; j < made; ++j) small[i][j] = scores[outside[i]][outside[j]];
        for (const std::size_t node : *cycle) {
            const double gain = scores[node][outside[i]] - scores[node][heads[node]];
            if (gain > small[made][i]) small[made][i] = gain, enter[i] = node;
            const double out = scores[outside[i]][node];
            if (out > small[i][made]) small[i][made] = out, leave[i] = node;
        }
    }
    const auto found = edmonds(small);
    auto result = heads;
    for (std::size_t i = 1; i < made; ++i) {
        result[outside[i]] = found[i] == made ? leave[i] : outside[found[i]];
    }
    result[enter[found[made]]] = outside[found[made]];
    return result;
}

double best_of_roots(const nn::OwnedMatrix& scores) {
    const std::size_t words = scores.rows();
    double best = -std::numeric_limits<double>::infinity();
    for (std::size_t root = 1; root <= words; ++root) {
        Square forced(words + 1, std::vector<double>(words + 1, -1e9));
        for (std::size_t i = 1; i <= words; ++i) {
            for (std::size_t j = 0; j <= words; ++j) {
                if ((j == 0) == (i == root)) forced[i][j] = scores.row(i - 1)[j];
            }
        }
        const auto found = edmonds(forced);
        Heads heads;
        for (std::size_t i = 1; i <= words; ++i) {
            heads.push_back(static_cast<std::int32_t>(found[i]) - 1);
        }
        if (is_tree(heads)) best = std::max(best, sum(scores, heads));
    }
    return best;
}

TEST(Trees, HangASingleWordOnTheRoot) {
    nn::OwnedMatrix one(1, 2);
    one.row(0)[0] = -5;
    one.row(0)[1] = 9;  // itself
    EXPECT_EQ(tree(one.view()), (Heads{-1}));
    EXPECT_TRUE(tree(nn::OwnedMatrix(0, 1).view()).empty());
}

TEST(Trees, AllowOneRootWhereTwoWouldScoreHigher) {
    nn::OwnedMatrix scores(2, 3);
    scores.row(0)[0] = 5;
    scores.row(0)[2] = 1;
    scores.row(1)[0] = 4;
    scores.row(1)[1] = 1;
    EXPECT_EQ(tree(scores.view()), (Heads{-1, 0}));
}

TEST(Trees, AreTheBestOfAllSmallOnes) {
    EXPECT_TRUE(rc::check("n <= 5", [] {
        std::mt19937 random(*rc::gen::arbitrary<std::uint32_t>());
        const auto words = *rc::gen::inRange<std::size_t>(1, 6);
        const auto scores = random_scores(random, words, *rc::gen::inRange(1, 60));
        const auto heads = tree(scores.view());
        RC_ASSERT(is_tree(heads));
        RC_ASSERT(sum(scores, heads) == best_of_all(scores));
    }));
}

TEST(Trees, AgreeWithAPlainTwin) {
    for (std::uint32_t seed = 0; seed < 12; ++seed) {
        std::mt19937 random(seed);
        const auto scores = random_scores(random, seed < 8 ? 23 : 60, seed % 2 == 0 ? 1000 : 4);
        const auto heads = tree(scores.view());
        ASSERT_TRUE(is_tree(heads));
        EXPECT_EQ(sum(scores, heads), best_of_roots(scores)) << seed;
    }
}

TEST(Trees, AreTreesWhateverTheScores) {
    constexpr float infinite = std::numeric_limits<float>::infinity();
    for (const float score : {0.0F, infinite, -infinite, std::numeric_limits<float>::quiet_NaN(),
                              std::numeric_limits<float>::max()}) {
        nn::OwnedMatrix scores(7, 8);
        for (std::size_t i = 0; i < 7; ++i) {
            for (float& each : scores.row(i)) each = score;
        }
        EXPECT_TRUE(is_tree(tree(scores.view()))) << score;
        scores.row(3)[1] = 1;
        scores.row(0)[4] = 1;
        EXPECT_TRUE(is_tree(tree(scores.view()))) << score;
    }
}

TEST(Trees, OfAThousandWordsComeAtOnce) {
    // Nested cycles: each word's best head is the next, the last one's the first, and so again at
    // each contraction.
    constexpr std::size_t words = 1024;
    std::mt19937 random(7);
    auto scores = random_scores(random, words, 8);
    for (std::size_t i = 0; i < words; ++i) {
        for (std::size_t j = 0; j < words; ++j) {
            const auto apart = static_cast<float>(i > j ? i - j : j - i);
            scores.row(i)[j + 1] -= apart;
        }
        scores.row(i)[0] = -5000;
    }
    const auto start = std::chrono::steady_clock::now();
    EXPECT_TRUE(is_tree(tree(scores.view())));
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    EXPECT_LT(took.count(), 20) << "seconds, with sanitizers";
}

}  // namespace
}  // namespace sitrep::annotate
