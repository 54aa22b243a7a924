// The kernels, compiled once for each kind of processor: CTransformer.c includes this file with NAMED(x) giving a
// name of its own to each function, and PRODUCTS one of the ways to multiply. No include guard, for that reason.

#define LANES CTRANSFORMER_PANEL
#define HEAD 32

// MARK: Elementary functions

static INLINE floats NAMED(load)(const float *from) {
  floats value;
  memcpy(&value, from, sizeof value);
  return value;
}

static INLINE void NAMED(store)(floats value, float *to) { memcpy(to, &value, sizeof value); }

static INLINE floats NAMED(all)(float value) { return value - (floats){0}; }

/// The sum of the lanes, in a fixed order.
static INLINE float NAMED(sum)(floats value) {
  float total = 0;
  for (int lane = 0; lane < LANES; lane++) total += value[lane];
  return total;
}

static INLINE floats NAMED(larger)(floats one, floats other) {
  integers takes = one > other;
  return (floats)((takes & (integers)one) | (~takes & (integers)other));
}

/// e to the power of x, to 2e-7 of its value: a power of two times a polynomial (Cephes, Moshier 1992).
static INLINE floats NAMED(exp)(floats x) {
  x = NAMED(larger)(x, NAMED(all)(-87.0f));
  x = -NAMED(larger)(-x, NAMED(all)(-87.0f));
  floats scaled = x * 1.44269504088896341f;
  floats half = (floats)(((integers)scaled & INT32_MIN) | (integers)NAMED(all)(0.5f));
  integers power = __builtin_convertvector(scaled + half, integers);
  floats whole = __builtin_convertvector(power, floats);
  floats rest = x - whole * 0.693359375f - whole * -2.12194440e-4f;
  floats result = NAMED(all)(1.9875691500e-4f);
  result = result * rest + 1.3981999507e-3f;
  result = result * rest + 8.3334519073e-3f;
  result = result * rest + 4.1665795894e-2f;
  result = result * rest + 1.6666665459e-1f;
  result = result * rest + 5.0000001201e-1f;
  result = result * rest * rest + rest + 1.0f;
  return result * (floats)((power + 127) << 23);
}

/// The error function, to 2e-7 (Abramowitz & Stegun 1964, 7.1.26).
static INLINE floats NAMED(erf)(floats x) {
  integers sign = (integers)x & INT32_MIN;
  floats size = (floats)((integers)x & INT32_MAX);
  floats t = 1.0f / (1.0f + 0.3275911f * size);
  floats series = t * 1.061405429f - 1.453152027f;
  series = series * t + 1.421413741f;
  series = series * t - 0.284496736f;
  series = series * t + 0.254829592f;
  floats result = 1.0f - series * t * NAMED(exp)(-(size * size));
  return (floats)((integers)result | sign);
}

static void NAMED(gelu)(float *values, size_t count) {
  for (size_t at = 0; at < count; at += LANES) {
    floats x = NAMED(load)(values + at);
    NAMED(store)(0.5f * x * (1.0f + NAMED(erf)(x * 0.70710678118654752f)), values + at);
  }
}

// MARK: Linear maps

static void NAMED(quantise)(const float *rows, int count, int width, uint8_t *bytes, float *units) {
  for (int row = 0; row < count; row++, rows += width, bytes += width) {
    floats most = {0};
    for (int at = 0; at < width; at += LANES) {
      floats x = NAMED(load)(rows + at);
      most = NAMED(larger)(most, NAMED(larger)(x, -x));
    }
    float largest = 1e-20f;
    for (int lane = 0; lane < LANES; lane++) largest = most[lane] > largest ? most[lane] : largest;
    units[row] = largest / 127.0f;
    float steps = 127.0f / largest;
    for (int at = 0; at < width; at += LANES) {
      // 128.5 makes everything positive, so that cutting off rounds to the nearest.
      integers step = __builtin_convertvector(NAMED(load)(rows + at) * steps + 128.5f, integers);
      octets small = __builtin_convertvector(step, octets);
      memcpy(bytes + at, &small, sizeof small);
    }
  }
}

