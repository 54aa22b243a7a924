// The kernels of the sequence model, compiled once for each kind of processor: CSequenceModel.c includes this file
// with NAMED(x) giving a name of its own to each function. No include guard, for that reason.

// MARK: Features

static INLINE numbers NAMED(load)(const uint64_t *from) {
  numbers value;
  memcpy(&value, from, sizeof value);
  return value;
}

/// The rows of a feature: a template and up to three numbers, well mixed.
static INLINE void NAMED(row)(uint64_t template, numbers a, numbers b, numbers c, int32_t **rows) {
  numbers hash = (a ^ template * 0x9E3779B97F4A7C15) * 0xBF58476D1CE4E5B9;
  hash = (hash ^ hash >> 29 ^ b) * 0x94D049BB133111EB;
  hash = (hash ^ hash >> 31 ^ c) * 0xD6E8FEB86659FD93;
  places row = __builtin_convertvector((hash ^ hash >> 32) & (CSEQUENCE_ROWS - 1), places);
  memcpy(*rows, &row, sizeof row);
  *rows += CSEQUENCE_BATCH;
}

/// The rows of the tokens from one on, as many as there are lanes.
static INLINE void NAMED(rows_of_lanes)(const uint64_t *words, const uint64_t *forms, const uint64_t *columns,
                                        int32_t *rows) {
#define COLUMN(name) NAMED(load)(columns + CSEQUENCE_##name * CSEQUENCE_BATCH)
  numbers none = {0};
  numbers before = NAMED(load)(words - 1), word = NAMED(load)(words), after = NAMED(load)(words + 1);
  numbers a = NAMED(load)(forms - 2), b = NAMED(load)(forms - 1), c = NAMED(load)(forms);
  numbers d = NAMED(load)(forms + 1), e = NAMED(load)(forms + 2);
  numbers quoting = COLUMN(QUOTING), around = COLUMN(AROUND), place = COLUMN(PLACE);
  numbers left_word = COLUMN(LEFT_WORD), left_form = COLUMN(LEFT_FORM), left_following = COLUMN(LEFT_FOLLOWING);
  numbers left_distance = COLUMN(LEFT_DISTANCE), left_breaks = COLUMN(LEFT_BREAKS);
  numbers right_word = COLUMN(RIGHT_WORD), right_form = COLUMN(RIGHT_FORM);
  numbers right_distance = COLUMN(RIGHT_DISTANCE), right_breaks = COLUMN(RIGHT_BREAKS);
#undef COLUMN
  NAMED(row)(11, before, word, none, &rows);
  NAMED(row)(12, word, after, none, &rows);
  NAMED(row)(13, b, c, d, &rows);
  NAMED(row)(14, a, b, c, &rows);
  NAMED(row)(15, c, d, e, &rows);
  NAMED(row)(16, quoting, c, none, &rows);
  NAMED(row)(17, around, b, none, &rows);
  NAMED(row)(18, left_word, left_distance, none, &rows);
  NAMED(row)(19, left_word, left_following, left_distance, &rows);
  NAMED(row)(20, right_word, right_distance, none, &rows);
  NAMED(row)(21, right_form, right_distance, c, &rows);
  NAMED(row)(22, left_form, left_distance, c, &rows);
  NAMED(row)(23, left_form << 8 | left_breaks, quoting, right_form << 8 | right_breaks, &rows);
  NAMED(row)(24, place, c, none, &rows);
  NAMED(row)(25, left_breaks << 4 | right_breaks, left_distance << 4 | right_distance, quoting, &rows);
  NAMED(row)(26, before, after, none, &rows);
  NAMED(row)(27, right_word, right_breaks, quoting, &rows);
  NAMED(row)(28, left_word, left_breaks, quoting, &rows);
  NAMED(row)(29, left_form << 8 | right_form, b, c, &rows);
}

static void NAMED(rows)(const uint64_t *words, const uint64_t *forms, const uint64_t *columns, int first,
                        int count, int32_t *rows) {
  words += first + 2;
  forms += first + 2;
  for (int at = 0; at < count; at += CSEQUENCE_LANES) {
    NAMED(rows_of_lanes)(words + at, forms + at, columns + at, rows + at);
  }
}

// MARK: Sums

static INLINE scores NAMED(load_scores)(const float *from) {
  scores value;
  memcpy(&value, from, sizeof value);
  return value;
}

/// The larger of each two.
static INLINE scores NAMED(larger)(scores one, scores other) {
  places takes = one > other;
  return (scores)((takes & (places)one) | (~takes & (places)other));
}

