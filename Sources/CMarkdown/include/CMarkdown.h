// CommonMark as a flat array of nodes: the reference parser, cmark.
#ifndef CMARKDOWN_H
#define CMARKDOWN_H

#include <cmark.h>
#include <stddef.h>
#include <stdint.h>

/// A node as its tree is walked over: once where it begins and, if it can hold others, once where it ends.
typedef struct cmarkdown_event {
  /// A cmark_node_type.
  int32_t type;
  /// Whether the node ends here.
  int32_t ends;
  /// The text of a text, of code or of HTML; the address of a link or a picture. NULL when there is none.
  const char *text;
  /// The level of a heading; the number of the first item of an ordered list, -1 of a bulleted one.
  int32_t number;
} cmarkdown_event;

/// A parsed document. All that it points to is freed with it.
typedef struct cmarkdown_document {
  cmarkdown_event *events;
  size_t count;
  cmark_node *root;
} cmarkdown_document;

/// Parses UTF-8 bytes. Of a document that takes too much memory there are no events.
cmarkdown_document cmarkdown_parse(const char *bytes, size_t length);

/// Frees a document.
void cmarkdown_free(cmarkdown_document *document);

#endif