/// Sixteen outputs of up to ROWS rows.
static INLINE void NAMED(block)(const ctransformer_linear *map, int output, const uint8_t *bytes,
                                const float *units, int rows, float *result) {
  integers sums[ROWS];
  PRODUCTS(map->weights + (size_t)output * map->inputs, bytes, map->inputs, rows, sums);
  integers offsets;
  memcpy(&offsets, map->offsets + output, sizeof offsets);
  floats scales = NAMED(load)(map->scales + output), bias = NAMED(load)(map->bias + output);
  for (int row = 0; row < rows; row++) {
    floats value = __builtin_convertvector(sums[row] - offsets, floats);
    NAMED(store)(value * (scales * units[row]) + bias, result + (size_t)row * map->outputs + output);
  }
}

static void NAMED(apply)(const ctransformer_linear *map, const uint8_t *bytes, const float *units, int count,
                         float *result) {
  for (int output = 0; output < map->outputs; output += LANES) {
    for (int row = 0; row < count; row += ROWS) {
      int rows = count - row < ROWS ? count - row : ROWS;
      NAMED(block)(map, output, bytes + (size_t)row * map->inputs, units + row, rows,
                   result + (size_t)row * map->outputs);
    }
  }
}

// MARK: Attention

/// Turns scores into shares of their sum (softmax); lanes from `count` on become zero.
static void NAMED(shares)(float *scores, int count, int padded) {
  for (int at = count; at < padded; at++) scores[at] = -1e30f;
  floats most = NAMED(load)(scores);
  for (int at = LANES; at < padded; at += LANES) most = NAMED(larger)(most, NAMED(load)(scores + at));
  float largest = most[0];
  for (int lane = 1; lane < LANES; lane++) largest = most[lane] > largest ? most[lane] : largest;
  floats total = {0};
  for (int at = 0; at < padded; at += LANES) {
    floats power = NAMED(exp)(NAMED(load)(scores + at) - largest);
    NAMED(store)(power, scores + at);
    total += power;
  }
  float share = 1.0f / NAMED(sum)(total);
  for (int at = 0; at < padded; at += LANES) NAMED(store)(NAMED(load)(scores + at) * share, scores + at);
}

/// What one row sees of one head: `columns` holds the keys, a column of `padded` floats for each of 32.
static void NAMED(see)(const float *query, const float *columns, const float *values, int count, int padded,
                       int width, float *scores, float *result) {
  for (int at = 0; at < padded; at += LANES) {
    floats score = {0};
    for (int part = 0; part < HEAD; part++) score += query[part] * NAMED(load)(columns + part * padded + at);
    NAMED(store)(score * 0.17677669529663689f, scores + at);  // 1 / sqrt(32)
  }
  NAMED(shares)(scores, count, padded);
  floats low = {0}, high = {0};
  for (int at = 0; at < count; at++) {
    low += scores[at] * NAMED(load)(values + (size_t)at * width);
    high += scores[at] * NAMED(load)(values + (size_t)at * width + LANES);
  }
  NAMED(store)(low, result);
  NAMED(store)(high, result + LANES);
}

static void NAMED(attend)(const float *query, const float *keys, const float *values, int count, int heads,
                          float *scratch, float *result) {
  int width = heads * HEAD, padded = ctransformer_padded(count);
  float *columns = scratch + padded;
  for (int head = 0; head < heads; head++) {
    int start = head * HEAD;
    for (int part = 0; part < HEAD; part++) {
      for (int at = 0; at < padded; at++) {
        columns[part * padded + at] = at < count ? keys[(size_t)at * width + start + part] : 0;
      }
    }
    for (int row = 0; row < count; row++) {
      size_t at = (size_t)row * width + start;
      NAMED(see)(query + at, columns, values + start, count, padded, width, scratch, result + at);
    }
  }
}

// MARK: Normalisation

static void NAMED(normalise)(float *rows, const float *added, int count, int width, const float *gain,
                             const float *bias) {
  for (int row = 0; row < count; row++, rows += width, added += width) {
    floats total = {0}, squares = {0};
    for (int at = 0; at < width; at += LANES) {
      floats x = NAMED(load)(rows + at) + NAMED(load)(added + at);
      NAMED(store)(x, rows + at);
      total += x;
    }
    float mean = NAMED(sum)(total) / width;
    for (int at = 0; at < width; at += LANES) {
      floats x = NAMED(load)(rows + at) - mean;
      squares += x * x;
    }
    float unit = 1.0f / sqrtf(NAMED(sum)(squares) / width + 1e-12f);
    for (int at = 0; at < width; at += LANES) {
      floats x = (NAMED(load)(rows + at) - mean) * unit;
      NAMED(store)(x * NAMED(load)(gain + at) + NAMED(load)(bias + at), rows + at);
    }
  }
}

#undef HEAD
#undef LANES
