// The outline of the world that is compiled into the binary.
#ifndef EMBEDDEDWORLDMAP_H
#define EMBEDDEDWORLDMAP_H

#include <stddef.h>

/// Coastlines and borders; `length` is set to their size in bytes.
static inline const void *galley_world_outline(size_t *length) {
  extern const char galley_world_map[], galley_world_map_end[];
  *length = (size_t)(galley_world_map_end - galley_world_map);
  return galley_world_map;
}

#endif
