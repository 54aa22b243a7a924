// XML as one flat array in document order: expat behind limits on memory, depth and time. Nothing outside of
// the document is ever read.
#ifndef CXML_H
#define CXML_H

#include <stddef.h>
#include <stdint.h>

/// An attribute of an element.
typedef struct cxml_attribute {
  /// An index into the names of the document.
  int32_t name;
  uint32_t length;
  /// Where the value begins in the text of the document.
  size_t start;
} cxml_attribute;

/// A node, in document order: the descendants of node k are the nodes k + 1 ..< end.
typedef struct cxml_node {
  /// The index of the node that holds it; -1 for the root.
  int32_t parent;
  /// The index after its last descendant.
  int32_t end;
  /// An index into the names of the document; -1 for text.
  int32_t name;
  /// The first of its attributes, and how many it has.
  int32_t first_attribute;
  int32_t attribute_count;
  /// The length of a text, in bytes.
  uint32_t length;
  /// Where a text begins in the text of the document.
  size_t start;
} cxml_node;

/// Why a document was not parsed, or not to its end.
typedef enum cxml_failure {
  CXML_NONE,
  /// It is not well-formed; the nodes before the fault are there.
  CXML_SYNTAX,
  /// It has too many elements, attributes or levels, or its entities stand for too much.
  CXML_SIZE,
  /// It takes too long.
  CXML_TIME,
} cxml_failure;

/// A parsed document. All that it points to is freed with it.
typedef struct cxml_document {
  cxml_node *nodes;
  size_t node_count;
  cxml_attribute *attributes;
  size_t attribute_count;
  /// Names as "namespace local", with a blank between, or "local" alone; they end with a zero byte.
  char **names;
  size_t name_count;
  /// Texts and values of attributes in UTF-8, one behind the other.
  char *text;
  size_t text_length;
  cxml_failure failure;
  /// The line of a fault, from 1.
  size_t line;
} cxml_document;

/// Parses UTF-8 bytes, whatever encoding they declare. `most_text` bounds the text that comes of them, in
/// bytes; time is counted in milliseconds of the processor.
cxml_document cxml_parse(
    const char *bytes, size_t length, size_t most_nodes, size_t most_text, int64_t most_milliseconds);

/// Frees a document; one that was not parsed as well.
void cxml_free(cxml_document *document);

#endif
