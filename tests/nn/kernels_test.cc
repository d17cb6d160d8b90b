// The fast paths against their plain twin, and each other, on numbers of the sizes that the
// annotator meets.
#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include "nn/avx2.h"
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

// The loops of a fast path.
struct Loops {
    decltype(&vnni::attention_bytes) attention_bytes;
    decltype(&vnni::attention) attention;
    decltype(&vnni::add_and_normalise) add_and_normalise;
    decltype(&vnni::dots) dots;
};

Loops loops(Path path) {
    if (path == Path::Vnni) {
        return {vnni::attention_bytes, vnni::attention, vnni::add_and_normalise, vnni::dots};
    }
    return {avx2::attention_bytes, avx2::attention, avx2::add_and_normalise, avx2::dots};
}

OwnedMatrix attended(const Loops& by, const OwnedMatrix& qkv) {
    const std::size_t length = qkv.rows();
    OwnedMatrix out(length, 32);
    void* work = std::aligned_alloc(64, (by.attention_bytes(length) + 63) / 64 * 64);
    const float* q = qkv.view().data();
    by.attention(q, q + 32, q + 64, length, 96, work, out.view().data(), 32);
    std::free(work);
    return out;
}

class Fast : public testing::TestWithParam<Path> {
protected:
    void SetUp() override {
        if (fastest_path() < GetParam()) {
            GTEST_SKIP() << "this processor has no " << name(GetParam());
        }
        plain::one_thread();
    }
    Loops fast() const { return loops(GetParam()); }
};

INSTANTIATE_TEST_SUITE_P(Paths, Fast, testing::Values(Path::Avx2, Path::Vnni),
                         [](const auto& of) { return of.param == Path::Avx2 ? "Avx2" : "Vnni"; });

TEST_P(Fast, ProductsMatchThePlainTwin) {
    for (const auto& [rows, outputs, depth] :
         {std::array<std::size_t, 3>{1, 16, 384}, {7, 384, 384}, {11, 100, 97}, {200, 1152, 384}}) {
        for (const After after : {After::Nothing, After::Gelu}) {
            const OwnedMatrix x = random(rows, depth, 1);
            const OwnedMatrix w = random(outputs, depth, 2);
            const OwnedMatrix b = random(1, outputs, 3);
            ByteRows scratch;
            OwnedMatrix fast(rows, outputs);
            OwnedMatrix twin(rows, outputs);
            Linear::of_floats(numbers(w), numbers(b), outputs, depth, GetParam())(
                x.view(), fast.view(), after, scratch);
            Linear::of_floats(numbers(w), numbers(b), outputs, depth, Path::Plain)(
                x.view(), twin.view(), after, scratch);
            EXPECT_LT(off(fast, twin), 0.02F) << rows << " " << outputs << " " << depth;
        }
    }
}

// Bytes times bytes is exact: only the last rounding may differ.
TEST_P(Fast, WholeNumbersComeOutExactly) {
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
    Linear::of_bytes(w, ones, {}, 20, depth, GetParam())(x.view(), y.view(), After::Nothing,
                                                         scratch);
    for (std::size_t i = 0; i < 5; ++i) {
        for (std::size_t j = 0; j < 20; ++j) {
            double sum = 0;
            for (std::size_t k = 0; k < depth; ++k) sum += double{x.row(i)[k]} * w[j * depth + k];
            EXPECT_NEAR(y.row(i)[j], sum, std::fabs(sum) * 1e-6 + 0.5) << i << " " << j;
        }
    }
}

TEST_P(Fast, AttentionMatchesThePlainTwin) {
    for (const std::size_t length : {1, 2, 63, 64, 65, 200, 512}) {
        const OwnedMatrix qkv = random(length, 96, 5);
        OwnedMatrix twin(length, 32);
        std::vector<float> memory(length * length);
        const float* q = qkv.view().data();
        plain::attention(q, q + 32, q + 64, length, 96, 32, memory.data(), twin.view().data(), 32);
        EXPECT_LT(off(attended(fast(), qkv), twin), 0.05F) << length;
    }
}

TEST_P(Fast, NormalisesAsThePlainTwin) {
    for (const std::size_t width : {5, 32, 384}) {
        OwnedMatrix ours = random(3, width, 6);
        OwnedMatrix twin = ours;
        const OwnedMatrix by = random(3, width, 7);
        for (std::size_t i = 0; i < 3; ++i) {
            fast().add_and_normalise(ours.row(i).data(), by.row(0).data(), by.row(1).data(),
                                     by.row(2).data(), 1e-12F, width);
            plain::add_and_normalise(twin.row(i).data(), by.row(0).data(), by.row(1).data(),
                                     by.row(2).data(), 1e-12F, width);
        }
        EXPECT_LT(off(ours, twin), 1e-5F);
    }
}

TEST_P(Fast, DotsAsThePlainTwin) {
    const OwnedMatrix a = random(1, 97, 8);
    const OwnedMatrix b = random(11, 100, 9);
    for (const std::size_t rows : {1, 3, 4, 11}) {
        std::vector<float> ours(12, 7);
        std::vector<float> twin(12, 7);
        fast().dots(a.row(0).data(), b.view().data(), 100, rows, 97, ours.data());
        plain::dots(a.row(0).data(), b.view().data(), 100, rows, 97, twin.data());
        for (std::size_t j = 0; j < 12; ++j) EXPECT_NEAR(ours[j], twin[j], 1e-4) << j;
        EXPECT_EQ(ours[rows], 7) << "written past the end";
    }
}

// A brief's bytes must not hang on the processor.
TEST(Fast, BothPathsGiveTheSameBits) {
    if (fastest_path() != Path::Vnni) GTEST_SKIP() << "this processor has no AVX-512 VNNI";
    const Loops ours = loops(Path::Avx2);
    const Loops theirs = loops(Path::Vnni);
    for (const std::size_t length : {1, 17, 64, 200}) {
        const OwnedMatrix qkv = random(length, 96, 5);
        EXPECT_EQ(numbers(attended(ours, qkv)), numbers(attended(theirs, qkv))) << length;
    }
    for (const std::size_t depth : {5, 97, 384}) {
        const OwnedMatrix x = random(7, depth, 1);
        const OwnedMatrix w = random(70, depth, 2);
        const OwnedMatrix b = random(1, 70, 3);
        OwnedMatrix found[2] = {OwnedMatrix(7, 70), OwnedMatrix(7, 70)};
        std::vector<float> sums[2] = {std::vector<float>(70), std::vector<float>(70)};
        OwnedMatrix normal[2] = {random(1, depth, 6), random(1, depth, 6)};
        for (const bool second : {false, true}) {
            ByteRows scratch;
            const Path path = second ? Path::Vnni : Path::Avx2;
            Linear::of_floats(numbers(w), numbers(b), 70, depth, path)(
                x.view(), found[second].view(), After::Gelu, scratch);
            loops(path).dots(x.row(0).data(), w.view().data(), w.view().stride(), 70, depth,
                             sums[second].data());
            loops(path).add_and_normalise(normal[second].row(0).data(), x.row(0).data(),
                                          x.row(1).data(), x.row(2).data(), 1e-12F, depth);
        }
        EXPECT_EQ(numbers(found[0]), numbers(found[1])) << depth;
        EXPECT_EQ(sums[0], sums[1]) << depth;
        EXPECT_EQ(numbers(normal[0]), numbers(normal[1])) << depth;
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
