// Unicode facts that Swift's standard library does not offer on UTF-8 bytes:
// display width, grapheme clusters, line-break opportunities, normal forms.
// Tables come from utf8proc, GNU libunistring and the C library.
#ifndef CUNICODE_H
#define CUNICODE_H

#include <stddef.h>
#include <stdint.h>

/// Columns that the code point takes on a terminal: 0, 1 or 2, and -1 when it is not printable.
int cunicode_width(uint32_t codePoint);

/// Byte offset at which the grapheme cluster that starts at `start` ends (UAX #29).
/// Invalid bytes count as clusters of one byte.
size_t cunicode_grapheme_end(const uint8_t *text, size_t length, size_t start);

/// The last offset from `lowest` up to `limit` at which a grapheme cluster surely starts, whatever stands
/// further back: neither the code point before it nor the one at it joins others. `lowest`, moved to the
/// start of a code point, when there is none.
size_t cunicode_sure_grapheme_start(const uint8_t *text, size_t length, size_t lowest, size_t limit);

/// What may happen before a byte, as `cunicode_line_breaks` writes it.
enum { CUNICODE_BREAK_NONE = 0, CUNICODE_BREAK_ALLOWED = 1, CUNICODE_BREAK_REQUIRED = 2 };

/// Writes one CUNICODE_BREAK_ value a byte of `text`: may a line end before it (UAX #14)?
void cunicode_line_breaks(const uint8_t *text, size_t length, uint8_t *breaks);

/// Compatibility normal form (NFKC) of `text`, in memory of its own that the caller frees;
/// NULL when memory runs out or the text is not valid UTF-8. With `foldCase` not 0, case is folded too.
uint8_t *cunicode_nfkc(const uint8_t *text, size_t length, int foldCase, size_t *outLength);

/// Canonical normal form of `text`: NFC, or NFD with `compose` 0. In memory of its own that the caller
/// frees; NULL when memory runs out or the text is not valid UTF-8.
uint8_t *cunicode_canonical(const uint8_t *text, size_t length, int compose, size_t *outLength);

/// `text` without accents and other marks (NFKD, marks left out), in memory of its own that the caller
/// frees; NULL when memory runs out or the text is not valid UTF-8.
uint8_t *cunicode_plain(const uint8_t *text, size_t length, size_t *outLength);

/// Index of the first `byte` of the text; -1 when there is none.
ptrdiff_t cunicode_find_first(const uint8_t *text, size_t length, uint8_t byte);

/// Index of the last `byte` of the text; -1 when there is none.
ptrdiff_t cunicode_find_last(const uint8_t *text, size_t length, uint8_t byte);

/// Index of the first place where `words` stand in the text; -1 when there is none.
ptrdiff_t cunicode_find(const uint8_t *text, size_t length, const uint8_t *words, size_t wordsLength);

/// How many code points begin in some bytes of UTF-8.
size_t cunicode_code_points(const uint8_t *text, size_t length);

/// Whether bytes are UTF-8 without carriage returns; 1 when they are.
int cunicode_is_clean(const uint8_t *text, size_t length);

/// How many sequences of more than one byte are UTF-8, and how many of one byte or more are not: each is
/// the longest beginning of a sequence (Unicode 15, section 3.9, "maximal subpart").
void cunicode_count_sequences(const uint8_t *text, size_t length, size_t *valid, size_t *broken);

/// Writes bytes as UTF-8 with LF line ends: each sequence that is none becomes U+FFFD. Returns how many
/// bytes that are; with `repaired` NULL it writes nothing.
size_t cunicode_repair(const uint8_t *text, size_t length, uint8_t *repaired);

/// Puts question marks where bytes are no UTF-8, so that the length stays.
void cunicode_blot_out(uint8_t *text, size_t length);

#endif
