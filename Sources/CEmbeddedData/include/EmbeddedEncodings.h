// The indexes of legacy encodings that are compiled into the binary.
#ifndef EMBEDDEDENCODINGS_H
#define EMBEDDEDENCODINGS_H

#include <stddef.h>

/// What the bytes of legacy encodings mean; `length` is set to the size in bytes.
static inline const void *galley_encodings(size_t *length) {
  extern const char galley_legacy_indexes[], galley_legacy_indexes_end[];
  *length = (size_t)(galley_legacy_indexes_end - galley_legacy_indexes);
  return galley_legacy_indexes;
}

#endif