/// The weights of all features of a token.
static INLINE sums NAMED(weights)(const char *table, const int32_t *rows) {
  sums total = {0};
  for (int feature = 0; feature < CSEQUENCE_FEATURES; feature++) {
    weights row;
    memcpy(&row, table + (size_t)rows[feature * CSEQUENCE_BATCH] * sizeof row, sizeof row);
    total += __builtin_convertvector(row, sums);
  }
  return total;
}

/// What the words around a token add.
static INLINE sums NAMED(words)(const char *of_words, const int32_t *types) {
  sums total = {0};
  for (int place = 0; place < CSEQUENCE_WINDOW; place++) {
    sums word;
    size_t row = (size_t)types[place] * CSEQUENCE_WINDOW + (size_t)place;
    memcpy(&word, of_words + row * sizeof word, sizeof word);
    total += word;
  }
  return total;
}

/// Asks for what a token adds up: it lies all over tables that are larger than a cache.
static INLINE void NAMED(prefetch)(const char *table, const int32_t *rows, const char *of_words,
                                   const int32_t *types) {
  for (int feature = 0; feature < CSEQUENCE_FEATURES; feature++) {
    __builtin_prefetch(table + (size_t)rows[feature * CSEQUENCE_BATCH] * sizeof(weights));
  }
  const char *word = of_words + (size_t)types[CSEQUENCE_WINDOW - 1] * CSEQUENCE_WINDOW * sizeof(sums);
  __builtin_prefetch(word);
  __builtin_prefetch(word + CSEQUENCE_WINDOW * sizeof(sums) - 1);
}

static void NAMED(emissions)(const char *table, const int32_t *rows, const char *of_words, const int32_t *types,
                             int count, float scale, float *emissions, float *margins) {
  for (int at = 0; at < count; at++) {
    if (at + AHEAD < count) NAMED(prefetch)(table, rows + at + AHEAD, of_words, types + at + AHEAD);
    sums total = NAMED(weights)(table, rows + at) + NAMED(words)(of_words, types + at);
    scores emission = __builtin_convertvector(total, scores) * scale;
    memcpy(emissions + (size_t)at * CSEQUENCE_LABEL_COLUMNS, &emission, sizeof emission);
    float highest = emission[1];
    for (int label = 2; label < CSEQUENCE_LABELS; label++) {
      highest = emission[label] > highest ? emission[label] : highest;
    }
    margins[at] = highest - emission[0];
  }
}

// MARK: The best path

/// The first of the highest scores.
static INLINE int NAMED(highest)(scores of) {
  int highest = 0;
  float score = of[0];
  for (int label = 1; label < CSEQUENCE_LABELS; label++) {
    highest = of[label] > score ? label : highest;
    score = of[label] > score ? of[label] : score;
  }
  return highest;
}

/// The best scores of arriving at each label.
static INLINE scores NAMED(step)(const float *transitions, scores from) {
  scores best = NAMED(load_scores)(transitions) + from[0];
  for (int label = 1; label < CSEQUENCE_LABELS; label++) {
    best = NAMED(larger)(NAMED(load_scores)(transitions + label * CSEQUENCE_LABEL_COLUMNS) + from[label], best);
  }
  return best;
}

static void NAMED(labels)(const float *transitions, const float *arrivals, const float *start,
                          const uint8_t *contexts, const float *emissions, int count, float *best,
                          uint8_t *labels) {
  const size_t context = CSEQUENCE_LABEL_COLUMNS * CSEQUENCE_LABEL_COLUMNS;
  scores reached = NAMED(load_scores)(start);
  for (size_t at = 0; at < (size_t)count; at++) {
    if (at > 0) reached = NAMED(step)(transitions + contexts[at] * context, reached);
    reached += NAMED(load_scores)(emissions + at * CSEQUENCE_LABEL_COLUMNS);
    memcpy(best + at * CSEQUENCE_LABEL_COLUMNS, &reached, sizeof reached);
  }
  // Where each label came from is worked out again, which takes less than remembering it for all labels.
  for (size_t at = (size_t)count; at-- > 0;) {
    int label = NAMED(highest)(reached);
    labels[at] = (uint8_t)label;
    if (at == 0) break;
    const float *arriving = arrivals + contexts[at] * context + (size_t)label * CSEQUENCE_LABEL_COLUMNS;
    reached = NAMED(load_scores)(best + (at - 1) * CSEQUENCE_LABEL_COLUMNS) + NAMED(load_scores)(arriving);
  }
}
