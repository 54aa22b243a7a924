// What comes in: keys, and waiting for them.

#define _GNU_SOURCE
#include "Internal.h"

#include <poll.h>
#include <sys/ioctl.h>

enum cncurses_read_result cncurses_read(uint32_t *value) {
  wint_t character = 0;
  int result = wget_wch(cncurses_keys, &character);
  *value = (uint32_t)character;
  if (result == ERR) return CNCURSES_NOTHING;
  return result == KEY_CODE_YES ? CNCURSES_KEY : CNCURSES_CHARACTER;
}

bool cncurses_erases_with_control_h(void) { return erasechar() == '\b'; }

// A terminal that has gone is for ever ready to be read and never has a byte.
static bool isGone(short events) {
  int available = 0;
  if (events & (POLLHUP | POLLERR | POLLNVAL)) return true;
  return ioctl(cncurses_input, FIONREAD, &available) != 0 || available == 0;
}

enum cncurses_wait_result cncurses_wait(int milliseconds) {
  struct pollfd sources[] = {
    {.fd = cncurses_input, .events = POLLIN},
    {.fd = cncurses_wake_descriptor(), .events = POLLIN},
  };
  int ready = poll(sources, 2, milliseconds);
  if (ready == 0) return CNCURSES_TIMEOUT;
  // A signal interrupts the wait and has asked for a wake as well.
  if (ready < 0 || sources[1].revents != 0) {
    cncurses_clear_wake();
    return CNCURSES_WOKEN;
  }
  return isGone(sources[0].revents) ? CNCURSES_GONE : CNCURSES_INPUT;
}
