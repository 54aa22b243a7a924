// The packs of terms that are compiled into the binary.
#ifndef EMBEDDEDTAXONOMIES_H
#define EMBEDDEDTAXONOMIES_H

#include <stddef.h>

/// The packs, in the order in which they are offered; the vocabulary of statuses is last.
enum {
  GALLEY_TAXONOMY_BIAS,
  GALLEY_TAXONOMY_VERIFICATION,
  GALLEY_TAXONOMY_PROPAGANDA,
  GALLEY_TAXONOMY_STATUS,
};

/// The TOML text of a pack, without a NUL at its end; NULL when there is no such pack.
const char *galley_taxonomy(int pack, size_t *length);

#endif
