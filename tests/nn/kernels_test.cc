// The fast path against its plain twin, on numbers of the sizes that the annotator meets.
#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include "nn/linear.h"
#include "nn/plain.h"
#include "nn/vnni.h"

namespace sitrep::nn {
namespace {

OwnedMatrix random(std::size_t rows, std::size_t columns, unsigned seed) {
    std::mt19937 generator(seed);
    std::normal_distribution<float> normal(0.1F, 1.0F);
    OwnedMatrix made(rows, columns);
    for (std::size_t i = 0; i < rows; ++i) {
        for (float& value : made.row(i)) value = normal(generator);
    }
    return made;
}

std::vector<float> numbers(const OwnedMatrix& matrix) {
    std::vector<float> all;
    for (std::size_t i = 0; i < matrix.rows(); ++i) {
        all.insert(all.end(), matrix.row(i).begin(), matrix.row(i).end());
    }
    return all;
}

// The largest difference as a share of the largest number.
float off(const OwnedMatrix& ours, const OwnedMatrix& twin) {
    float most = 0;
    float top = 1e-9F;
    for (std::size_t i = 0; i < twin.rows(); ++i) {
        for (std::size_t j = 0; j < twin.columns(); ++j) {
            most = std::max(most, std::fabs(ours.row(i)[j] - twin.row(i)[j]));
            top = std::max(top, std::fabs(twin.row(i)[j]));
        }
    }
    return most / top;
}

class Vnni : public testing::Test {
protected:
    void SetUp() override {
        if (fastest_path() != Path::Vnni) GTEST_SKIP() << "this processor has no AVX-512 VNNI";
        plain::one_thread();
    }
};

TEST_F(Vnni, ProductsMatchThePlainTwin) {
    for (const auto& [rows, outputs, depth] :
         {std::array<std::size_t, 3>{1, 16, 384}, {7, 384, 384}, {11, 100, 97}, {200, 1152, 384}}) {
        for (const After after : {After::Nothing, After::Gelu}) {
            const OwnedMatrix x = random(rows, depth, 1);
            const OwnedMatrix w = random(outputs, depth, 2);
            const OwnedMatrix b = random(1, outputs, 3);
            ByteRows scratch;
            OwnedMatrix fast(rows, outputs);
            OwnedMatrix twin(rows, outputs);
            Linear::of_floats(numbers(w), numbers(b), outputs, depth, Path::Vnni)(
                x.view(), fast.view(), after, scratch);
            Linear::of_floats(numbers(w), numbers(b), outputs, depth, Path::Plain)(
                x.view(), twin.view(), after, scratch);
            EXPECT_LT(off(fast, twin), 0.02F) << rows << " " << outputs << " " << depth;
        }
    }
}

// Bytes times bytes is exact: only the last rounding may differ.
TEST_F(Vnni, WholeNumbersComeOutExactly) {
    const std::size_t depth = 384;
    OwnedMatrix x(5, depth);
    std::vector<std::int8_t> w(20 * depth);
    std::mt19937 generator(4);
    for (std::size_t i = 0; i < 5; ++i) {
        for (float& value : x.row(i)) value = static_cast<float>(generator() % 256);
        x.row(i)[0] = 0;
        x.row(i)[1] = 255;
    }
    for (auto& value : w)
        value = static_cast<std::int8_t>(static_cast<int>(generator() % 255) - 127);
    const std::vector<float> ones(20, 1.0F);
    ByteRows scratch;
    OwnedMatrix y(5, 20);
    Linear::of_bytes(w, ones, {}, 20, depth, Path::Vnni)(x.view(), y.view(), After::Nothing,
                                                         scratch);
    for (std::size_t i = 0; i < 5; ++i) {
        for (std::size_t j = 0; j < 20; ++j) {
            double sum = 0;
            for (std::size_t k = 0; k < depth; ++k) sum += double{x.row(i)[k]} * w[j * depth + k];
            EXPECT_NEAR(y.row(i)[j], sum, std::fabs(sum) * 1e-6 + 0.5) << i << " " << j;
        }
    }
}

TEST_F(Vnni, AttentionMatchesThePlainTwin) {
    for (const std::size_t length : {1, 2, 63, 64, 65, 200, 512}) {
        const OwnedMatrix qkv = random(length, 96, 5);
        OwnedMatrix fast(length, 32);
        OwnedMatrix twin(length, 32);
        std::vector<float> memory(length * length);
        void* work = std::aligned_alloc(64, (vnni::attention_bytes(length) + 63) / 64 * 64);
        const float* q = qkv.view().data();
        vnni::attention(q, q + 32, q + 64, length, 96, work, fast.view().data(), 32);
        plain::attention(q, q + 32, q + 64, length, 96, 32, memory.data(), twin.view().data(), 32);
        EXPECT_LT(off(fast, twin), 0.05F) << length;
        std::free(work);
    }
}

TEST_F(Vnni, NormalisesAsThePlainTwin) {
    for (const std::size_t width : {5, 32, 384}) {
        OwnedMatrix fast = random(3, width, 6);
        OwnedMatrix twin = fast;
        const OwnedMatrix by = random(3, width, 7);
        for (std::size_t i = 0; i < 3; ++i) {
            vnni::add_and_normalise(fast.row(i).data(), by.row(0).data(), by.row(1).data(),
                                    by.row(2).data(), 1e-12F, width);
            plain::add_and_normalise(twin.row(i).data(), by.row(0).data(), by.row(1).data(),
                                     by.row(2).data(), 1e-12F, width);
        }
        EXPECT_LT(off(fast, twin), 1e-5F);
    }
}

TEST_F(Vnni, DotsAsThePlainTwin) {
    const OwnedMatrix a = random(1, 97, 8);
    const OwnedMatrix b = random(11, 100, 9);
    for (const std::size_t rows : {1, 3, 4, 11}) {
        std::vector<float> fast(12, 7);
        std::vector<float> twin(12, 7);
        vnni::dots(a.row(0).data(), b.view().data(), 100, rows, 97, fast.data());
        plain::dots(a.row(0).data(), b.view().data(), 100, rows, 97, twin.data());
        for (std::size_t j = 0; j < 12; ++j) EXPECT_NEAR(fast[j], twin[j], 1e-4) << j;
    }
}

TEST(Plain, GeluIsTheErfForm) {
    std::vector<float> x = {-3, -1, 0, 0.5F, 2};
    plain::gelu(x.data(), x.size());
    EXPECT_NEAR(x[0], -0.00404951, 1e-6);
    EXPECT_NEAR(x[1], -0.15865525, 1e-6);
    EXPECT_EQ(x[2], 0);
    EXPECT_NEAR(x[3], 0.34573123, 1e-6);
    EXPECT_NEAR(x[4], 1.95449974, 1e-6);
}

}  // namespace
}  // namespace sitrep::nn
