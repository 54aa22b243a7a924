// expat calls back for each tag and text; the callbacks fill arrays and stop the parser at the limits. Entities of
// the document are expanded within expat's own limit and ours; those that are declared nowhere, such as HTML's
// &nbsp;, stay as they are written, and external ones are passed over.

#include "CXML.h"

// The header declares the limit on amplification only for builds with DTDs, which all are.
#define XML_DTD 1
#include <expat.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum {
  DEEPEST = 1000,
  MOST_NAMES = 4096,
  NAME_SLOTS = 16384,
  LONGEST_NAME = 1024,
  PORTION = 1 << 20,
  LOOKS_AT_CLOCK_EVERY = 1 << 10,
};

typedef struct parsing {
  cxml_document *document;
  XML_Parser parser;
  size_t node_room, attribute_room, text_room;
  size_t most_nodes, most_text;
  int64_t deadline;
  unsigned events;
  int depth;
  int32_t open[DEEPEST + 1];
  int32_t slots[NAME_SLOTS];
} parsing;

static int64_t processor_milliseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static void stop(parsing *p, cxml_failure failure) {
  if (p->document->failure == CXML_NONE) p->document->failure = failure;
  XML_StopParser(p->parser, XML_FALSE);
}

static int has_stopped(parsing *p) {
  if (p->document->failure != CXML_NONE) return 1;
  if (++p->events % LOOKS_AT_CLOCK_EVERY == 0 && processor_milliseconds() > p->deadline) {
    stop(p, CXML_TIME);
    return 1;
  }
  return 0;
}

/// Makes room for one more element of an array; 0 without memory.
static int grow(void **array, size_t *room, size_t needed, size_t size) {
  if (needed <= *room) return 1;
  size_t wanted = *room ? *room * 2 : 1024;
  while (wanted < needed) wanted *= 2;
  void *grown = realloc(*array, wanted * size);
  if (!grown) return 0;
  *array = grown;
  *room = wanted;
  return 1;
}

/// Adds to the text of the document; 0 beyond the limit.
static int add_text(parsing *p, const char *bytes, size_t length) {
  cxml_document *d = p->document;
  if (d->text_length + length > p->most_text ||
      !grow((void **)&d->text, &p->text_room, d->text_length + length, 1)) {
    stop(p, CXML_SIZE);
    return 0;
  }
  memcpy(d->text + d->text_length, bytes, length);
  d->text_length += length;
  return 1;
}

/// The index of a name, which is kept once; -1 beyond the limit.
static int32_t index_of(parsing *p, const char *name) {
  cxml_document *d = p->document;
  uint32_t hash = 2166136261u;
  for (const char *c = name; *c; c++) hash = (hash ^ (unsigned char)*c) * 16777619u;
  uint32_t slot = hash % NAME_SLOTS;
  while (p->slots[slot]) {
    if (!strcmp(d->names[p->slots[slot] - 1], name)) return p->slots[slot] - 1;
    slot = (slot + 1) % NAME_SLOTS;
  }
  char *copy = d->name_count < MOST_NAMES && strlen(name) <= LONGEST_NAME ? strdup(name) : NULL;
  if (!copy) {
    stop(p, CXML_SIZE);
    return -1;
  }
  d->names[d->name_count++] = copy;
  p->slots[slot] = (int32_t)d->name_count;
  return p->slots[slot] - 1;
}

static cxml_node *add_node(parsing *p, int32_t name) {
  cxml_document *d = p->document;
  if (d->node_count >= p->most_nodes ||
      !grow((void **)&d->nodes, &p->node_room, d->node_count + 1, sizeof(cxml_node))) {
    stop(p, CXML_SIZE);
    return NULL;
  }
  cxml_node *node = &d->nodes[d->node_count++];
  memset(node, 0, sizeof *node);
  node->parent = p->depth ? p->open[p->depth - 1] : -1;
  node->end = (int32_t)d->node_count;
  node->name = name;
  node->first_attribute = (int32_t)d->attribute_count;
  node->start = d->text_length;
  return node;
}

static void add_attribute(parsing *p, const char *name, const char *value) {
  cxml_document *d = p->document;
  if (d->attribute_count >= p->most_nodes ||
      !grow((void **)&d->attributes, &p->attribute_room, d->attribute_count + 1,
            sizeof(cxml_attribute)))
    return stop(p, CXML_SIZE);
  int32_t index = index_of(p, name);
  size_t start = d->text_length, length = strlen(value);
  if (index < 0 || !add_text(p, value, length)) return;
  d->attributes[d->attribute_count++] =
      (cxml_attribute){.name = index, .length = (uint32_t)length, .start = start};
}

