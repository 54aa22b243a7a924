// Which kernels the processor may use; for the files of this target.
#ifndef LEVELS_H
#define LEVELS_H

/// 2 for AVX-512 with its instructions for neural networks, 1 for AVX2, 0 for kernels that run anywhere.
int ctransformer_level(void);

/// Inlined without optimisation, too, so that debug builds stay usable.
#define INLINE inline __attribute__((always_inline))

#endif
