// Whether bytes are UTF-8, as fast as they come from memory, and what is made of those that are not.
//
// Vectors look each pair of bytes up in three tables of sixteen entries, which name the faults that the two
// may be part of; what all three agree on is one (J. Keiser, D. Lemire, “Validating UTF-8 in less than one
// instruction per byte”, 2021).

#include "CUnicode.h"

#include <pthread.h>
#include <stdbool.h>
#include <string.h>

// The length of the sequence that starts at `at`, when it is well formed (Unicode 15, table 3-7); else how
// many bytes are the beginning of one, at least 1, negative.
static ptrdiff_t sequence(const uint8_t *text, size_t length, size_t at) {
  uint8_t lead = text[at], lowest = 0x80, highest = 0xBF;
  ptrdiff_t count = lead < 0x80 ? 1 : lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0;
  if (count < 2) return count == 1 ? 1 : -1;
  if (lead == 0xE0) lowest = 0xA0;
  if (lead == 0xED) highest = 0x9F;
  if (lead == 0xF0) lowest = 0x90;
  if (lead == 0xF4) highest = 0x8F;
  for (ptrdiff_t i = 1; i < count; i++) {
    if (at + (size_t)i >= length) return -i;
    uint8_t byte = text[at + (size_t)i];
    if (byte < lowest || byte > highest) return -i;
    lowest = 0x80;
    highest = 0xBF;
  }
  return count;
}

enum { WORD = sizeof(uint64_t) };

// Whether the next eight bytes are ASCII and none of them is a carriage return.
static bool is_plain_word(const uint8_t *text, size_t length, size_t at) {
  const uint64_t ones = 0x0101010101010101ULL, highest = 0x80 * ones;
  uint64_t word;
  if (length - at < WORD) return false;
  memcpy(&word, text + at, WORD);
  uint64_t noReturn = word ^ (0x0D * ones);
  return (word & highest) == 0 && ((noReturn - ones) & ~noReturn & highest) == 0;
}

static bool is_clean_bytewise(const uint8_t *text, size_t length) {
  size_t at = 0;
  while (at < length) {
    if (is_plain_word(text, length, at)) {
      at += WORD;
      continue;
    }
    ptrdiff_t count = sequence(text, length, at);
    if (count < 0 || text[at] == 0x0D) return false;
    at += (size_t)count;
  }
  return true;
}

#if defined(__x86_64__)
#include <immintrin.h>

enum {
  TOO_SHORT = 1, TOO_LONG = 2, OVERLONG_3 = 4, TOO_LARGE = 8, SURROGATE = 16, OVERLONG_2 = 32,
  TOO_LARGE_1000 = 64, OVERLONG_4 = 64, TWO_CONTINUATIONS = 128,
  CARRY = TOO_SHORT | TOO_LONG | TWO_CONTINUATIONS,
};

#define TWICE(...) _mm256_setr_epi8(__VA_ARGS__, __VA_ARGS__)
#define LANES __attribute__((target("avx2"))) static inline

// The bytes of `input`, each moved up by `N`, with the last ones of `before` in front.
#define SHIFTED(N) \
  _mm256_alignr_epi8(input, _mm256_permute2x128_si256(before, input, 0x21), 16 - N)

LANES __m256i looked_up(__m256i table, __m256i index) { return _mm256_shuffle_epi8(table, index); }

LANES __m256i high_halves(__m256i bytes) {
  return _mm256_and_si256(_mm256_srli_epi16(bytes, 4), _mm256_set1_epi8(0x0F));
}