static void XMLCALL begin(void *context, const char *name, const char **attributes) {
  parsing *p = context;
  if (has_stopped(p)) return;
  if (p->depth >= DEEPEST) return stop(p, CXML_SIZE);
  int32_t index = index_of(p, name);
  if (index < 0 || !add_node(p, index)) return;
  size_t at = p->document->node_count - 1;
  for (; *attributes && p->document->failure == CXML_NONE; attributes += 2)
    add_attribute(p, attributes[0], attributes[1]);
  cxml_node *node = &p->document->nodes[at];
  node->attribute_count = (int32_t)p->document->attribute_count - node->first_attribute;
  p->open[p->depth++] = (int32_t)at;
}

static void XMLCALL end(void *context, const char *name) {
  parsing *p = context;
  (void)name;
  if (p->document->failure != CXML_NONE || p->depth == 0) return;
  p->document->nodes[p->open[--p->depth]].end = (int32_t)p->document->node_count;
}

static void XMLCALL text(void *context, const char *bytes, int length) {
  parsing *p = context;
  cxml_document *d = p->document;
  if (has_stopped(p) || p->depth == 0 || length <= 0) return;
  cxml_node *last = d->node_count ? &d->nodes[d->node_count - 1] : NULL;
  int continues = last && last->name < 0 && last->parent == p->open[p->depth - 1] &&
                  last->start + last->length == d->text_length;
  if (!continues && !(last = add_node(p, -1))) return;
  if (add_text(p, bytes, (size_t)length)) last->length += (uint32_t)length;
}

/// An entity that is declared nowhere.
static void XMLCALL skipped(void *context, const char *name, int is_parameter) {
  if (is_parameter) return;
  text(context, "&", 1);
  text(context, name, (int)strlen(name));
  text(context, ";", 1);
}

/// Hands on a portion, with blanks in the place of control bytes that no XML may hold but some does.
static enum XML_Status parse_portion(parsing *p, const char *bytes, size_t length, int is_last) {
  char *buffer = XML_GetBuffer(p->parser, (int)length + 1);
  if (!buffer) return XML_STATUS_ERROR;
  for (size_t i = 0; i < length; i++) {
    unsigned char byte = (unsigned char)bytes[i];
    buffer[i] = byte >= 0x20 || byte == '\n' || byte == '\t' || byte == '\r' ? bytes[i] : ' ';
  }
  return XML_ParseBuffer(p->parser, (int)length, is_last);
}

static void configure(parsing *p) {
  XML_SetUserData(p->parser, p);
  XML_SetElementHandler(p->parser, begin, end);
  XML_SetCharacterDataHandler(p->parser, text);
  XML_SetSkippedEntityHandler(p->parser, skipped);
  // As if there were a DTD that is not read: what it may declare is passed over instead of being a fault.
  XML_UseForeignDTD(p->parser, XML_TRUE);
  XML_SetParamEntityParsing(p->parser, XML_PARAM_ENTITY_PARSING_NEVER);
  XML_SetBillionLaughsAttackProtectionMaximumAmplification(p->parser, 20.0f);
  XML_SetBillionLaughsAttackProtectionActivationThreshold(p->parser, 1 << 20);
}

static void parse_all(parsing *p, const char *bytes, size_t length) {
  size_t at = 0;
  do {
    size_t portion = length - at < PORTION ? length - at : PORTION;
    if (processor_milliseconds() > p->deadline) return stop(p, CXML_TIME);
    if (parse_portion(p, bytes + at, portion, at + portion == length) != XML_STATUS_OK) break;
    at += portion;
    if (at == length) return;
  } while (p->document->failure == CXML_NONE);
  if (p->document->failure != CXML_NONE) return;
  enum XML_Error error = XML_GetErrorCode(p->parser);
  int is_size = error == XML_ERROR_AMPLIFICATION_LIMIT_BREACH || error == XML_ERROR_NO_MEMORY;
  p->document->failure = is_size ? CXML_SIZE : CXML_SYNTAX;
  p->document->line = XML_GetCurrentLineNumber(p->parser);
}

cxml_document cxml_parse(
    const char *bytes, size_t length, size_t most_nodes, size_t most_text, int64_t most_milliseconds) {
  cxml_document document = {0};
  document.names = calloc(MOST_NAMES, sizeof(char *));
  parsing *p = calloc(1, sizeof *p);
  XML_Parser parser = XML_ParserCreateNS("UTF-8", ' ');
  if (document.names && p && parser) {
    p->document = &document;
    p->parser = parser;
    p->most_nodes = most_nodes < INT32_MAX ? most_nodes : INT32_MAX - 1;
    p->most_text = most_text;
    p->deadline = processor_milliseconds() + most_milliseconds;
    configure(p);
    parse_all(p, bytes, length);
    // What is still open at a fault ends with what there is.
    while (p->depth > 0) document.nodes[p->open[--p->depth]].end = (int32_t)document.node_count;
  } else {
    document.failure = CXML_SIZE;
  }
  if (parser) XML_ParserFree(parser);
  free(p);
  return document;
}

void cxml_free(cxml_document *document) {
  for (size_t i = 0; i < document->name_count; i++) free(document->names[i]);
  free(document->names);
  free(document->nodes);
  free(document->attributes);
  free(document->text);
  *document = (cxml_document){0};
}
