// Signals set a bit and wake the wait; a crash gives the terminal back before it ends the program.

#define _GNU_SOURCE
#include "Internal.h"

#include <errno.h>
#include <signal.h>
#include <stdatomic.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/mman.h>
#include <termios.h>
#include <unistd.h>

static atomic_uint pending;
static atomic_int wakeDescriptor = -1;
static struct termios shellModes;
static char crashSequences[256];
static size_t crashLength;
static char alternateStack[64 * 1024];

static const int noted[] = {
  SIGWINCH, SIGTSTP, SIGCONT, SIGHUP, SIGINT, SIGTERM, SIGQUIT,
};
static const int fatal[] = {SIGSEGV, SIGABRT, SIGILL, SIGTRAP, SIGFPE, SIGBUS};
enum { NOTED = sizeof noted / sizeof *noted, FATAL = sizeof fatal / sizeof *fatal };
static struct sigaction before[NOTED + FATAL];

void cncurses_wake(void) {
  uint64_t one = 1;
  int descriptor = atomic_load(&wakeDescriptor);
  if (descriptor >= 0 && write(descriptor, &one, sizeof one) < 0) return;
}

int cncurses_wake_descriptor(void) { return atomic_load(&wakeDescriptor); }

void cncurses_clear_wake(void) {
  uint64_t count;
  if (read(atomic_load(&wakeDescriptor), &count, sizeof count) < 0) return;
}

unsigned cncurses_take_signals(void) { return atomic_exchange(&pending, 0); }

static unsigned bit(int signal) {
  switch (signal) {
  case SIGWINCH: return CNCURSES_RESIZED;
  case SIGTSTP: return CNCURSES_STOP_ASKED;
  case SIGCONT: return CNCURSES_CONTINUED;
  default: return CNCURSES_HANGUP;
  }
}

static atomic_int endingSignal;

int cncurses_ending_signal(void) { return atomic_load(&endingSignal); }

static void note(int signal) {
  int error = errno;
  if (bit(signal) == CNCURSES_HANGUP) atomic_store(&endingSignal, signal);
  atomic_fetch_or(&pending, bit(signal));
  cncurses_wake();
  errno = error;
}

// Puts a page of zeroes where a mapped file has become too short.
static int mapZeroes(const siginfo_t *info) {
  uintptr_t page = (uintptr_t)info->si_addr & ~(uintptr_t)(getpagesize() - 1);
  return info->si_code == BUS_ADRERR &&
    mmap((void *)page, (size_t)getpagesize(), PROT_READ,
      MAP_PRIVATE | MAP_FIXED | MAP_ANONYMOUS, -1, 0) != MAP_FAILED;
}

static void crash(int number, siginfo_t *info, void *context) {
  (void)context;
  if (number == SIGBUS && mapZeroes(info)) return;
  if (crashLength > 0) {
    cncurses_write_raw((const uint8_t *)crashSequences, crashLength);
    tcsetattr(cncurses_input, TCSANOW, &shellModes);
    cncurses_show_messages();
  }
  signal(number, SIG_DFL);
  raise(number);
}

static void install(int number, struct sigaction *previous, bool isFatal) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  sigemptyset(&action.sa_mask);
  if (isFatal) {
    action.sa_sigaction = crash;
    action.sa_flags = SA_SIGINFO | SA_ONSTACK;
  } else {
    action.sa_handler = note;
    action.sa_flags = SA_RESTART;
  }
  sigaction(number, NULL, previous);
  if (previous->sa_handler != SIG_IGN) sigaction(number, &action, NULL);
}

void cncurses_install_handlers(void) {
  tcgetattr(cncurses_input, &shellModes);
  if (atomic_load(&wakeDescriptor) < 0) {
    atomic_store(&wakeDescriptor, eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC));
  }
  stack_t stack = {.ss_sp = alternateStack, .ss_size = sizeof alternateStack};
  sigaltstack(&stack, NULL);
  for (int i = 0; i < NOTED; i++) install(noted[i], &before[i], false);
  for (int i = 0; i < FATAL; i++) install(fatal[i], &before[NOTED + i], true);
}

void cncurses_remove_handlers(void) {
  for (int i = 0; i < NOTED; i++) sigaction(noted[i], &before[i], NULL);
  for (int i = 0; i < FATAL; i++) sigaction(fatal[i], &before[NOTED + i], NULL);
}

void cncurses_remember_for_crash(const char *sequences, size_t length) {
  crashLength = 0;
  if (length > sizeof crashSequences) return;
  memcpy(crashSequences, sequences, length);
  crashLength = length;
}
