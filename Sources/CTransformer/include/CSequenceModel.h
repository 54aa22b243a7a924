// The arithmetic of the sequence model, a linear-chain conditional random field (Lafferty et al. 2001): hashes of
// features, sums of their weights, the best path (Viterbi 1967).
//
// The same input gives the same bits on every processor: sums are integers, and floats are added in a fixed order.
#ifndef CSEQUENCEMODEL_H
#define CSEQUENCEMODEL_H

#include <stdint.h>
#include <string.h>

enum {
  /// How many features a token has that depend on several tokens or on the surroundings.
  CSEQUENCE_FEATURES = 19,
  /// The rows of the table of weights, a power of two.
  CSEQUENCE_ROWS = 1 << 18,
  /// The most tokens that are worked on at a time; a multiple of the lanes.
  CSEQUENCE_BATCH = 64,
  /// How many tokens are computed together.
  CSEQUENCE_LANES = 8,
  /// The words that are seen around a token, itself included.
  CSEQUENCE_WINDOW = 7,
  /// Labels; a row of weights has a column for each, and one that is idle.
  CSEQUENCE_LABELS = 7,
  CSEQUENCE_LABEL_COLUMNS = 8,
};

/// What features read of each token beside words: columns of CSEQUENCE_BATCH numbers.
enum {
  /// How it is quoted, and the same with its neighbours.
  CSEQUENCE_QUOTING,
  CSEQUENCE_AROUND,
  /// The nearest cue before it: its word, its form, the word that follows, how far away, marks between.
  CSEQUENCE_LEFT_WORD,
  CSEQUENCE_LEFT_FORM,
  CSEQUENCE_LEFT_FOLLOWING,
  CSEQUENCE_LEFT_DISTANCE,
  CSEQUENCE_LEFT_BREAKS,
  /// The nearest cue after it.
  CSEQUENCE_RIGHT_WORD,
  CSEQUENCE_RIGHT_FORM,
  CSEQUENCE_RIGHT_DISTANCE,
  CSEQUENCE_RIGHT_BREAKS,
  /// Its place in the sentence.
  CSEQUENCE_PLACE,
  CSEQUENCE_COLUMNS,
};

/// Eight sums of weights.
typedef int16_t csequence_sums __attribute__((ext_vector_type(8)));
/// A row of a table: eight weights.
typedef int8_t csequence_row __attribute__((ext_vector_type(8)));

/// The sums of some rows of a table, all of which it has; for the model of names, too, whose rows are alike.
static inline csequence_sums csequence_sum(const void *table, const int32_t *rows, int count) {
  csequence_sums sums = 0;
  for (int at = 0; at < count; at++) {
    csequence_row row;
    memcpy(&row, (const char *)table + (size_t)rows[at] * sizeof row, sizeof row);
    sums += __builtin_convertvector(row, csequence_sums);
  }
  return sums;
}

/// The rows of the features of a paragraph's tokens from `first` on, up to CSEQUENCE_BATCH of them: `rows` gets a
/// column of CSEQUENCE_BATCH for each feature. `words` and `forms` are those of the paragraph, with two more before
/// them and CSEQUENCE_LANES + 2 behind. All of `columns` and `rows` may be touched.
void csequence_rows(const uint64_t *words, const uint64_t *forms, const uint64_t *columns, int first, int count,
                    int32_t *rows);

/// What the model makes of these tokens: the paragraph's `emissions` get CSEQUENCE_LABEL_COLUMNS floats a token,
/// its `margins` by how much the best other label is ahead of the first one. `table` has eight weights of a byte for
/// each number in `rows`; `sums`, eight numbers of two bytes for each of CSEQUENCE_WINDOW places of each number in
/// `types`. These are of the paragraph's words, with three more before and behind them.
void csequence_emissions(const void *table, const int32_t *rows, const void *sums, const int32_t *types, int first,
                         int count, float scale, float *emissions, float *margins);

/// The labels of the best path. `contexts` says how each token follows the one before; `transitions` holds
/// [context][from][to], `arrivals` [context][to][from], `start` what stands before the first token. `best` has
/// room for as much as `emissions`.
void csequence_labels(const float *transitions, const float *arrivals, const float *start,
                      const uint8_t *contexts, const float *emissions, int count, float *best, uint8_t *labels);

#endif
