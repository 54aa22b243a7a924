// The plan for signals, in all modes and for all threads:
//
//     signal                                while the screen is up      otherwise
//     SEGV BUS ILL TRAP FPE ABRT SYS        give the terminal back, then end by the signal (any thread)
//     HUP INT TERM QUIT XCPU                wake the loop, which saves and ends with 128 + n   default
//     WINCH TSTP CONT                       wake the loop               default
//     PIPE USR1 USR2 ALRM VTALRM PROF       ignored                     default
//       IO PWR STKFLT, real-time
//     XFSZ                                  ignored: writing fails with EFBIG, and that is said
//
// While another program has the terminal, INT and QUIT from the keyboard are that program's, and TSTP and
// CONT do what they do in a shell; HUP, TERM and what `kill` sends are noted as ever.
// Threads beside the one that has the terminal block all but the first row, and have a stack of their own
// for its handler, so that an overflow of theirs is told too.

#define _GNU_SOURCE
#include "Internal.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/mman.h>
#include <termios.h>
#include <unistd.h>

static atomic_uint pending;
static atomic_int endingSignal;
static atomic_int wakeDescriptor = -1;
static atomic_bool isLent;
static struct termios shellModes;
static char crashSequences[256];
static volatile size_t crashLength;

static const int fatal[] = {SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE, SIGABRT, SIGSYS};
static const int ending[] = {SIGHUP, SIGINT, SIGTERM, SIGQUIT, SIGXCPU};
static const int ofTerminal[] = {SIGWINCH, SIGTSTP, SIGCONT};
static const int ignored[] = {
  SIGPIPE, SIGUSR1, SIGUSR2, SIGALRM, SIGVTALRM, SIGPROF, SIGIO, SIGPWR, SIGSTKFLT,
};
#define COUNT(list) (sizeof list / sizeof *list)

// What was there before the screen was opened.
static struct sigaction before[_NSIG];
static bool isChanged[_NSIG];

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

int cncurses_ending_signal(void) { return atomic_load(&endingSignal); }

static unsigned bit(int signal) {
  switch (signal) {
  case SIGWINCH: return CNCURSES_RESIZED;
  case SIGTSTP: return CNCURSES_STOP_ASKED;
  case SIGCONT: return CNCURSES_CONTINUED;
  default: return CNCURSES_HANGUP;
  }
}

static void note(int number, siginfo_t *info, void *context) {
  (void)context;
  bool isTyped = (number == SIGINT || number == SIGQUIT) && info->si_code > 0;
  if (isTyped && atomic_load(&isLent)) return;
  int error = errno;
  if (bit(number) == CNCURSES_HANGUP) atomic_store(&endingSignal, number);
  atomic_fetch_or(&pending, bit(number));
  cncurses_wake();
  errno = error;
}

// Puts a page of zeroes where a mapped article has become too short.
static bool mapZeroes(const siginfo_t *info) {
  uintptr_t page = (uintptr_t)info->si_addr & ~(uintptr_t)(getpagesize() - 1);
  return info->si_code == BUS_ADRERR &&
    mmap((void *)page, (size_t)getpagesize(), PROT_READ,
      MAP_PRIVATE | MAP_FIXED | MAP_ANONYMOUS, -1, 0) != MAP_FAILED;
}

// Ends the program by a signal as if nobody had handled it.
static void endBy(int number) {
  sigset_t only;
  signal(number, SIG_DFL);
  sigemptyset(&only);
  sigaddset(&only, number);
  pthread_sigmask(SIG_UNBLOCK, &only, NULL);
  raise(number);
  _exit(128 + number);
}

// Runs in whichever thread has crashed; calls nothing but what signal-safety(7) allows.
static void crash(int number, siginfo_t *info, void *context) {
  static atomic_flag hasBegun = ATOMIC_FLAG_INIT;
  (void)context;
  if (number == SIGBUS && mapZeroes(info)) return;
  if (!atomic_flag_test_and_set(&hasBegun) && crashLength > 0) {
    cncurses_write_raw((const uint8_t *)crashSequences, crashLength);
    tcsetattr(cncurses_input, TCSANOW, &shellModes);
    cncurses_show_messages();
  }
  endBy(number);
}

static void handle(int number, void (*handler)(int, siginfo_t *, void *), int flags) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  sigemptyset(&action.sa_mask);
  action.sa_sigaction = handler;
  action.sa_flags = SA_SIGINFO | flags;
  sigaction(number, &action, NULL);
}

