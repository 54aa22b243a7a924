// The arithmetic of a transformer encoder (Vaswani et al. 2017) with weights of eight bits.
//
// Rows are what is known of one word piece each, `width` floats. The same input gives the same bits on every
// processor: products are summed as integers, and floats in a fixed order, sixteen at a time, without fused
// operations.
#ifndef CTRANSFORMER_H
#define CTRANSFORMER_H

#include <stddef.h>
#include <stdint.h>

#include "CPrefetch.h"
#include "CSequenceModel.h"

/// Outputs are computed sixteen at a time, from four inputs at a time.
enum { CTRANSFORMER_PANEL = 16, CTRANSFORMER_GROUP = 4 };

/// A linear map, read where it is stored. Output o of a row x is
/// `scales[o] * sum(weights * x) + bias[o]`.
typedef struct {
  /// [outputs / 16][inputs / 4][16][4]
  const int8_t *weights;
  /// What a unit of an output's weights is worth.
  const float *scales;
  /// 128 times the sum of an output's weights.
  const int32_t *offsets;
  const float *bias;
  /// A multiple of four, and one of sixteen.
  int inputs, outputs;
} ctransformer_linear;

/// How many kinds of processors have kernels of their own here, this one's included: 1 to 3.
int ctransformer_levels(void);

/// Uses kernels up to a level from now on, 0 for those that run anywhere; for tests.
void ctransformer_limit(int level);

/// Rounds rows to 255 steps between minus and plus their largest value. `bytes` gets 128 for zero, `units` what
/// a step of each row is worth.
void ctransformer_quantise(const float *rows, int count, int width, uint8_t *bytes, float *units);

/// Applies a linear map to `count` quantised rows.
void ctransformer_apply(const ctransformer_linear *map, const uint8_t *bytes, const float *units, int count,
                        float *result);

/// Attention with several heads over `count` rows that see each other. `query`, `keys`, `values` and `result` have
/// rows of `heads` * 32 floats; `scratch` has room for 33 * `ctransformer_padded(count)` floats.
void ctransformer_attend(const float *query, const float *keys, const float *values, int count, int heads,
                         float *scratch, float *result);

/// `count` made a multiple of sixteen.
static inline int ctransformer_padded(int count) { return (count + 15) / 16 * 16; }

/// Adds `added` to `rows` and normalises each row (layer normalisation, Ba et al. 2016).
void ctransformer_normalise(float *rows, const float *added, int count, int width, const float *gain,
                            const float *bias);

/// The Gaussian error linear unit (Hendrycks & Gimpel 2016) of `count` values, a multiple of sixteen.
void ctransformer_gelu(float *values, size_t count);

#endif
