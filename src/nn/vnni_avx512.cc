#include "nn/vnni.h"

#if defined(__x86_64__)

#include <immintrin.h>

namespace sitrep::nn::vnni {
namespace {

constexpr std::size_t lanes = 16;
constexpr int tile_rows = 6;  // 24 sums, 4 of the weights and one of x: 29 of the 32 registers
constexpr int tile_vectors = 4;
constexpr float bytes_top = 255;
constexpr float nothing = -1e30F;  // the score of a key that is not there

inline __mmask16 mask_of(std::size_t count) {
    return count >= lanes ? __mmask16(0xFFFF) : __mmask16((1U << count) - 1U);
}
inline std::size_t rounded_up(std::size_t count, std::size_t step) {
    return (count + step - 1) / step * step;
}
inline int four_bytes(const std::uint8_t* from) {
    int word;
    __builtin_memcpy(&word, from, sizeof word);
    return word;
}

// gelu(x) = x Phi(x); Phi(x) - 1/2 as x P((x / 4.2)^2) on |x| <= 4.2, fitted by us: |error| <=
// 3e-4 for |x| <= 4, 5e-4 up to 8, far below the step of the bytes that it becomes.
inline __m512 gelu(__m512 x) {
    constexpr float edge = 4.2F;
    const __m512 c = _mm512_max_ps(_mm512_min_ps(x, _mm512_set1_ps(edge)), _mm512_set1_ps(-edge));
    const __m512 u = _mm512_mul_ps(_mm512_mul_ps(c, c), _mm512_set1_ps(1 / (edge * edge)));
    __m512 p = _mm512_set1_ps(0.5142925978F);
    p = _mm512_fmadd_ps(p, u, _mm512_set1_ps(-2.214096308F));
    p = _mm512_fmadd_ps(p, u, _mm512_set1_ps(4.042647839F));
    p = _mm512_fmadd_ps(p, u, _mm512_set1_ps(-4.127900600F));
    p = _mm512_fmadd_ps(p, u, _mm512_set1_ps(2.633528233F));
    p = _mm512_fmadd_ps(p, u, _mm512_set1_ps(-1.126782417F));
    p = _mm512_fmadd_ps(p, u, _mm512_set1_ps(0.3973723650F));
    return _mm512_mul_ps(x, _mm512_fmadd_ps(c, p, _mm512_set1_ps(0.5F)));
}

// 255 * 2^x for x <= 0, to be rounded to a byte: relative error 2e-4.
inline __m512 byte_exp2(__m512 x) {
    const __m512 whole = _mm512_roundscale_ps(x, _MM_FROUND_TO_NEAREST_INT | _MM_FROUND_NO_EXC);
    const __m512 rest = _mm512_sub_ps(x, whole);
    __m512 p = _mm512_set1_ps(bytes_top * 0.05587553031F);
    p = _mm512_fmadd_ps(p, rest, _mm512_set1_ps(bytes_top * 0.2422948331F));
    p = _mm512_fmadd_ps(p, rest, _mm512_set1_ps(bytes_top * 0.6931272745F));
    p = _mm512_fmadd_ps(p, rest, _mm512_set1_ps(bytes_top * 0.9999482036F));
    return _mm512_scalef_ps(p, whole);
}

// Four numbers that add up to all sixteen.
inline __m128 quarter(__m512 x) {
    const __m256 half = _mm256_add_ps(_mm512_castps512_ps256(x), _mm512_extractf32x8_ps(x, 1));
    return _mm_add_ps(_mm256_castps256_ps128(half), _mm256_extractf128_ps(half, 1));
}

struct Tile {
    __m512i sums[tile_rows][tile_vectors];
};

// sum += a * w, four bytes at a time. GCC 12 moves the sums of its own intrinsic through memory.
inline __attribute__((always_inline)) void add_product(__m512i& sum, __m512i a, __m512i w) {
    asm("vpdpbusd %2, %1, %0" : "+v"(sum) : "v"(a), "v"(w));
}

// The sums of Count rows of x against one panel of 64 columns. The sums are named one by one, so
// that they stay in registers.
template <int Count>
inline __attribute__((always_inline)) void multiply(const std::uint8_t* x, std::size_t stride,
                                                    const std::int8_t* panel, std::size_t depth,
                                                    Tile& tile) {
    const __m512i zero = _mm512_setzero_si512();
    __m512i a0 = zero, a1 = zero, a2 = zero, a3 = zero, b0 = zero, b1 = zero, b2 = zero, b3 = zero;
    __m512i c0 = zero, c1 = zero, c2 = zero, c3 = zero, d0 = zero, d1 = zero, d2 = zero, d3 = zero;
    __m512i e0 = zero, e1 = zero, e2 = zero, e3 = zero, f0 = zero, f1 = zero, f2 = zero, f3 = zero;
    const auto row = [&](std::size_t i, std::size_t k, const __m512i& w0, const __m512i& w1,
                         const __m512i& w2, const __m512i& w3, __m512i& s0, __m512i& s1,
                         __m512i& s2, __m512i& s3) __attribute__((always_inline)) {
        const __m512i four = _mm512_set1_epi32(four_bytes(x + i * stride + k));
        add_product(s0, four, w0);
        add_product(s1, four, w1);
        add_product(s2, four, w2);
        add_product(s3, four, w3);
    };
    for (std::size_t k = 0; k < depth; k += depth_step) {
        const std::int8_t* at = panel + k * panel_columns;
        const __m512i w0 = _mm512_loadu_si512(at);
        const __m512i w1 = _mm512_loadu_si512(at + 64);
        const __m512i w2 = _mm512_loadu_si512(at + 128);
        const __m512i w3 = _mm512_loadu_si512(at + 192);
        row(0, k, w0, w1, w2, w3, a0, a1, a2, a3);
        if constexpr (Count > 1) row(1, k, w0, w1, w2, w3, b0, b1, b2, b3);
        if constexpr (Count > 2) row(2, k, w0, w1, w2, w3, c0, c1, c2, c3);
        if constexpr (Count > 3) row(3, k, w0, w1, w2, w3, d0, d1, d2, d3);
        if constexpr (Count > 4) row(4, k, w0, w1, w2, w3, e0, e1, e2, e3);
        if constexpr (Count > 5) row(5, k, w0, w1, w2, w3, f0, f1, f2, f3);
    }
    const __m512i all[tile_rows][tile_vectors] = {{a0, a1, a2, a3}, {b0, b1, b2, b3},
                                                  {c0, c1, c2, c3}, {d0, d1, d2, d3},
                                                  {e0, e1, e2, e3}, {f0, f1, f2, f3}};
#pragma GCC unroll 6
    for (int i = 0; i < Count; ++i) {
#pragma GCC unroll 4
        for (int v = 0; v < tile_vectors; ++v) tile.sums[i][v] = all[i][v];
    }
}

// w_scale * (sum - zero * row sum of w): what is left is the scale of the row of x.
inline __m512 weighted(__m512i sum, float zero, __m512 w_scale, __m512 w_scaled_sum) {
    const __m512 whole = _mm512_mul_ps(_mm512_cvtepi32_ps(sum), w_scale);
    return _mm512_fnmadd_ps(_mm512_set1_ps(zero), w_scaled_sum, whole);
}

template <int Count, After After_>
void tile_of(const Rows& x, std::size_t row, const Packed& w, std::size_t column, float* y,
             std::size_t y_stride) {
    Tile tile;
    multiply<Count>(x.numbers + row * x.stride, x.stride, w.numbers + column * w.depth, w.depth,
                    tile);
#pragma GCC unroll 4
    for (int v = 0; v < tile_vectors; ++v) {
        const std::size_t at = column + std::size_t(v) * lanes;
        if (at >= w.outputs) break;
        const __mmask16 mask = mask_of(w.outputs - at);
        const __m512 scale = _mm512_loadu_ps(w.scale + at);
        const __m512 sum = _mm512_loadu_ps(w.scaled_sum + at);
        const __m512 bias = _mm512_loadu_ps(w.bias + at);
#pragma GCC unroll 6
        for (int i = 0; i < Count; ++i) {
            const std::size_t r = row + std::size_t(i);
            __m512 value = _mm512_fmadd_ps(weighted(tile.sums[i][v], x.zero[r], scale, sum),
                                           _mm512_set1_ps(x.scale[r]), bias);
            if constexpr (After_ == After::Gelu) value = gelu(value);
            _mm512_mask_storeu_ps(y + r * y_stride + at, mask, value);
        }
    }
}

template <After After_>
void matmul_after(const Rows& x, const Packed& w, float* y, std::size_t y_stride) {
    for (std::size_t column = 0; column < w.outputs; column += panel_columns) {
        std::size_t row = 0;
        for (; row + tile_rows <= x.count; row += tile_rows) {
            tile_of<tile_rows, After_>(x, row, w, column, y, y_stride);
        }
        switch (x.count - row) {
            case 5:
                tile_of<5, After_>(x, row, w, column, y, y_stride);
                break;
            case 4:
                tile_of<4, After_>(x, row, w, column, y, y_stride);
                break;
            case 3:
                tile_of<3, After_>(x, row, w, column, y, y_stride);
                break;
            case 2:
                tile_of<2, After_>(x, row, w, column, y, y_stride);
                break;
            case 1:
                tile_of<1, After_>(x, row, w, column, y, y_stride);
                break;
            default:
                break;
        }
    }
}

// The memory of one head's attention.
struct Attention {
    std::size_t length;
    std::size_t keys;     // length in whole panels
    std::int8_t* k;       // [panel][8][64][4]
    std::int8_t* v;       // [keys / 4][32][4]
    std::uint8_t* q;      // [rows in whole tiles][32]
    std::uint8_t* p;      // [tile_rows][keys]
    float* k_scale;       // [keys]
    float* k_scaled_sum;  // [keys]
    float* q_scale;       // [rows]
    float* q_zero;        // [rows]
    float* scores;        // [tile_rows][keys]
    float v_scale[head_width];
};

std::size_t rows_of(std::size_t length) { return rounded_up(length, tile_rows); }
std::size_t keys_of(std::size_t length) { return rounded_up(length, panel_columns); }

Attention laid_out(std::size_t length, void* memory) {
    Attention a;
    a.length = length;
    a.keys = keys_of(length);
    auto* at = static_cast<std::uint8_t*>(memory);
    const auto take = [&](std::size_t bytes) {
        std::uint8_t* here = at;
        at += rounded_up(bytes, 64);
        return here;
    };
    a.k = reinterpret_cast<std::int8_t*>(take(a.keys * head_width));
    a.v = reinterpret_cast<std::int8_t*>(take(a.keys * head_width));
    a.q = take(rows_of(length) * head_width);
    a.p = take(tile_rows * a.keys);
    a.k_scale = reinterpret_cast<float*>(take(a.keys * sizeof(float)));
    a.k_scaled_sum = reinterpret_cast<float*>(take(a.keys * sizeof(float)));
    a.q_scale = reinterpret_cast<float*>(take(rows_of(length) * sizeof(float)));
    a.q_zero = reinterpret_cast<float*>(take(rows_of(length) * sizeof(float)));
    a.scores = reinterpret_cast<float*>(take(tile_rows * a.keys * sizeof(float)));
    return a;
}

// A row of 32 numbers as signed bytes, symmetric.
inline void pack_keys(const float* k, std::size_t stride, Attention& a) {
    for (std::size_t j = 0; j < a.length; ++j) {
        const __m512 low = _mm512_loadu_ps(k + j * stride);
        const __m512 high = _mm512_loadu_ps(k + j * stride + lanes);
        const float top =
            _mm512_reduce_max_ps(_mm512_max_ps(_mm512_abs_ps(low), _mm512_abs_ps(high)));
        const float scale = top > 0 ? top / 127 : 1;
        const __m512 factor = _mm512_set1_ps(1 / scale);
        const __m512i a0 = _mm512_cvtps_epi32(_mm512_mul_ps(low, factor));
        const __m512i a1 = _mm512_cvtps_epi32(_mm512_mul_ps(high, factor));
        alignas(32) int words[8];
        _mm_store_si128(reinterpret_cast<__m128i*>(words), _mm512_cvtsepi32_epi8(a0));
        _mm_store_si128(reinterpret_cast<__m128i*>(words + 4), _mm512_cvtsepi32_epi8(a1));
        std::int8_t* panel = a.k + (j / panel_columns) * panel_columns * head_width +
                             (j % panel_columns) * depth_step;
        for (std::size_t step = 0; step < head_width / depth_step; ++step) {
            __builtin_memcpy(panel + step * panel_columns * depth_step, words + step, depth_step);
        }
        a.k_scale[j] = scale;
        a.k_scaled_sum[j] =
            scale * static_cast<float>(_mm512_reduce_add_epi32(_mm512_add_epi32(a0, a1)));
    }
    for (std::size_t j = a.length; j < a.keys; ++j) a.k_scale[j] = a.k_scaled_sum[j] = 0;
}

// Four keys side by side, so that one instruction adds them up; scaled by column.
inline void pack_values(const float* v, std::size_t stride, Attention& a) {
    __m512 top[2] = {_mm512_setzero_ps(), _mm512_setzero_ps()};
    for (std::size_t j = 0; j < a.length; ++j) {
        for (std::size_t half = 0; half < 2; ++half) {
            top[half] = _mm512_max_ps(
                top[half], _mm512_abs_ps(_mm512_loadu_ps(v + j * stride + half * lanes)));
        }
    }
    __m512 factor[2];
    for (std::size_t half = 0; half < 2; ++half) {
        const __m512 scale = _mm512_max_ps(_mm512_mul_ps(top[half], _mm512_set1_ps(1.0F / 127)),
                                           _mm512_set1_ps(1e-20F));
        factor[half] = _mm512_div_ps(_mm512_set1_ps(1), scale);
        _mm512_storeu_ps(a.v_scale + half * lanes, scale);
    }
    const __m512i byte = _mm512_set1_epi32(0xFF);
    for (std::size_t j = 0; j < a.keys; j += depth_step) {
        for (std::size_t half = 0; half < 2; ++half) {
            __m512i four = _mm512_setzero_si512();
            for (std::size_t n = depth_step; n-- > 0;) {
                four = _mm512_slli_epi32(four, 8);
                if (j + n >= a.length) continue;
                const __m512 row = _mm512_loadu_ps(v + (j + n) * stride + half * lanes);
                const __m512i whole = _mm512_cvtps_epi32(_mm512_mul_ps(row, factor[half]));
                four = _mm512_or_si512(four, _mm512_and_si512(whole, byte));
            }
            _mm512_storeu_si512(a.v + j * head_width + half * 64, four);
        }
    }
}

// A tile of rows as bytes of probability, the largest of each row 255; gives each row's sum.
inline void probabilities(const Attention& a, std::size_t row, float* sums) {
    __m512 most[tile_rows];
    for (auto& m : most) m = _mm512_set1_ps(nothing);
    const std::size_t keys = rounded_up(a.length, lanes);
    for (std::size_t panel = 0; panel < keys; panel += panel_columns) {
        Tile tile;
        multiply<tile_rows>(a.q + row * head_width, head_width, a.k + panel * head_width,
                            head_width, tile);
        for (int v = 0; v < tile_vectors; ++v) {
            const std::size_t at = panel + std::size_t(v) * lanes;
            if (at >= keys) break;
            const __mmask16 there = mask_of(a.length - at);
            const __m512 scale = _mm512_loadu_ps(a.k_scale + at);
            const __m512 sum = _mm512_loadu_ps(a.k_scaled_sum + at);
#pragma GCC unroll 6
            for (int i = 0; i < tile_rows; ++i) {
                const __m512 score = _mm512_mask_mov_ps(
                    _mm512_set1_ps(nothing), there,
                    weighted(tile.sums[i][v], a.q_zero[row + std::size_t(i)], scale, sum));
                most[i] = _mm512_max_ps(most[i], score);
                _mm512_storeu_ps(a.scores + std::size_t(i) * a.keys + at, score);
            }
        }
    }
    for (std::size_t i = 0; i < tile_rows; ++i) {
        const __m512 scale = _mm512_set1_ps(a.q_scale[row + i]);
        const __m512 top = _mm512_mul_ps(scale, _mm512_set1_ps(_mm512_reduce_max_ps(most[i])));
        __m512i total = _mm512_setzero_si512();
        for (std::size_t key = 0; key < keys; key += lanes) {
            const __m512 score = _mm512_loadu_ps(a.scores + i * a.keys + key);
            const __m512i whole = _mm512_cvtps_epi32(byte_exp2(_mm512_fmsub_ps(score, scale, top)));
            total = _mm512_add_epi32(total, whole);
            _mm_storeu_si128(reinterpret_cast<__m128i*>(a.p + i * a.keys + key),
                             _mm512_cvtusepi32_epi8(whole));
        }
        sums[i] = static_cast<float>(_mm512_reduce_add_epi32(total));
    }
}

struct Pair {
    __m512i low = _mm512_setzero_si512();
    __m512i high = _mm512_setzero_si512();

