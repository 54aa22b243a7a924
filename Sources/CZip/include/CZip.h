// Inflating what was deflated, and deflating: zlib behind a limit on what comes out.
#ifndef CZIP_H
#define CZIP_H

#include <stddef.h>
#include <stdint.h>

/// How deflated bytes are wrapped.
typedef enum czip_wrapping {
  /// In nothing, as in ZIP archives (RFC 1951).
  CZIP_RAW,
  /// As in files that end in .gz (RFC 1952).
  CZIP_GZIP,
  /// In zlib's own header (RFC 1950).
  CZIP_ZLIB,
} czip_wrapping;

/// How inflating ended.
typedef enum czip_ending {
  /// With the end of the deflated bytes.
  CZIP_COMPLETE,
  /// The bytes end before they should.
  CZIP_CUT_OFF,
  /// They are no deflated bytes, or their checksum is wrong.
  CZIP_DAMAGED,
  /// More comes out than there is room for.
  CZIP_TOO_LONG,
} czip_ending;

/// Inflates bytes into room for `room` bytes: up to the end of the first deflated stream.
/// Tells how many bytes were read and written.
czip_ending czip_inflate(
    czip_wrapping wrapping, const uint8_t *bytes, size_t length, uint8_t *result, size_t room, size_t *read,
    size_t *written);

/// How many bytes the first gzip stream of some bytes takes; 0 when it is damaged or cut off, or when more
/// comes out than `*allowance`, from which what came out is taken.
size_t czip_length(const uint8_t *bytes, size_t length, size_t *allowance);

/// How much room deflating so many bytes may take.
size_t czip_bound(size_t length);

/// Deflates bytes without a wrapping (RFC 1951) into room for `room` bytes: how many were written, 0 when there
/// was not room enough.
size_t czip_deflate(const uint8_t *bytes, size_t length, uint8_t *result, size_t room);

/// The checksum of ZIP archives (CRC-32) of bytes.
uint32_t czip_checksum(const uint8_t *bytes, size_t length);

#endif
