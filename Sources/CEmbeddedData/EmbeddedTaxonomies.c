#include "EmbeddedTaxonomies.h"

#define PACK(name) \
  extern const char galley_taxonomy_##name[], galley_taxonomy_##name##_end[];
PACK(bias)
PACK(verification)
PACK(propaganda)
PACK(status)
#undef PACK

const char *galley_taxonomy(int pack, size_t *length) {
#define RETURN(name) \
  *length = (size_t)(galley_taxonomy_##name##_end - galley_taxonomy_##name); \
  return galley_taxonomy_##name
  switch (pack) {
  case GALLEY_TAXONOMY_BIAS: RETURN(bias);
  case GALLEY_TAXONOMY_VERIFICATION: RETURN(verification);
  case GALLEY_TAXONOMY_PROPAGANDA: RETURN(propaganda);
  case GALLEY_TAXONOMY_STATUS: RETURN(status);
  default: *length = 0; return NULL;
  }
#undef RETURN
}
