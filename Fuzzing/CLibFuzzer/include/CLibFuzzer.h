// libFuzzer as a library (LLVM, "Using libFuzzer as a library"): `-sanitize=fuzzer` brings it in.
#ifndef CLIBFUZZER_H
#define CLIBFUZZER_H

#include <stddef.h>
#include <stdint.h>

int LLVMFuzzerRunDriver(
    int *argc, char ***argv, int (*try_input)(const uint8_t *bytes, size_t count));

#endif
