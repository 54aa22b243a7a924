#include "CMarkdown.h"

#include <stdlib.h>

static const char *text_of(cmark_node *node, cmark_node_type type) {
  switch (type) {
  case CMARK_NODE_TEXT:
  case CMARK_NODE_CODE:
  case CMARK_NODE_CODE_BLOCK:
  case CMARK_NODE_HTML_BLOCK:
  case CMARK_NODE_HTML_INLINE: return cmark_node_get_literal(node);
  case CMARK_NODE_LINK:
  case CMARK_NODE_IMAGE: return cmark_node_get_url(node);
  default: return NULL;
  }
}

static int32_t number_of(cmark_node *node, cmark_node_type type) {
  if (type == CMARK_NODE_HEADING) return cmark_node_get_heading_level(node);
  if (type != CMARK_NODE_LIST) return 0;
  return cmark_node_get_list_type(node) == CMARK_ORDERED_LIST ? cmark_node_get_list_start(node) : -1;
}

cmarkdown_document cmarkdown_parse(const char *bytes, size_t length) {
  cmarkdown_document document = {NULL, 0, NULL};
  document.root = cmark_parse_document(bytes, length, CMARK_OPT_DEFAULT);
  cmark_iter *walk = document.root ? cmark_iter_new(document.root) : NULL;
  size_t room = 0;
  cmark_event_type event;
  while (walk && (event = cmark_iter_next(walk)) != CMARK_EVENT_DONE) {
    if (document.count == room) {
      room = room ? room * 2 : 256;
      cmarkdown_event *grown = realloc(document.events, room * sizeof *grown);
      if (!grown) {
        document.count = 0;
        break;
      }
      document.events = grown;
    }
    cmark_node *node = cmark_iter_get_node(walk);
    cmark_node_type type = cmark_node_get_type(node);
    document.events[document.count++] = (cmarkdown_event){
        (int32_t)type, event == CMARK_EVENT_EXIT, text_of(node, type), number_of(node, type)};
  }
  if (walk) cmark_iter_free(walk);
  return document;
}

void cmarkdown_free(cmarkdown_document *document) {
  free(document->events);
  if (document->root) cmark_node_free(document->root);
  *document = (cmarkdown_document){NULL, 0, NULL};
}
