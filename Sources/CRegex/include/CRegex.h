// Regular expressions on UTF-8 bytes, through PCRE2 with its just-in-time compiler.
#ifndef CREGEX_H
#define CREGEX_H

#include <stddef.h>
#include <stdint.h>

/// A compiled pattern.
typedef struct cregex cregex;

/// Compiles `pattern`; with `ignoreCase` not 0 without regard to case. On failure returns NULL and
/// writes the byte offset of the fault and a message that ends in NUL.
cregex *cregex_compile(const uint8_t *pattern, size_t length, int ignoreCase,
                       size_t *faultOffset, char *message, size_t messageSize);

/// Finds the first match at or after `from`; 1 when there is one, 0 when not, -1 when the
/// search was given up because the pattern costs too much on this text.
int cregex_find(cregex *regex, const uint8_t *text, size_t length, size_t from,
                size_t *start, size_t *end);

/// Frees what `cregex_compile` made.
void cregex_free(cregex *regex);

#endif
