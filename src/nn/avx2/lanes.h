// lanes: sixteen numbers in two AVX2 registers, and the operations that AVX-512 has for one.
//
// For bytes_avx2.cc alone, which is compiled for AVX2: everything has internal linkage.
#pragma once

#include <immintrin.h>

#include <cstddef>
#include <cstdint>

namespace sitrep::nn::avx2 {
namespace {

constexpr std::size_t lanes = 16;
constexpr std::size_t half_lanes = 8;
// The first count of eight lanes.
inline __m256i mask_of(std::size_t count) {
    alignas(32) static constexpr std::int32_t edge[16] = {-1, -1, -1, -1, -1, -1, -1, -1};
    const std::size_t first = half_lanes - (count < half_lanes ? count : half_lanes);
    return _mm256_loadu_si256(reinterpret_cast<const __m256i*>(edge + first));
}

// Sixteen lanes.
struct Floats {
    __m256 low;
    __m256 high;
};
struct Wholes {
    __m256i low;
    __m256i high;
};

inline Floats all(float x) { return {_mm256_set1_ps(x), _mm256_set1_ps(x)}; }
inline Floats load(const float* from) {
    return {_mm256_loadu_ps(from), _mm256_loadu_ps(from + half_lanes)};
}
// The first count numbers, then zeros.
inline Floats load(const float* from, std::size_t count) {
    if (count >= lanes) return load(from);
    const std::size_t high = count > half_lanes ? count - half_lanes : 0;
    return {_mm256_maskload_ps(from, mask_of(count)),
            _mm256_maskload_ps(from + (high != 0 ? half_lanes : 0), mask_of(high))};
}
inline void store(float* to, Floats x) {
    _mm256_storeu_ps(to, x.low);
    _mm256_storeu_ps(to + half_lanes, x.high);
}
inline void store(float* to, Floats x, std::size_t count) {
    if (count >= lanes) {
        store(to, x);
        return;
    }
    const std::size_t high = count > half_lanes ? count - half_lanes : 0;
    _mm256_maskstore_ps(to, mask_of(count), x.low);
    _mm256_maskstore_ps(to + (high != 0 ? half_lanes : 0), mask_of(high), x.high);
}
// x where there are numbers, `other` behind them.
inline Floats first_of(Floats x, std::size_t count, Floats other) {
    const __m256 low = _mm256_castsi256_ps(mask_of(count));
    const __m256 high = _mm256_castsi256_ps(mask_of(count > half_lanes ? count - half_lanes : 0));
    return {_mm256_blendv_ps(other.low, x.low, low), _mm256_blendv_ps(other.high, x.high, high)};
}
inline Floats operator+(Floats a, Floats b) {
    return {_mm256_add_ps(a.low, b.low), _mm256_add_ps(a.high, b.high)};
}
inline Floats operator-(Floats a, Floats b) {
    return {_mm256_sub_ps(a.low, b.low), _mm256_sub_ps(a.high, b.high)};
}
inline Floats operator*(Floats a, Floats b) {
    return {_mm256_mul_ps(a.low, b.low), _mm256_mul_ps(a.high, b.high)};
}
inline Floats operator/(Floats a, Floats b) {
    return {_mm256_div_ps(a.low, b.low), _mm256_div_ps(a.high, b.high)};
}
inline Floats least(Floats a, Floats b) {
    return {_mm256_min_ps(a.low, b.low), _mm256_min_ps(a.high, b.high)};
}
inline Floats most(Floats a, Floats b) {
    return {_mm256_max_ps(a.low, b.low), _mm256_max_ps(a.high, b.high)};
}
// a * b + c, a * b - c, c - a * b, each rounded once.
inline Floats fma(Floats a, Floats b, Floats c) {
    return {_mm256_fmadd_ps(a.low, b.low, c.low), _mm256_fmadd_ps(a.high, b.high, c.high)};
}
inline Floats fms(Floats a, Floats b, Floats c) {
    return {_mm256_fmsub_ps(a.low, b.low, c.low), _mm256_fmsub_ps(a.high, b.high, c.high)};
}
inline Floats fnma(Floats a, Floats b, Floats c) {
    return {_mm256_fnmadd_ps(a.low, b.low, c.low), _mm256_fnmadd_ps(a.high, b.high, c.high)};
}
inline Floats magnitude(Floats x) {
    const __m256 sign = _mm256_set1_ps(-0.0F);
    return {_mm256_andnot_ps(sign, x.low), _mm256_andnot_ps(sign, x.high)};
}
inline Wholes rounded(Floats x) { return {_mm256_cvtps_epi32(x.low), _mm256_cvtps_epi32(x.high)}; }
inline Floats floats(Wholes x) { return {_mm256_cvtepi32_ps(x.low), _mm256_cvtepi32_ps(x.high)}; }
// Sixteen numbers of 0..65535 in 16 bits each, in order.
inline __m256i narrowed(Wholes x) {
    return _mm256_permute4x64_epi64(_mm256_packus_epi32(x.low, x.high), 0b11011000);
}

// Four numbers that add up to all sixteen.
inline __m128 quarter(Floats x) {
    const __m256 half = _mm256_add_ps(x.low, x.high);
    return _mm_add_ps(_mm256_castps256_ps128(half), _mm256_extractf128_ps(half, 1));
}
inline float sum_of(Floats x) {
    const __m128 four = quarter(x);
    const __m128 two = _mm_add_ps(four, _mm_movehl_ps(four, four));
    return _mm_cvtss_f32(_mm_add_ss(two, _mm_movehdup_ps(two)));
}
inline float most_of(Floats x) {
    const __m256 half = _mm256_max_ps(x.low, x.high);
    const __m128 four = _mm_max_ps(_mm256_castps256_ps128(half), _mm256_extractf128_ps(half, 1));
    const __m128 two = _mm_max_ps(four, _mm_movehl_ps(four, four));
    return _mm_cvtss_f32(_mm_max_ss(two, _mm_movehdup_ps(two)));
}
inline float least_of(Floats x) { return -most_of(all(0) - x); }
inline int sum_of(Wholes x) {
    const __m256i eight = _mm256_add_epi32(x.low, x.high);
    const __m128i four =
        _mm_add_epi32(_mm256_castsi256_si128(eight), _mm256_extracti128_si256(eight, 1));
    const __m128i two = _mm_add_epi32(four, _mm_shuffle_epi32(four, 0b01001110));
    return _mm_cvtsi128_si32(_mm_add_epi32(two, _mm_shuffle_epi32(two, 0b10110001)));
}

}  // namespace
}  // namespace sitrep::nn::avx2
