// Where the embedded data of name recognition starts and ends.
#ifndef CEMBEDDEDDATA_NAMES_H
#define CEMBEDDEDDATA_NAMES_H

#include <stddef.h>

extern const unsigned char cembedded_gazetteer_start[], cembedded_gazetteer_end[];
extern const unsigned char cembedded_words_start[], cembedded_words_end[];
extern const unsigned char cembedded_names_model_start[], cembedded_names_model_end[];

static inline const void *cembedded_gazetteer(void) { return cembedded_gazetteer_start; }
static inline size_t cembedded_gazetteer_size(void) {
  return (size_t)(cembedded_gazetteer_end - cembedded_gazetteer_start);
}
static inline const void *cembedded_words(void) { return cembedded_words_start; }
static inline size_t cembedded_words_size(void) {
  return (size_t)(cembedded_words_end - cembedded_words_start);
}
static inline const void *cembedded_names_model(void) { return cembedded_names_model_start; }
static inline size_t cembedded_names_model_size(void) {
  return (size_t)(cembedded_names_model_end - cembedded_names_model_start);
}

#endif
