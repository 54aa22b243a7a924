// Where the lexicons of the languages start and end.
#ifndef CEMBEDDEDDATA_LEXICONS_H
#define CEMBEDDEDDATA_LEXICONS_H

#include <stddef.h>

#define CEMBEDDED_LEXICON(tag) \
  static inline const void *cembedded_lexicon_##tag(size_t *length) { \
    extern const char cembedded_lexicon_##tag##_start[], cembedded_lexicon_##tag##_end[]; \
    *length = (size_t)(cembedded_lexicon_##tag##_end - cembedded_lexicon_##tag##_start); \
    return cembedded_lexicon_##tag##_start; \
  }

CEMBEDDED_LEXICON(en)
CEMBEDDED_LEXICON(de)
CEMBEDDED_LEXICON(fr)
CEMBEDDED_LEXICON(es)

#endif
