// Chooses the kernels for the processor that the program runs on; all give the same results.

#include "CTransformer.h"

#include <math.h>
#include <stdatomic.h>
#include <string.h>

#include "Levels.h"

#pragma STDC FP_CONTRACT OFF
// Vectors wider than a processor's are passed in other ways, which concerns nobody: all kernels are static.
#pragma clang diagnostic ignored "-Wpsabi"

typedef float floats __attribute__((vector_size(64)));
typedef int32_t integers __attribute__((vector_size(64)));
typedef uint8_t octets __attribute__((vector_size(16)));

/// The highest level that is used.
static atomic_int limiting = 2;

/// How many rows share a pass over the weights of a panel.
#define ROWS 8

/// Sums of products of the inputs of `rows` rows with the weights of sixteen outputs, on any processor.
static INLINE void products_anywhere(const int8_t *weights, const uint8_t *bytes, int inputs, int rows,
                                     integers *sums) {
  for (int row = 0; row < rows; row++) {
    int32_t total[CTRANSFORMER_PANEL] = {0};
    const int8_t *weight = weights;
    for (int input = 0; input < inputs; input += CTRANSFORMER_GROUP) {
      const uint8_t *x = bytes + (size_t)row * inputs + input;
      for (int output = 0; output < CTRANSFORMER_PANEL; output++, weight += CTRANSFORMER_GROUP) {
        total[output] += x[0] * weight[0] + x[1] * weight[1] + x[2] * weight[2] + x[3] * weight[3];
      }
    }
    memcpy(sums + row, total, sizeof total);
  }
}

#define NAMED(name) anywhere_##name
#define PRODUCTS products_anywhere
#include "Kernels.h"
#undef NAMED
#undef PRODUCTS

#if defined(__x86_64__)

#include <immintrin.h>

// MARK: AVX2

#pragma clang attribute push(__attribute__((target("avx2"))), apply_to = function)

static INLINE void products_avx2(const int8_t *weights, const uint8_t *bytes, int inputs, int rows,
                                 integers *sums) {
  for (int row = 0; row < rows; row += 2) {
    const uint8_t *one = bytes + (size_t)row * inputs;
    const uint8_t *two = row + 1 < rows ? one + inputs : one;
    __m256i first[4] = {0}, second[4] = {0};
    for (int input = 0; input < inputs; input += CTRANSFORMER_GROUP) {
      int32_t a, b;
      memcpy(&a, one + input, 4);
      memcpy(&b, two + input, 4);
      __m256i x = _mm256_broadcastq_epi64(_mm_cvtepu8_epi16(_mm_cvtsi32_si128(a)));
      __m256i y = _mm256_broadcastq_epi64(_mm_cvtepu8_epi16(_mm_cvtsi32_si128(b)));
      const __m128i *four = (const __m128i *)(weights + (size_t)input * CTRANSFORMER_PANEL);
      for (int part = 0; part < 4; part++) {
        __m256i weight = _mm256_cvtepi8_epi16(_mm_loadu_si128(four + part));
        first[part] = _mm256_add_epi32(first[part], _mm256_madd_epi16(x, weight));
        second[part] = _mm256_add_epi32(second[part], _mm256_madd_epi16(y, weight));
      }
    }
    // Each output has two sums side by side; adding neighbours mixes the halves, which the permutation undoes.
    for (int part = 0; part < 4; part += 2) {
      __m256i a = _mm256_permute4x64_epi64(_mm256_hadd_epi32(first[part], first[part + 1]), 0xD8);
      __m256i b = _mm256_permute4x64_epi64(_mm256_hadd_epi32(second[part], second[part + 1]), 0xD8);
      memcpy((int32_t *)(sums + row) + 4 * part, &a, sizeof a);
      if (row + 1 < rows) memcpy((int32_t *)(sums + row + 1) + 4 * part, &b, sizeof b);
    }
  }
}

#define NAMED(name) avx2_##name
#define PRODUCTS products_avx2
#include "Kernels.h"
#undef NAMED
#undef PRODUCTS

#pragma clang attribute pop

// MARK: AVX-512 with its instructions for neural networks

#pragma clang attribute push(__attribute__((target("avx512f,avx512bw,avx512vl,avx512dq,avx512vnni"))), \
                             apply_to = function)

static INLINE void products_vnni(const int8_t *weights, const uint8_t *bytes, int inputs, int rows,
                                 integers *sums) {
  __m512i total[ROWS] = {0};
  // Rows beyond the last one are computed and left out.
  const uint8_t *row[ROWS];
  for (int at = 0; at < ROWS; at++) row[at] = bytes + (size_t)(at < rows ? at : 0) * inputs;
  for (int input = 0; input < inputs; input += CTRANSFORMER_GROUP) {
    __m512i weight = _mm512_loadu_si512(weights + (size_t)input * CTRANSFORMER_PANEL);
    for (int at = 0; at < ROWS; at++) {
      int32_t x;
      memcpy(&x, row[at] + input, 4);
      total[at] = _mm512_dpbusd_epi32(total[at], _mm512_set1_epi32(x), weight);
    }
  }
  memcpy(sums, total, (size_t)rows * sizeof *sums);
}

#define NAMED(name) vnni_##name
#define PRODUCTS products_vnni
#include "Kernels.h"
#undef NAMED
#undef PRODUCTS

#pragma clang attribute pop

static int own_level(void) {
  if (__builtin_cpu_supports("avx512vnni") && __builtin_cpu_supports("avx512bw")
      && __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512dq")) {
    return 2;
  }
  return __builtin_cpu_supports("avx2") ? 1 : 0;
}

/// Calls the kernel of this processor.
#define CALL(kernel, ...)                                     \
  switch (ctransformer_level()) {                             \
    case 2: vnni_##kernel(__VA_ARGS__); break;                \
    case 1: avx2_##kernel(__VA_ARGS__); break;                \
    default: anywhere_##kernel(__VA_ARGS__);                  \
  }

#else

static int own_level(void) { return 0; }

#define CALL(kernel, ...) anywhere_##kernel(__VA_ARGS__)

#endif

int ctransformer_level(void) {
  int own = own_level(), limit = atomic_load_explicit(&limiting, memory_order_relaxed);
  return own < limit ? own : limit;
}

int ctransformer_levels(void) { return own_level() + 1; }

void ctransformer_limit(int level) {
  atomic_store_explicit(&limiting, level, memory_order_relaxed);
}

void ctransformer_quantise(const float *rows, int count, int width, uint8_t *bytes, float *units) {
  CALL(quantise, rows, count, width, bytes, units);
}

void ctransformer_apply(const ctransformer_linear *map, const uint8_t *bytes, const float *units, int count,
                        float *result) {
  CALL(apply, map, bytes, units, count, result);
}

void ctransformer_attend(const float *query, const float *keys, const float *values, int count, int heads,
                         float *scratch, float *result) {
  CALL(attend, query, keys, values, count, heads, scratch, result);
}

void ctransformer_normalise(float *rows, const float *added, int count, int width, const float *gain,
                            const float *bias) {
  CALL(normalise, rows, added, count, width, gain, bias);
}

void ctransformer_gelu(float *values, size_t count) {
  CALL(gelu, values, count);
}
