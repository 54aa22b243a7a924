// Guesses the encoding of bytes by their letters: Mozilla's detector, kept as uchardet.
#ifndef CUCHARDET_H
#define CUCHARDET_H

#include <stddef.h>

/// Writes the name of the encoding that bytes look like into `name`, which has room for `room` bytes, with a
/// zero byte at its end; an empty name when they look like none.
void cuchardet_guess(const unsigned char *bytes, size_t length, char *name, size_t room);

#endif
