// Chooses the kernels of the sequence model for the processor that the program runs on; all give the same results.

#include "CSequenceModel.h"

#include <stddef.h>
#include <string.h>

#include "Levels.h"

#pragma STDC FP_CONTRACT OFF
// Vectors wider than a processor's are passed in other ways, which concerns nobody: all kernels are static.
#pragma clang diagnostic ignored "-Wpsabi"

typedef uint64_t numbers __attribute__((vector_size(64)));
typedef int32_t places __attribute__((vector_size(32)));
typedef float scores __attribute__((vector_size(32)));
typedef int16_t sums __attribute__((vector_size(16)));
typedef int8_t weights __attribute__((vector_size(8)));

/// How many tokens ahead weights are asked for.
#define AHEAD 6

#define NAMED(name) anywhere_##name
#include "SequenceKernels.h"
#undef NAMED

#if defined(__x86_64__)

#pragma clang attribute push(__attribute__((target("avx2"))), apply_to = function)
#define NAMED(name) avx2_##name
#include "SequenceKernels.h"
#undef NAMED
#pragma clang attribute pop

#pragma clang attribute push(__attribute__((target("avx512f,avx512bw,avx512vl,avx512dq"))), apply_to = function)
#define NAMED(name) avx512_##name
#include "SequenceKernels.h"
#undef NAMED
#pragma clang attribute pop

/// Calls the kernel of this processor.
#define CALL(kernel, ...)                          \
  switch (ctransformer_level()) {                  \
    case 2: avx512_##kernel(__VA_ARGS__); break;   \
    case 1: avx2_##kernel(__VA_ARGS__); break;     \
    default: anywhere_##kernel(__VA_ARGS__);       \
  }

#else

#define CALL(kernel, ...) anywhere_##kernel(__VA_ARGS__)

#endif

void csequence_rows(const uint64_t *words, const uint64_t *forms, const uint64_t *columns, int first, int count,
                    int32_t *rows) {
  CALL(rows, words, forms, columns, first, count, rows);
}

void csequence_emissions(const void *table, const int32_t *rows, const void *sums, const int32_t *types, int first,
                         int count, float scale, float *emissions, float *margins) {
  CALL(emissions, table, rows, sums, types + first, count, scale,
       emissions + (size_t)first * CSEQUENCE_LABEL_COLUMNS, margins + first);
}

void csequence_labels(const float *transitions, const float *arrivals, const float *start,
                      const uint8_t *contexts, const float *emissions, int count, float *best, uint8_t *labels) {
  CALL(labels, transitions, arrivals, start, contexts, emissions, count, best, labels);
}