// Remembers what is there, and says whether whoever started the program wants the signal ignored.
static bool change(int number) {
  sigaction(number, NULL, &before[number]);
  isChanged[number] = true;
  return before[number].sa_handler != SIG_IGN;
}

static void putBack(int number) {
  if (isChanged[number]) sigaction(number, &before[number], NULL);
  isChanged[number] = false;
}

static void noteTerminal(void) {
  for (size_t i = 0; i < COUNT(ofTerminal); i++) {
    if (change(ofTerminal[i])) handle(ofTerminal[i], note, SA_RESTART);
  }
}

static void unblock(void) {
  sigset_t all;
  sigemptyset(&all);
  for (size_t i = 0; i < COUNT(fatal); i++) sigaddset(&all, fatal[i]);
  for (size_t i = 0; i < COUNT(ending); i++) sigaddset(&all, ending[i]);
  for (size_t i = 0; i < COUNT(ofTerminal); i++) sigaddset(&all, ofTerminal[i]);
  pthread_sigmask(SIG_UNBLOCK, &all, NULL);
}

// A file that is opened must not become standard input, output or error: what is closed is taken by a
// descriptor that can neither be read nor written, so that whoever uses it is told so.
static void occupyStandardDescriptors(void) {
  for (int descriptor = 0; descriptor <= STDERR_FILENO; descriptor++) {
    if (fcntl(descriptor, F_GETFD) >= 0) continue;
    int wrongWay = descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY;
    if (open("/dev/null", wrongWay) < 0) return;
  }
}

enum { CRASH_STACK = 32 * 1024 };
static pthread_key_t crashStackKey;

// A thread that has ended runs on no stack any more: the system may have this one back.
static void freeCrashStack(void *bytes) {
  stack_t none = {.ss_flags = SS_DISABLE};
  sigaltstack(&none, NULL);
  munmap(bytes, CRASH_STACK);
}

static void makeCrashStackKey(void) { pthread_key_create(&crashStackKey, freeCrashStack); }

// Mapped, not thread-local: the C library would write zeroes over all of it for each new thread.
void cncurses_prepare_thread(void) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, makeCrashStackKey);
  void *bytes = mmap(NULL, CRASH_STACK, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (bytes == MAP_FAILED) return;
  stack_t stack = {.ss_sp = bytes, .ss_size = CRASH_STACK};
  sigaltstack(&stack, NULL);
  pthread_setspecific(crashStackKey, bytes);
}

void cncurses_begin_signals(void) {
  static bool hasBegun;
  if (hasBegun) return;
  hasBegun = true;
  occupyStandardDescriptors();
  cncurses_prepare_thread();
  signal(SIGXFSZ, SIG_IGN);
  for (size_t i = 0; i < COUNT(fatal); i++) handle(fatal[i], crash, SA_ONSTACK);
}

void cncurses_block_signals(sigset_t *previous) {
  sigset_t blocked;
  sigfillset(&blocked);
  for (size_t i = 0; i < COUNT(fatal); i++) sigdelset(&blocked, fatal[i]);
  pthread_sigmask(SIG_SETMASK, &blocked, previous);
}

void cncurses_install_handlers(void) {
  cncurses_begin_signals();
  tcgetattr(cncurses_input, &shellModes);
  if (atomic_load(&wakeDescriptor) < 0) {
    atomic_store(&wakeDescriptor, eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC));
  }
  for (size_t i = 0; i < COUNT(ending); i++) {
    if (change(ending[i])) handle(ending[i], note, SA_RESTART);
  }
  noteTerminal();
  for (size_t i = 0; i < COUNT(ignored); i++) {
    if (change(ignored[i])) signal(ignored[i], SIG_IGN);
  }
  for (int number = SIGRTMIN; number <= SIGRTMAX; number++) {
    if (change(number)) signal(number, SIG_IGN);
  }
  unblock();
}

void cncurses_remove_handlers(void) {
  for (int number = 1; number < _NSIG; number++) putBack(number);
}

void cncurses_lend_signals(void) {
  atomic_store(&isLent, true);
  for (size_t i = 0; i < COUNT(ofTerminal); i++) putBack(ofTerminal[i]);
}

void cncurses_take_signals_back(void) {
  noteTerminal();
  atomic_store(&isLent, false);
}

void cncurses_remember_for_crash(const char *sequences, size_t length) {
  crashLength = 0;
  if (length > sizeof crashSequences) return;
  memcpy(crashSequences, sequences, length);
  crashLength = length;
}
