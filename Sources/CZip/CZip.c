// zlib counts in 32 bits, so bytes go to it in portions.

#include "CZip.h"

#include <limits.h>
#include <string.h>
#include <zlib.h>

static int window(czip_wrapping wrapping) {
  switch (wrapping) {
    case CZIP_RAW: return -MAX_WBITS;
    case CZIP_GZIP: return MAX_WBITS + 16;
    default: return MAX_WBITS;
  }
}

static uInt portion(size_t length) { return length < UINT_MAX / 2 ? (uInt)length : UINT_MAX / 2; }

czip_ending czip_inflate(
    czip_wrapping wrapping, const uint8_t *bytes, size_t length, uint8_t *result, size_t room, size_t *read,
    size_t *written) {
  z_stream stream;
  memset(&stream, 0, sizeof stream);
  *read = *written = 0;
  if (inflateInit2(&stream, window(wrapping)) != Z_OK) return CZIP_DAMAGED;
  int status = Z_OK;
  while (status == Z_OK) {
    uInt given = portion(length - *read), free = portion(room - *written);
    stream.next_in = (Bytef *)(bytes + *read);
    stream.avail_in = given;
    stream.next_out = result + *written;
    stream.avail_out = free;
    status = inflate(&stream, Z_NO_FLUSH);
    *read += given - stream.avail_in;
    *written += free - stream.avail_out;
  }
  inflateEnd(&stream);
  if (status == Z_STREAM_END) return CZIP_COMPLETE;
  if (status != Z_BUF_ERROR) return CZIP_DAMAGED;
  return *written == room ? CZIP_TOO_LONG : CZIP_CUT_OFF;
}

size_t czip_length(const uint8_t *bytes, size_t length, size_t *allowance) {
  uint8_t dropped[1 << 15];
  z_stream stream;
  memset(&stream, 0, sizeof stream);
  if (inflateInit2(&stream, window(CZIP_GZIP)) != Z_OK) return 0;
  size_t read = 0, written = 0;
  int status = Z_OK;
  while (status == Z_OK && written < *allowance) {
    uInt given = portion(length - read);
    stream.next_in = (Bytef *)(bytes + read);
    stream.avail_in = given;
    stream.next_out = dropped;
    stream.avail_out = sizeof dropped;
    status = inflate(&stream, Z_NO_FLUSH);
    read += given - stream.avail_in;
    written += sizeof dropped - stream.avail_out;
  }
  inflateEnd(&stream);
  *allowance -= written < *allowance ? written : *allowance;
  return status == Z_STREAM_END ? read : 0;
}

size_t czip_bound(size_t length) { return length + (length >> 8) + 64; }

size_t czip_deflate(const uint8_t *bytes, size_t length, uint8_t *result, size_t room) {
  z_stream stream;
  memset(&stream, 0, sizeof stream);
  if (deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY) != Z_OK) return 0;
  size_t read = 0, written = 0;
  int status = Z_OK;
  while (status == Z_OK) {
    uInt given = portion(length - read), free = portion(room - written);
    stream.next_in = (Bytef *)(bytes + read);
    stream.avail_in = given;
    stream.next_out = result + written;
    stream.avail_out = free;
    status = deflate(&stream, given == length - read ? Z_FINISH : Z_NO_FLUSH);
    read += given - stream.avail_in;
    written += free - stream.avail_out;
  }
  deflateEnd(&stream);
  return status == Z_STREAM_END ? written : 0;
}

uint32_t czip_checksum(const uint8_t *bytes, size_t length) {
  uLong sum = crc32(0, NULL, 0);
  while (length > 0) {
    uInt count = portion(length);
    sum = crc32(sum, bytes, count);
    bytes += count;
    length -= count;
  }
  return (uint32_t)sum;
}
