#include "nn/avx2.h"

#if defined(__x86_64__)

#include "nn/avx2/lanes.h"

namespace sitrep::nn::avx2 {
namespace {

constexpr std::size_t head_width = vnni::head_width;
constexpr int tile_rows = 6;  // 12 sums, two of the weights, one of x and a product: 16 registers
constexpr float bytes_top = 255;
constexpr float nothing = -1e30F;  // the score of a key that is not there

inline std::size_t rounded_up(std::size_t count, std::size_t step) {
    return (count + step - 1) / step * step;
}
inline int two_numbers(const std::uint16_t* from) {
    int word;
    __builtin_memcpy(&word, from, sizeof word);
    return word;
}

// As vnni_avx512.cc's.
inline Floats gelu(Floats x) {
    constexpr float edge = 4.2F;
    const Floats c = most(least(x, all(edge)), all(-edge));
    const Floats u = (c * c) * all(1 / (edge * edge));
    Floats p = all(0.5142925978F);
    p = fma(p, u, all(-2.214096308F));
    p = fma(p, u, all(4.042647839F));
    p = fma(p, u, all(-4.127900600F));
    p = fma(p, u, all(2.633528233F));
    p = fma(p, u, all(-1.126782417F));
    p = fma(p, u, all(0.3973723650F));
    return x * fma(c, p, all(0.5F));
}

inline __m256 power_of_two(__m256 whole) {
    constexpr float lowest = -126;  // of a normal number; what is below becomes the byte 0 too
    const __m256i bits = _mm256_cvtps_epi32(_mm256_max_ps(whole, _mm256_set1_ps(lowest)));
    return _mm256_castsi256_ps(
        _mm256_slli_epi32(_mm256_add_epi32(bits, _mm256_set1_epi32(127)), 23));
}
inline Floats byte_exp2(Floats x) {
    constexpr int nearest = _MM_FROUND_TO_NEAREST_INT | _MM_FROUND_NO_EXC;
    const Floats whole = {_mm256_round_ps(x.low, nearest), _mm256_round_ps(x.high, nearest)};
    const Floats rest = x - whole;
    Floats p = all(bytes_top * 0.05587553031F);
    p = fma(p, rest, all(bytes_top * 0.2422948331F));
    p = fma(p, rest, all(bytes_top * 0.6931272745F));
    p = fma(p, rest, all(bytes_top * 0.9999482036F));
    return p * Floats{power_of_two(whole.low), power_of_two(whole.high)};
}

struct Tile {
    Wholes sums[tile_rows];
};

inline __attribute__((always_inline)) void add_products(Wholes& sum, int two, __m256i low,
                                                        __m256i high) {
    const __m256i x = _mm256_set1_epi32(two);
    sum.low = _mm256_add_epi32(sum.low, _mm256_madd_epi16(x, low));
    sum.high = _mm256_add_epi32(sum.high, _mm256_madd_epi16(x, high));
}

inline __m256i widened(const std::int8_t* sixteen) {
    return _mm256_cvtepi8_epi16(_mm_loadu_si128(reinterpret_cast<const __m128i*>(sixteen)));
}

// The sums of Count rows of x against one panel of 16 columns, named one by one, so that they stay
// in registers.
template <int Count>
inline __attribute__((always_inline)) void multiply(const std::uint16_t* x, std::size_t stride,
                                                    const std::int8_t* panel, std::size_t depth,
                                                    Tile& tile) {
    const Wholes zero = {_mm256_setzero_si256(), _mm256_setzero_si256()};
    Wholes a = zero, b = zero, c = zero, d = zero, e = zero, f = zero;
    for (std::size_t k = 0; k < depth; k += depth_step) {
        const std::int8_t* at = panel + k * panel_columns;
        const __m256i low = widened(at);
        const __m256i high = widened(at + panel_columns);
        const std::uint16_t* two = x + k;
        add_products(a, two_numbers(two), low, high);
        if constexpr (Count > 1) add_products(b, two_numbers(two + stride), low, high);
        if constexpr (Count > 2) add_products(c, two_numbers(two + 2 * stride), low, high);
        if constexpr (Count > 3) add_products(d, two_numbers(two + 3 * stride), low, high);
        if constexpr (Count > 4) add_products(e, two_numbers(two + 4 * stride), low, high);
        if constexpr (Count > 5) add_products(f, two_numbers(two + 5 * stride), low, high);
    }
    const Wholes found[tile_rows] = {a, b, c, d, e, f};
#pragma GCC unroll 6
    for (int i = 0; i < Count; ++i) tile.sums[i] = found[i];
}

// w_scale * (sum - zero * row sum of w): what is left is the scale of the row of x.
inline Floats weighted(Wholes sum, float zero, Floats w_scale, Floats w_scaled_sum) {
    return fnma(all(zero), w_scaled_sum, floats(sum) * w_scale);
}

template <int Count, After After_>
void tile_of(const Rows& x, std::size_t row, const Packed& w, std::size_t column, float* y,
             std::size_t y_stride) {
    Tile tile;
    multiply<Count>(x.numbers + row * x.stride, x.stride, w.numbers + column * w.depth, w.depth,
                    tile);
    const Floats scale = load(w.scale + column);
    const Floats sum = load(w.scaled_sum + column);
    const Floats bias = load(w.bias + column);
    for (int i = 0; i < Count; ++i) {
        const std::size_t r = row + std::size_t(i);
        Floats value = fma(weighted(tile.sums[i], x.zero[r], scale, sum), all(x.scale[r]), bias);
        if constexpr (After_ == After::Gelu) value = gelu(value);
        store(y + r * y_stride + column, value, w.outputs - column);
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
    std::int8_t* k;       // [panel][16][16][2]
    std::int8_t* v;       // [keys / 2][32][2]
    std::uint16_t* q;     // [rows in whole tiles][32]
    std::uint16_t* p;     // [tile_rows][keys]
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
    a.q = reinterpret_cast<std::uint16_t*>(take(rows_of(length) * head_width * 2));
    a.p = reinterpret_cast<std::uint16_t*>(take(tile_rows * a.keys * 2));
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
        const Floats low = load(k + j * stride);
        const Floats high = load(k + j * stride + lanes);
        const float top = most_of(most(magnitude(low), magnitude(high)));
        const float scale = top > 0 ? top / 127 : 1;
        const Floats factor = all(1 / scale);
        const Wholes a0 = rounded(low * factor);
        const Wholes a1 = rounded(high * factor);
        alignas(32) std::int8_t bytes[head_width];
        const __m256i words = _mm256_packs_epi32(a0.low, a0.high);
        const __m256i more = _mm256_packs_epi32(a1.low, a1.high);
        const __m256i packed = _mm256_permutevar8x32_epi32(
            _mm256_packs_epi16(words, more), _mm256_setr_epi32(0, 4, 1, 5, 2, 6, 3, 7));
        _mm256_store_si256(reinterpret_cast<__m256i*>(bytes), packed);
        std::int8_t* panel = a.k + (j / panel_columns) * panel_columns * head_width +
                             (j % panel_columns) * depth_step;
        for (std::size_t step = 0; step < head_width / depth_step; ++step) {
            __builtin_memcpy(panel + step * panel_columns * depth_step, bytes + step * depth_step,
                             depth_step);
        }
        a.k_scale[j] = scale;
        a.k_scaled_sum[j] = scale * static_cast<float>(sum_of(a0) + sum_of(a1));
    }
    for (std::size_t j = a.length; j < a.keys; ++j) a.k_scale[j] = a.k_scaled_sum[j] = 0;
}

// Two keys side by side, so that one instruction adds them up; scaled by column.
inline void pack_values(const float* v, std::size_t stride, Attention& a) {
    Floats top[2] = {all(0), all(0)};
    for (std::size_t j = 0; j < a.length; ++j) {
        for (std::size_t half = 0; half < 2; ++half) {
            top[half] = most(top[half], magnitude(load(v + j * stride + half * lanes)));
        }
    }
    Floats factor[2];
    for (std::size_t half = 0; half < 2; ++half) {
        const Floats scale = most(top[half] * all(1.0F / 127), all(1e-20F));
        factor[half] = all(1) / scale;
        store(a.v_scale + half * lanes, scale);
    }
    const __m256i byte = _mm256_set1_epi16(0xFF);
    for (std::size_t j = 0; j < a.keys; j += depth_step) {
        for (std::size_t half = 0; half < 2; ++half) {
            __m256i pair[depth_step];
            for (std::size_t n = 0; n < depth_step; ++n) {
                pair[n] = _mm256_setzero_si256();
                if (j + n >= a.length) continue;
                const Wholes whole =
                    rounded(load(v + (j + n) * stride + half * lanes) * factor[half]);
                pair[n] =
                    _mm256_permute4x64_epi64(_mm256_packs_epi32(whole.low, whole.high), 0b11011000);
            }
            const __m256i both =
                _mm256_or_si256(_mm256_and_si256(pair[0], byte), _mm256_slli_epi16(pair[1], 8));
            _mm256_storeu_si256(reinterpret_cast<__m256i*>(a.v + j * head_width + half * 2 * lanes),
                                both);
        }
    }
}

// A tile of rows as bytes of probability, the largest of each row 255; gives each row's sum.
inline void probabilities(const Attention& a, std::size_t row, float* sums) {
    Floats top[tile_rows];
    for (auto& t : top) t = all(nothing);
    for (std::size_t at = 0; at < a.keys; at += panel_columns) {
        Tile tile;
        multiply<tile_rows>(a.q + row * head_width, head_width, a.k + at * head_width, head_width,
                            tile);
        const Floats scale = load(a.k_scale + at);
        const Floats sum = load(a.k_scaled_sum + at);
        for (std::size_t i = 0; i < tile_rows; ++i) {
            const Floats score = first_of(weighted(tile.sums[i], a.q_zero[row + i], scale, sum),
                                          a.length - at, all(nothing));
            top[i] = most(top[i], score);
            store(a.scores + i * a.keys + at, score);
        }
    }
    for (std::size_t i = 0; i < tile_rows; ++i) {
        const Floats scale = all(a.q_scale[row + i]);
        const Floats highest = scale * all(most_of(top[i]));
        Wholes total = {_mm256_setzero_si256(), _mm256_setzero_si256()};
        for (std::size_t key = 0; key < a.keys; key += lanes) {
            const Floats score = load(a.scores + i * a.keys + key);
            const Wholes whole = rounded(byte_exp2(fms(score, scale, highest)));
            total.low = _mm256_add_epi32(total.low, whole.low);
            total.high = _mm256_add_epi32(total.high, whole.high);
            const __m256i bytes =
                _mm256_min_epu16(narrowed(whole), _mm256_set1_epi16(static_cast<short>(bytes_top)));
            _mm256_storeu_si256(reinterpret_cast<__m256i*>(a.p + i * a.keys + key), bytes);
        }
        sums[i] = static_cast<float>(sum_of(total));
    }
}

// Three rows at once: 12 sums.
inline void mix(const Attention& a, std::size_t row, std::size_t first, const float* sums,
                float* out, std::size_t out_stride) {
    const Wholes zero = {_mm256_setzero_si256(), _mm256_setzero_si256()};
    Wholes low0 = zero, low1 = zero, low2 = zero, high0 = zero, high1 = zero, high2 = zero;
    for (std::size_t key = 0; key < a.length; key += depth_step) {
        const std::int8_t* at = a.v + key * head_width;
        const std::uint16_t* p = a.p + first * a.keys + key;
        __m256i left = widened(at);
        __m256i right = widened(at + lanes);
        add_products(low0, two_numbers(p), left, right);
        add_products(low1, two_numbers(p + a.keys), left, right);
        add_products(low2, two_numbers(p + 2 * a.keys), left, right);
        left = widened(at + 2 * lanes);
        right = widened(at + 3 * lanes);
        add_products(high0, two_numbers(p), left, right);
        add_products(high1, two_numbers(p + a.keys), left, right);
        add_products(high2, two_numbers(p + 2 * a.keys), left, right);
    }
    const Wholes low[3] = {low0, low1, low2};
    const Wholes high[3] = {high0, high1, high2};
    const Floats low_scale = load(a.v_scale);
    const Floats high_scale = load(a.v_scale + lanes);
    for (std::size_t i = 0; i < 3 && row + first + i < a.length; ++i) {
        const Floats share = all(1 / sums[first + i]);
        float* to = out + (row + first + i) * out_stride;
        store(to, floats(low[i]) * (low_scale * share));
        store(to + lanes, floats(high[i]) * (high_scale * share));
    }
}

}  // namespace

void quantise(const float* x, std::size_t count, std::size_t padded, std::uint16_t* numbers,
              float* scale, float* zero) {
    Floats low = all(0);
    Floats high = all(0);
    for (std::size_t i = 0; i < count; i += lanes) {
        const Floats value = load(x + i, count - i);
        low = least(low, value);
        high = most(high, value);
    }
    const float bottom = least_of(low);
    const float range = most_of(high) - bottom;
    const float step = range > 0 ? range / bytes_top : 1;
    const float zero_point = __builtin_rintf(-bottom / step);
    const Floats factor = all(1 / step);
    const Floats shift = all(zero_point);
    const __m256i most_byte = _mm256_set1_epi16(static_cast<short>(bytes_top));
    alignas(32) std::uint16_t tail[lanes];
    for (std::size_t i = 0; i < padded; i += lanes) {
        // packus takes what is below zero for zero.
        const Wholes whole = rounded(fma(load(x + i, i < count ? count - i : 0), factor, shift));
        const __m256i bytes = _mm256_min_epu16(narrowed(whole), most_byte);
        if (i + lanes <= count) {
            _mm256_storeu_si256(reinterpret_cast<__m256i*>(numbers + i), bytes);
            continue;
        }
        _mm256_store_si256(reinterpret_cast<__m256i*>(tail), bytes);
        for (std::size_t j = i; j < padded && j < i + lanes; ++j) {
            numbers[j] = j < count ? tail[j - i] : std::uint16_t{0};
        }
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
    Floats sum = all(0);
    for (std::size_t i = 0; i < count; i += lanes) {
        const Floats value = load(y + i, count - i) + load(residual + i, count - i);
        store(y + i, value, count - i);
        sum = sum + value;
    }
    const auto number = static_cast<float>(count);
    const Floats mean = all(sum_of(sum) / number);
    Floats squares = all(0);
    for (std::size_t i = 0; i < count; i += lanes) {
        const Floats off = first_of(load(y + i, count - i) - mean, count - i, all(0));
        squares = fma(off, off, squares);
    }
    const float variance = sum_of(squares) / number;
    const Floats factor = all(1 / __builtin_sqrtf(variance + epsilon));
    for (std::size_t i = 0; i < count; i += lanes) {
        const Floats unit = (load(y + i, count - i) - mean) * factor;
        store(y + i, fma(unit, load(weight + i, count - i), load(bias + i, count - i)), count - i);
    }
}

std::size_t attention_bytes(std::size_t length) {
    const std::size_t keys = keys_of(length);
    const std::size_t rows = rows_of(length);
    const std::size_t bytes = 2 * keys * head_width + 2 * (rows * head_width + tile_rows * keys) +
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
        mix(a, row, 0, sums, out, out_stride);
        mix(a, row, 3, sums, out, out_stride);
    }
}

void dots(const float* a, const float* b, std::size_t stride, std::size_t rows, std::size_t depth,
          float* out) {
    // Four rows at once: one sum alone would wait for itself.
    for (std::size_t j = 0; j < rows; j += 4) {
        const std::size_t last = rows - 1;
        const float* row[4];
        for (std::size_t n = 0; n < 4; ++n) row[n] = b + (j + n < rows ? j + n : last) * stride;
        Floats s0 = all(0), s1 = s0, s2 = s0, s3 = s0;
        for (std::size_t i = 0; i < depth; i += lanes) {
            const Floats x = load(a + i, depth - i);
            s0 = fma(x, load(row[0] + i, depth - i), s0);
            s1 = fma(x, load(row[1] + i, depth - i), s1);
            s2 = fma(x, load(row[2] + i, depth - i), s2);
            s3 = fma(x, load(row[3] + i, depth - i), s3);
        }
        const __m128 sums = _mm_hadd_ps(_mm_hadd_ps(quarter(s0), quarter(s1)),
                                        _mm_hadd_ps(quarter(s2), quarter(s3)));
        _mm_maskstore_ps(out + j, _mm256_castsi256_si128(mask_of(rows - j)), sums);
    }
}

}  // namespace sitrep::nn::avx2

#endif