LANES __m256i faults(__m256i input, __m256i before) {
  const __m256i firstHigh = TWICE(
    TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG,
    (char)TWO_CONTINUATIONS, (char)TWO_CONTINUATIONS, (char)TWO_CONTINUATIONS, (char)TWO_CONTINUATIONS,
    TOO_SHORT | OVERLONG_2, TOO_SHORT, TOO_SHORT | OVERLONG_3 | SURROGATE,
    TOO_SHORT | TOO_LARGE | TOO_LARGE_1000 | OVERLONG_4);
  const __m256i firstLow = TWICE(
    (char)(CARRY | OVERLONG_3 | OVERLONG_2 | OVERLONG_4), (char)(CARRY | OVERLONG_2), (char)CARRY,
    (char)CARRY, (char)(CARRY | TOO_LARGE),
    (char)(CARRY | TOO_LARGE | TOO_LARGE_1000), (char)(CARRY | TOO_LARGE | TOO_LARGE_1000),
    (char)(CARRY | TOO_LARGE | TOO_LARGE_1000), (char)(CARRY | TOO_LARGE | TOO_LARGE_1000),
    (char)(CARRY | TOO_LARGE | TOO_LARGE_1000), (char)(CARRY | TOO_LARGE | TOO_LARGE_1000),
    (char)(CARRY | TOO_LARGE | TOO_LARGE_1000), (char)(CARRY | TOO_LARGE | TOO_LARGE_1000),
    (char)(CARRY | TOO_LARGE | TOO_LARGE_1000 | SURROGATE), (char)(CARRY | TOO_LARGE | TOO_LARGE_1000),
    (char)(CARRY | TOO_LARGE | TOO_LARGE_1000));
  const __m256i secondHigh = TWICE(
    TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT,
    (char)(TOO_LONG | OVERLONG_2 | TWO_CONTINUATIONS | OVERLONG_3 | TOO_LARGE_1000 | OVERLONG_4),
    (char)(TOO_LONG | OVERLONG_2 | TWO_CONTINUATIONS | OVERLONG_3 | TOO_LARGE),
    (char)(TOO_LONG | OVERLONG_2 | TWO_CONTINUATIONS | SURROGATE | TOO_LARGE),
    (char)(TOO_LONG | OVERLONG_2 | TWO_CONTINUATIONS | SURROGATE | TOO_LARGE),
    TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT);
  __m256i one = SHIFTED(1);
  __m256i special = _mm256_and_si256(
    _mm256_and_si256(
      looked_up(firstHigh, high_halves(one)),
      looked_up(firstLow, _mm256_and_si256(one, _mm256_set1_epi8(0x0F)))),
    looked_up(secondHigh, high_halves(input)));
  // Third and fourth bytes have to be continuations, and nothing else may be two of them in a row.
  __m256i third = _mm256_subs_epu8(SHIFTED(2), _mm256_set1_epi8((char)(0xE0 - 0x80)));
  __m256i fourth = _mm256_subs_epu8(SHIFTED(3), _mm256_set1_epi8((char)(0xF0 - 0x80)));
  __m256i wanted = _mm256_and_si256(_mm256_or_si256(third, fourth), _mm256_set1_epi8((char)0x80));
  return _mm256_xor_si256(wanted, special);
}

// Whether a sequence that goes on begins in the last bytes.
LANES __m256i unfinished(__m256i input) {
  const __m256i most = _mm256_setr_epi8(
    -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1,
    -1, -1, -1, -1, (char)(0xF0 - 1), (char)(0xE0 - 1), (char)(0xC0 - 1));
  return _mm256_subs_epu8(input, most);
}

