// HTML as a browser sees it, in one flat array: Google's gumbo behind limits on memory and time.
#ifndef CHTML_H
#define CHTML_H

#include <gumbo.h>
#include <stddef.h>
#include <stdint.h>

/// An attribute of an element. Both strings end with a zero byte and live as long as their page.
typedef struct chtml_attribute {
  const char *name;
  const char *value;
} chtml_attribute;

/// A node, in document order, no more than 512 levels deep: the descendants of node k are the nodes k + 1 ..< end.
typedef struct chtml_node {
  /// The index of the node that holds it; -1 for the root.
  int32_t parent;
  /// The index after its last descendant.
  int32_t end;
  /// The first of its attributes.
  int32_t first_attribute;
  int32_t attribute_count;
  /// A GumboTag; GUMBO_TAG_LAST for text.
  int32_t tag;
  /// The bytes of a text; NULL for an element.
  const char *text;
  size_t length;
} chtml_node;

/// Why a page was not parsed.
typedef enum chtml_failure {
  CHTML_NONE,
  /// It needs more memory than the limit.
  CHTML_MEMORY,
  /// It needs more time than the limit.
  CHTML_TIME,
} chtml_failure;

/// A parsed page. All that it points to is freed with it.
typedef struct chtml_page {
  chtml_node *nodes;
  size_t node_count;
  chtml_attribute *attributes;
  chtml_failure failure;
  void *arena;
} chtml_page;

/// Parses UTF-8 bytes. Memory is counted in bytes, time in milliseconds of the processor.
chtml_page chtml_parse(
    const char *bytes, size_t length, size_t most_memory, int64_t most_milliseconds);

/// Parses bytes as gumbo does it by itself, and forgets what came of it: the measure for benchmarks.
void chtml_parse_only(const void *bytes, size_t length);

/// Frees a page; one that was not parsed as well.
void chtml_free(chtml_page *page);

#endif
