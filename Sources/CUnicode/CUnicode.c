#define _GNU_SOURCE
#include "CUnicode.h"

#include <locale.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <unilbrk.h>
#include <utf8proc.h>
#include <wchar.h>

// wcwidth answers for the thread's locale, so every call borrows C.UTF-8: widths must not depend on
// what the user's environment says.
static locale_t utf8Locale;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void openLocale(void) { utf8Locale = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0); }

int cunicode_width(uint32_t codePoint) {
  if (codePoint >= 0x20 && codePoint < 0x7f) return 1;
  if (codePoint < 0xa0) return codePoint == 0 ? 0 : -1;
  pthread_once(&once, openLocale);
  if (utf8Locale == (locale_t)0) return utf8proc_charwidth((utf8proc_int32_t)codePoint);
  locale_t previous = uselocale(utf8Locale);
  int width = wcwidth((wchar_t)codePoint);
  uselocale(previous);
  return width;
}

size_t cunicode_grapheme_end(const uint8_t *text, size_t length, size_t start) {
  utf8proc_int32_t previous, next, state = 0;
  if (start >= length) return length;
  utf8proc_ssize_t read = utf8proc_iterate(text + start, (utf8proc_ssize_t)(length - start), &previous);
  if (read <= 0) return start + 1;
  size_t at = start + (size_t)read;
  while (at < length) {
    read = utf8proc_iterate(text + at, (utf8proc_ssize_t)(length - at), &next);
    if (read <= 0 || utf8proc_grapheme_break_stateful(previous, next, &state)) break;
    at += (size_t)read;
    previous = next;
  }
  return at;
}

static int is_continuation(uint8_t byte) { return (byte & 0xC0) == 0x80; }

/// Whether a cluster starts at `at`, told from the code points on either side alone: a code point before
/// it that extends others, as joiners and marks do, may belong to a sequence that goes on.
static int surely_starts(const uint8_t *text, size_t length, size_t before, size_t at) {
  utf8proc_int32_t previous, next;
  if (utf8proc_iterate(text + before, (utf8proc_ssize_t)(at - before), &previous) <= 0) return 1;
  if (utf8proc_iterate(text + at, (utf8proc_ssize_t)(length - at), &next) <= 0) return 1;
  return utf8proc_grapheme_break(previous, next) && utf8proc_grapheme_break('a', previous);
}

/// Whether the code point at `at` is one of the letters that pair up to flags (U+1F1E6 to U+1F1FF).
static int is_flag_letter(const uint8_t *text, size_t length, size_t at) {
  return length - at >= 4 && text[at] == 0xF0 && text[at + 1] == 0x9F && text[at + 2] == 0x87
    && text[at + 3] >= 0xA6 && text[at + 3] <= 0xBF;
}

/// Which letters pair up to flags depends on where their run starts; so far back it is looked for.
static const size_t longest_run_of_flags = 1 << 20;

/// Where the pair starts that the letter at `at` belongs to.
static size_t start_of_flag(const uint8_t *text, size_t length, size_t at) {
  size_t start = at;
  while (start >= 4 && at - start < longest_run_of_flags && is_flag_letter(text, length, start - 4)) start -= 4;
  return (at - start) % 8 == 0 ? at : at - 4;
}

size_t cunicode_sure_grapheme_start(const uint8_t *text, size_t length, size_t lowest, size_t limit) {
  size_t at = limit < length ? limit : length;
  while (at > lowest && at < length && is_continuation(text[at])) at--;
  while (at > lowest && at < length) {
    size_t before = at - 1;
    while (before > lowest && is_continuation(text[before])) before--;
    int isASCII = text[before] < 0x80 && text[at] < 0x80;
    if (isASCII ? text[before] != 0x0D || text[at] != 0x0A : surely_starts(text, length, before, at)) return at;
    if (is_flag_letter(text, length, before) && is_flag_letter(text, length, at)) return start_of_flag(text, length, at);
    at = before;
  }
  while (at < limit && is_continuation(text[at])) at++;
  return at;
}

void cunicode_line_breaks(const uint8_t *text, size_t length, uint8_t *breaks) {
  u8_possible_linebreaks(text, length, "UTF-8", (char *)breaks);
  for (size_t i = 0; i < length; i++) {
    switch (breaks[i]) {
    case UC_BREAK_POSSIBLE: breaks[i] = CUNICODE_BREAK_ALLOWED; break;
    case UC_BREAK_MANDATORY: breaks[i] = CUNICODE_BREAK_REQUIRED; break;
    default: breaks[i] = CUNICODE_BREAK_NONE;
    }
  }
}

uint8_t *cunicode_nfkc(const uint8_t *text, size_t length, int foldCase, size_t *outLength) {
  utf8proc_uint8_t *result = NULL;
  int options = UTF8PROC_STABLE | UTF8PROC_COMPAT | UTF8PROC_COMPOSE;
  if (foldCase) options |= UTF8PROC_CASEFOLD;
  utf8proc_ssize_t n = utf8proc_map(text, (utf8proc_ssize_t)length, &result, (utf8proc_option_t)options);
  if (n < 0) return NULL;
  *outLength = (size_t)n;
  return result;
}

uint8_t *cunicode_canonical(const uint8_t *text, size_t length, int compose, size_t *outLength) {
  utf8proc_uint8_t *result = NULL;
  int options = UTF8PROC_STABLE | (compose ? UTF8PROC_COMPOSE : UTF8PROC_DECOMPOSE);
  utf8proc_ssize_t n = utf8proc_map(text, (utf8proc_ssize_t)length, &result, (utf8proc_option_t)options);
  if (n < 0) return NULL;
  *outLength = (size_t)n;
  return result;
}

uint8_t *cunicode_plain(const uint8_t *text, size_t length, size_t *outLength) {
  utf8proc_uint8_t *result = NULL;
  int options = UTF8PROC_STABLE | UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE | UTF8PROC_STRIPMARK;
  utf8proc_ssize_t n = utf8proc_map(text, (utf8proc_ssize_t)length, &result, (utf8proc_option_t)options);
  if (n < 0) return NULL;
  *outLength = (size_t)n;
  return result;
}

ptrdiff_t cunicode_find_first(const uint8_t *text, size_t length, uint8_t byte) {
  const uint8_t *found = length > 0 ? memchr(text, byte, length) : NULL;
  return found == NULL ? -1 : found - text;
}

ptrdiff_t cunicode_find_last(const uint8_t *text, size_t length, uint8_t byte) {
  const uint8_t *found = length > 0 ? memrchr(text, byte, length) : NULL;
  return found == NULL ? -1 : found - text;
}

size_t cunicode_code_points(const uint8_t *text, size_t length) {
  size_t count = 0;
  for (size_t at = 0; at < length; at++) count += (text[at] & 0xC0) != 0x80;
  return count;
}

ptrdiff_t cunicode_find(const uint8_t *text, size_t length, const uint8_t *words, size_t wordsLength) {
  const uint8_t *found = length > 0 ? memmem(text, length, words, wordsLength) : NULL;
  return found == NULL ? -1 : found - text;
}
