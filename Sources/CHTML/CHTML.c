// gumbo asks for memory piece by piece, never looks whether it got any, and frees its tree by recursion.
// So it gets memory from an arena that is freed as a whole, and that leaves the parser by longjmp when a
// page wants too much memory or time: deep nesting and endless attributes cost no more than the limits.

#include "CHTML.h"

#include <setjmp.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum {
  BLOCK_SIZE = 1 << 18,
  LOOKS_AT_CLOCK_EVERY = 1 << 10,
  /// What is nested deeper stands beside the node at this depth, as in browsers.
  DEEPEST = 512,
};

typedef struct block {
  struct block *next;
  _Alignas(16) char bytes[];
} block;

typedef struct arena {
  block *blocks;
  char *at;
  size_t left;
  size_t allowance;
  int64_t deadline;
  unsigned allocations;
  chtml_failure failure;
  jmp_buf failed;
} arena;

static int64_t processor_milliseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

_Noreturn static void fail(arena *arena, chtml_failure failure) {
  arena->failure = failure;
  longjmp(arena->failed, 1);
}

static void add_block(arena *arena, size_t size) {
  if (size > arena->allowance) fail(arena, CHTML_MEMORY);
  block *added = malloc(sizeof(block) + size);
  if (!added) fail(arena, CHTML_MEMORY);
  arena->allowance -= size;
  added->next = arena->blocks;
  arena->blocks = added;
  arena->at = added->bytes;
  arena->left = size;
}

static void *allocate(void *context, size_t size) {
  arena *arena = context;
  if (++arena->allocations % LOOKS_AT_CLOCK_EVERY == 0 && processor_milliseconds() > arena->deadline)
    fail(arena, CHTML_TIME);
  if (size > SIZE_MAX / 2) fail(arena, CHTML_MEMORY);
  size = (size + 15) & ~(size_t)15;
  if (size > arena->left) add_block(arena, size > BLOCK_SIZE ? size : BLOCK_SIZE);
  void *result = arena->at;
  arena->at += size;
  arena->left -= size;
  return result;
}

static void keep(void *context, void *memory) {
  (void)context;
  (void)memory;
}

static const GumboVector *children(const GumboNode *node) {
  static const GumboVector none = {0};
  switch (node->type) {
    case GUMBO_NODE_DOCUMENT: return &node->v.document.children;
    case GUMBO_NODE_ELEMENT:
    case GUMBO_NODE_TEMPLATE: return &node->v.element.children;
    default: return &none;
  }
}

/// Fills in a node; returns whether it is one that pages are made of.
static int describe(chtml_page *page, size_t *attributes, const GumboNode *node, int32_t parent) {
  chtml_node *described = page->nodes + page->node_count;
  memset(described, 0, sizeof *described);
  described->parent = parent;
  described->first_attribute = (int32_t)*attributes;
  described->tag = GUMBO_TAG_LAST;
  switch (node->type) {
    case GUMBO_NODE_ELEMENT:
    case GUMBO_NODE_TEMPLATE:
      described->tag = node->v.element.tag;
      described->attribute_count = (int32_t)node->v.element.attributes.length;
      for (unsigned i = 0; i < node->v.element.attributes.length; i++) {
        const GumboAttribute *attribute = node->v.element.attributes.data[i];
        page->attributes[(*attributes)++] = (chtml_attribute){attribute->name, attribute->value};
      }
      return 1;
    case GUMBO_NODE_TEXT:
    case GUMBO_NODE_WHITESPACE:
    case GUMBO_NODE_CDATA:
      described->text = node->v.text.text;
      described->length = strlen(node->v.text.text);
      return 1;
    default: return 0;
  }
}

/// Steps into child `index` of a node. The way back is written down rather than believed: gumbo moves nodes
/// about while it mends a page.
static GumboNode *enter(GumboNode *parent, size_t index) {
  GumboNode *child = children(parent)->data[index];
  child->parent = parent;
  child->index_within_parent = index;
  return child;
}

/// Goes through the tree in document order without recursion. Counts nodes and attributes while the page
/// has no room for them, else fills them in.
static void walk(chtml_page *page, GumboNode *root, size_t *nodes, size_t *attributes) {
  int32_t parent = -1;
  size_t depth = 0;
  for (GumboNode *node = root; node;) {
    if (!page->nodes) {
      *nodes += 1;
      if (node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE)
        *attributes += node->v.element.attributes.length;
    } else if (describe(page, attributes, node, parent)) {
      page->nodes[page->node_count].end = (int32_t)page->node_count + 1;
      page->node_count++;
    }
    if (children(node)->length) {
      if (depth++ < DEEPEST) parent = (int32_t)page->node_count - 1;
      node = enter(node, 0);
      continue;
    }
    while (node != root && node->index_within_parent + 1 >= children(node->parent)->length) {
      node = node->parent;
      if (depth-- > DEEPEST || !page->nodes) continue;
      page->nodes[parent].end = (int32_t)page->node_count;
      parent = page->nodes[parent].parent;
    }
    node = node == root ? NULL : enter(node->parent, node->index_within_parent + 1);
  }
}

static void flatten(chtml_page *page, arena *arena, GumboNode *root) {
  size_t nodes = 0, attributes = 0;
  walk(page, root, &nodes, &attributes);
  if (nodes > INT32_MAX || attributes > INT32_MAX) fail(arena, CHTML_MEMORY);
  page->attributes = allocate(arena, (attributes + 1) * sizeof *page->attributes);
  page->nodes = allocate(arena, (nodes + 1) * sizeof *page->nodes);
  attributes = 0;
  walk(page, root, &nodes, &attributes);
}

chtml_page chtml_parse(
    const char *bytes, size_t length, size_t most_memory, int64_t most_milliseconds) {
  chtml_page page = {0};
  arena *memory = calloc(1, sizeof *memory);
  if (!memory) return (chtml_page){.failure = CHTML_MEMORY};
  memory->allowance = most_memory;
  memory->deadline = processor_milliseconds() + most_milliseconds;
  if (setjmp(memory->failed) == 0) {
    GumboOptions options = kGumboDefaultOptions;
    options.allocator = allocate;
    options.deallocator = keep;
    options.userdata = memory;
    options.max_errors = 0;
    const GumboOutput *output = gumbo_parse_with_options(&options, bytes, length);
    flatten(&page, memory, output->root);
    page.arena = memory;
    return page;
  }
  chtml_failure failure = memory->failure;
  page.arena = memory;
  chtml_free(&page);
  return (chtml_page){.failure = failure};
}

void chtml_parse_only(const void *bytes, size_t length) {
  GumboOutput *output = gumbo_parse_with_options(&kGumboDefaultOptions, bytes, length);
  gumbo_destroy_output(&kGumboDefaultOptions, output);
}

void chtml_free(chtml_page *page) {
  arena *memory = page->arena;
  if (!memory) return;
  for (block *each = memory->blocks; each;) {
    block *next = each->next;
    free(each);
    each = next;
  }
  free(memory);
  *page = (chtml_page){0};
}
