// Where the list of English words starts and ends.
#ifndef CEMBEDDEDDATA_SPELLING_H
#define CEMBEDDEDDATA_SPELLING_H

#include <stddef.h>

extern const unsigned char cembedded_english_words_start[], cembedded_english_words_end[];

static inline const void *cembedded_english_words(size_t *length) {
  *length = (size_t)(cembedded_english_words_end - cembedded_english_words_start);
  return cembedded_english_words_start;
}

#endif
