// The checklists that are compiled into the binary.
#ifndef EMBEDDEDCHECKLISTS_H
#define EMBEDDEDCHECKLISTS_H

#include <stddef.h>

/// The checklists, in the order in which they are offered.
enum {
  GALLEY_CHECKLIST_NEWS_REPORT,
  GALLEY_CHECKLIST_CLASS,
};

/// The TOML text of a checklist, without a NUL at its end; NULL when there is no such list.
const char *galley_checklist(int list, size_t *length);

#endif
