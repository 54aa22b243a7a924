// What a library or a crash writes to standard error would tear the screen: it waits in memory.

#define _GNU_SOURCE
#include "Internal.h"

#include <sys/mman.h>
#include <unistd.h>

static int realError = -1, keptError = -1;

void cncurses_keep_messages(void) {
  if (realError >= 0 || !isatty(STDERR_FILENO)) return;
  keptError = memfd_create("messages", MFD_CLOEXEC);
  if (keptError < 0) return;
  realError = dup(STDERR_FILENO);
  dup2(keptError, STDERR_FILENO);
}

// Called by the crash handler too: nothing in here may allocate.
void cncurses_show_messages(void) {
  if (realError < 0) return;
  dup2(realError, STDERR_FILENO);
  close(realError);
  realError = -1;
  char text[512];
  lseek(keptError, 0, SEEK_SET);
  for (ssize_t count; (count = read(keptError, text, sizeof text)) > 0;) {
    if (write(STDERR_FILENO, text, (size_t)count) < 0) break;
  }
  close(keptError);
  keptError = -1;
}
