#define PCRE2_CODE_UNIT_WIDTH 8
#include "CRegex.h"

#include <pcre2.h>
#include <stdio.h>
#include <stdlib.h>

struct cregex {
  pcre2_code *code;
  pcre2_match_data *data;
  pcre2_match_context *context;
};

cregex *cregex_compile(const uint8_t *pattern, size_t length, int ignoreCase,
                       size_t *faultOffset, char *message, size_t messageSize) {
  int error = 0;
  PCRE2_SIZE offset = 0;
  uint32_t options = PCRE2_UTF | PCRE2_UCP | PCRE2_MULTILINE;
  if (ignoreCase) options |= PCRE2_CASELESS;
  pcre2_code *code = pcre2_compile(pattern, length, options, &error, &offset, NULL);
  if (code == NULL) {
    *faultOffset = offset;
    if (pcre2_get_error_message(error, (PCRE2_UCHAR *)message, messageSize) < 0 && messageSize > 0)
      snprintf(message, messageSize, "not a regular expression");
    return NULL;
  }
  pcre2_jit_compile(code, PCRE2_JIT_COMPLETE);
  cregex *regex = malloc(sizeof *regex);
  if (regex == NULL) { pcre2_code_free(code); return NULL; }
  regex->code = code;
  regex->data = pcre2_match_data_create_from_pattern(code, NULL);
  regex->context = pcre2_match_context_create(NULL);
  pcre2_set_match_limit(regex->context, 1000000);
  return regex;
}

int cregex_find(cregex *regex, const uint8_t *text, size_t length, size_t from,
                size_t *start, size_t *end) {
  int found = pcre2_match(regex->code, text, length, from, PCRE2_NO_UTF_CHECK, regex->data,
                          regex->context);
  if (found == PCRE2_ERROR_NOMATCH) return 0;
  if (found < 0) return -1;
  PCRE2_SIZE *span = pcre2_get_ovector_pointer(regex->data);
  *start = span[0];
  *end = span[1];
  return 1;
}

void cregex_free(cregex *regex) {
  if (regex == NULL) return;
  pcre2_match_context_free(regex->context);
  pcre2_match_data_free(regex->data);
  pcre2_code_free(regex->code);
  free(regex);
}