__attribute__((target("avx2"))) static bool is_clean_by_vectors(const uint8_t *text, size_t length) {
  __m256i fault = _mm256_setzero_si256(), before = fault, open = fault;
  const __m256i carriageReturn = _mm256_set1_epi8(0x0D);
  size_t at = 0;
  for (; at + 64 <= length; at += 64) {
    __m256i one = _mm256_loadu_si256((const __m256i *)(text + at));
    __m256i two = _mm256_loadu_si256((const __m256i *)(text + at + 32));
    fault = _mm256_or_si256(
      fault, _mm256_or_si256(
        _mm256_cmpeq_epi8(one, carriageReturn), _mm256_cmpeq_epi8(two, carriageReturn)));
    if (_mm256_movemask_epi8(_mm256_or_si256(one, two)) == 0) {
      fault = _mm256_or_si256(fault, open);
      open = _mm256_setzero_si256();
    } else {
      fault = _mm256_or_si256(fault, faults(one, before));
      fault = _mm256_or_si256(fault, faults(two, one));
      open = unfinished(two);
    }
    before = two;
    if ((at & 0xFFFF) == 0 && !_mm256_testz_si256(fault, fault)) return false;
  }
  if (!_mm256_testz_si256(fault, fault)) return false;
  // The rest, from the start of the code point that the last vector may have cut.
  size_t back = 0;
  while (back < 3 && back < at && (text[at - 1 - back] & 0xC0) == 0x80) back++;
  if (back < at && text[at - 1 - back] >= 0xC0) at -= back + 1;
  return is_clean_bytewise(text + at, length - at);
}
#endif

static bool is_clean(const uint8_t *text, size_t length) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2")) return is_clean_by_vectors(text, length);
#endif
  return is_clean_bytewise(text, length);
}

struct stretch {
  const uint8_t *text;
  size_t length;
  bool isClean;
};

static void *check_stretch(void *argument) {
  struct stretch *stretch = argument;
  stretch->isClean = is_clean(stretch->text, stretch->length);
  return NULL;
}

// From this length on a second thread is worth its while.
static const size_t long_text = 8 << 20;

int cunicode_is_clean(const uint8_t *text, size_t length) {
  pthread_t thread;
  if (length < long_text) return is_clean(text, length);
  size_t half = length / 2;
  while (half > length / 2 - 3 && (text[half] & 0xC0) == 0x80) half--;
  struct stretch first = {text, half, false}, second = {text + half, length - half, false};
  if (pthread_create(&thread, NULL, check_stretch, &second) != 0) return is_clean(text, length);
  check_stretch(&first);
  pthread_join(thread, NULL);
  return first.isClean && second.isClean;
}

void cunicode_count_sequences(const uint8_t *text, size_t length, size_t *valid, size_t *broken) {
  *valid = *broken = 0;
  for (size_t at = 0; at < length;) {
    if (is_plain_word(text, length, at)) {
      at += WORD;
      continue;
    }
    ptrdiff_t count = sequence(text, length, at);
    if (count < 0) ++*broken;
    if (count > 1) ++*valid;
    at += (size_t)(count < 0 ? -count : count);
  }
}

// Copies bytes, or only counts them when there is nowhere to copy them to.
static void put(uint8_t *target, size_t *written, const void *bytes, size_t count) {
  if (target != NULL) memcpy(target + *written, bytes, count);
  *written += count;
}

size_t cunicode_repair(const uint8_t *text, size_t length, uint8_t *repaired) {
  size_t written = 0;
  for (size_t at = 0; at < length;) {
    if (is_plain_word(text, length, at)) {
      put(repaired, &written, text + at, WORD);
      at += WORD;
      continue;
    }
    ptrdiff_t count = sequence(text, length, at);
    if (count < 0) {
      put(repaired, &written, "\xEF\xBF\xBD", 3);
      at += (size_t)-count;
    } else if (text[at] == 0x0D) {
      put(repaired, &written, "\n", 1);
      at += at + 1 < length && text[at + 1] == 0x0A ? 2 : 1;
    } else {
      put(repaired, &written, text + at, (size_t)count);
      at += (size_t)count;
    }
  }
  return written;
}

void cunicode_blot_out(uint8_t *text, size_t length) {
  for (size_t at = 0; at < length;) {
    ptrdiff_t count = sequence(text, length, at);
    if (count < 0) memset(text + at, '?', (size_t)-count);
    at += (size_t)(count < 0 ? -count : count);
  }
}
