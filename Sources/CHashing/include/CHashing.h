// SHA-256 of a buffer, through GNU nettle.
#ifndef CHASHING_H
#define CHASHING_H

#include <stddef.h>
#include <stdint.h>

/// Writes the 32 bytes of the SHA-256 digest (FIPS 180-4) of `bytes` to `digest`.
void chashing_sha256(const uint8_t *bytes, size_t length, uint8_t *digest);

#endif
