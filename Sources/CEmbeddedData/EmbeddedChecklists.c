#include "EmbeddedChecklists.h"

#define CHECKLIST(name) \
  extern const char galley_checklist_##name[], galley_checklist_##name##_end[];
CHECKLIST(news_report)
CHECKLIST(class)
#undef CHECKLIST

const char *galley_checklist(int list, size_t *length) {
#define RETURN(name) \
  *length = (size_t)(galley_checklist_##name##_end - galley_checklist_##name); \
  return galley_checklist_##name
  switch (list) {
  case GALLEY_CHECKLIST_NEWS_REPORT: RETURN(news_report);
  case GALLEY_CHECKLIST_CLASS: RETURN(class);
  default: *length = 0; return NULL;
  }
#undef RETURN
}