    void add(const std::uint8_t* p, __m512i v_low, __m512i v_high) {
        const __m512i four = _mm512_set1_epi32(four_bytes(p));
        add_product(low, four, v_low);
        add_product(high, four, v_high);
    }
};

inline void mix(const Attention& a, std::size_t row, const float* sums, float* out,
                std::size_t out_stride) {
    Pair r0, r1, r2, r3, r4, r5;
    const std::size_t keys = rounded_up(a.length, depth_step);
    for (std::size_t key = 0; key < keys; key += depth_step) {
        const __m512i low = _mm512_loadu_si512(a.v + key * head_width);
        const __m512i high = _mm512_loadu_si512(a.v + key * head_width + 64);
        const std::uint8_t* p = a.p + key;
        r0.add(p, low, high);
        r1.add(p + a.keys, low, high);
        r2.add(p + 2 * a.keys, low, high);
        r3.add(p + 3 * a.keys, low, high);
        r4.add(p + 4 * a.keys, low, high);
        r5.add(p + 5 * a.keys, low, high);
    }
    const Pair mixed[tile_rows] = {r0, r1, r2, r3, r4, r5};
    const __m512 low_scale = _mm512_loadu_ps(a.v_scale);
    const __m512 high_scale = _mm512_loadu_ps(a.v_scale + lanes);
    for (std::size_t i = 0; i < tile_rows && row + i < a.length; ++i) {
        const __m512 share = _mm512_set1_ps(1 / sums[i]);
        float* to = out + (row + i) * out_stride;
        _mm512_storeu_ps(
            to, _mm512_mul_ps(_mm512_cvtepi32_ps(mixed[i].low), _mm512_mul_ps(low_scale, share)));
        _mm512_storeu_ps(to + lanes, _mm512_mul_ps(_mm512_cvtepi32_ps(mixed[i].high),
                                                   _mm512_mul_ps(high_scale, share)));
    }
}

}  // namespace

void quantise(const float* x, std::size_t count, std::size_t padded, std::uint8_t* numbers,
              float* scale, float* zero) {
    __m512 least[2] = {_mm512_setzero_ps(), _mm512_setzero_ps()};
    __m512 most[2] = {_mm512_setzero_ps(), _mm512_setzero_ps()};
    const std::size_t whole_lanes = count / (2 * lanes) * (2 * lanes);
    for (std::size_t i = 0; i < whole_lanes; i += 2 * lanes) {
        for (std::size_t half = 0; half < 2; ++half) {
            const __m512 value = _mm512_loadu_ps(x + i + half * lanes);
            least[half] = _mm512_min_ps(least[half], value);
            most[half] = _mm512_max_ps(most[half], value);
        }
    }
    for (std::size_t i = whole_lanes; i < count; i += lanes) {
        const __m512 value = _mm512_maskz_loadu_ps(mask_of(count - i), x + i);
        least[0] = _mm512_min_ps(least[0], value);
        most[0] = _mm512_max_ps(most[0], value);
    }
    const float low = _mm512_reduce_min_ps(_mm512_min_ps(least[0], least[1]));
    const float range = _mm512_reduce_max_ps(_mm512_max_ps(most[0], most[1])) - low;
    const float step = range > 0 ? range / bytes_top : 1;
    const float zero_point = __builtin_rintf(-low / step);
    const __m512 factor = _mm512_set1_ps(1 / step);
    const __m512 shift = _mm512_set1_ps(zero_point);
    const auto bytes = [&](__m512 value) {
        return _mm512_max_epi32(_mm512_cvtps_epi32(_mm512_fmadd_ps(value, factor, shift)),
                                _mm512_setzero_si512());
    };
    for (std::size_t i = 0; i < whole_lanes; i += lanes) {
        _mm_storeu_si128(reinterpret_cast<__m128i*>(numbers + i),
                         _mm512_cvtusepi32_epi8(bytes(_mm512_loadu_ps(x + i))));
    }
    for (std::size_t i = whole_lanes; i < padded; i += lanes) {
        const __mmask16 there = i < count ? mask_of(count - i) : __mmask16(0);
        const __m512i whole =
            _mm512_maskz_mov_epi32(there, bytes(_mm512_maskz_loadu_ps(there, x + i)));
        _mm512_mask_cvtusepi32_storeu_epi8(numbers + i, mask_of(padded - i), whole);
    }
    *scale = step;
    *zero = zero_point;
}

void matmul(const Rows& x, const Packed& w, After after, float* y, std::size_t y_stride) {
    if (after == After::Gelu) {
        matmul_after<After::Gelu>(x, w, y, y_stride);
    } else {
        matmul_after<After::Nothing>(x, w, y, y_stride);
    }
}

void add_and_normalise(float* y, const float* residual, const float* weight, const float* bias,
                       float epsilon, std::size_t count) {
    __m512 sum = _mm512_setzero_ps();
    for (std::size_t i = 0; i < count; i += lanes) {
        const __mmask16 there = mask_of(count - i);
        const __m512 value = _mm512_add_ps(_mm512_maskz_loadu_ps(there, y + i),
                                           _mm512_maskz_loadu_ps(there, residual + i));
        _mm512_mask_storeu_ps(y + i, there, value);
        sum = _mm512_add_ps(sum, value);
    }
    const float number = static_cast<float>(count);
    const __m512 mean = _mm512_set1_ps(_mm512_reduce_add_ps(sum) / number);
    __m512 squares = _mm512_setzero_ps();
    for (std::size_t i = 0; i < count; i += lanes) {
        const __mmask16 there = mask_of(count - i);
        const __m512 off = _mm512_maskz_sub_ps(there, _mm512_maskz_loadu_ps(there, y + i), mean);
        squares = _mm512_fmadd_ps(off, off, squares);
    }
    const float variance = _mm512_reduce_add_ps(squares) / number;
    const __m512 factor = _mm512_set1_ps(1 / __builtin_sqrtf(variance + epsilon));
    for (std::size_t i = 0; i < count; i += lanes) {
        const __mmask16 there = mask_of(count - i);
        const __m512 unit =
            _mm512_mul_ps(_mm512_sub_ps(_mm512_maskz_loadu_ps(there, y + i), mean), factor);
        _mm512_mask_storeu_ps(y + i, there,
                              _mm512_fmadd_ps(unit, _mm512_maskz_loadu_ps(there, weight + i),
                                              _mm512_maskz_loadu_ps(there, bias + i)));
    }
}

std::size_t attention_bytes(std::size_t length) {
    const std::size_t keys = keys_of(length);
    const std::size_t rows = rows_of(length);
    const std::size_t bytes = 2 * keys * head_width + rows * head_width + tile_rows * keys +
                              sizeof(float) * (2 * keys + 2 * rows + tile_rows * keys);
    return bytes + 9 * 64;  // each of the nine parts begins on a line of its own
}

void attention(const float* q, const float* k, const float* v, std::size_t length,
               std::size_t stride, void* memory, float* out, std::size_t out_stride) {
    // exp(s / sqrt(32)) = 2^(s log2(e) / sqrt(32))
    constexpr float unit = 1.4426950408889634F / 5.656854249492381F;
    Attention a = laid_out(length, memory);
    pack_keys(k, stride, a);
    pack_values(v, stride, a);
    for (std::size_t i = 0; i < rows_of(length); ++i) {
        const float* row = q + (i < length ? i : length - 1) * stride;
        quantise(row, head_width, head_width, a.q + i * head_width, a.q_scale + i, a.q_zero + i);
        a.q_scale[i] *= unit;
    }
    float sums[tile_rows];
    for (std::size_t row = 0; row < length; row += tile_rows) {
        probabilities(a, row, sums);
        mix(a, row, sums, out, out_stride);
    }
}

void dots(const float* a, const float* b, std::size_t stride, std::size_t rows, std::size_t depth,
          float* out) {
    // Four rows at once: one sum alone would wait for itself.
    for (std::size_t j = 0; j < rows; j += 4) {
        const std::size_t last = rows - 1;
        const float* b0 = b + j * stride;
        const float* b1 = b + (j + 1 < rows ? j + 1 : last) * stride;
        const float* b2 = b + (j + 2 < rows ? j + 2 : last) * stride;
        const float* b3 = b + (j + 3 < rows ? j + 3 : last) * stride;
        __m512 s0 = _mm512_setzero_ps(), s1 = s0, s2 = s0, s3 = s0;
        for (std::size_t i = 0; i < depth; i += lanes) {
            const __mmask16 there = mask_of(depth - i);
            const __m512 x = _mm512_maskz_loadu_ps(there, a + i);
            s0 = _mm512_fmadd_ps(x, _mm512_maskz_loadu_ps(there, b0 + i), s0);
            s1 = _mm512_fmadd_ps(x, _mm512_maskz_loadu_ps(there, b1 + i), s1);
            s2 = _mm512_fmadd_ps(x, _mm512_maskz_loadu_ps(there, b2 + i), s2);
            s3 = _mm512_fmadd_ps(x, _mm512_maskz_loadu_ps(there, b3 + i), s3);
        }
        const __m128 sums = _mm_hadd_ps(_mm_hadd_ps(quarter(s0), quarter(s1)),
                                        _mm_hadd_ps(quarter(s2), quarter(s3)));
        _mm_mask_storeu_ps(out + j, __mmask8(rows - j >= 4 ? 0xF : (1U << (rows - j)) - 1U), sums);
    }
}

}  // namespace sitrep::nn::vnni

#endif
