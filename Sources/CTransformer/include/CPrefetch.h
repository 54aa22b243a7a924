// Asks for memory ahead of its use, which Swift has no word for.
#ifndef CPREFETCH_H
#define CPREFETCH_H

/// Asks the processor for the memory at an address, which need not be readable, so that reading it soon need not wait.
static inline void cprefetch(const void *place) { __builtin_prefetch(place); }

#endif
