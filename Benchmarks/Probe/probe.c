// Times a full-screen program from outside, through a pseudo-terminal: its first screen and its answers
// to keys. Unlike a prober in a scripting language it adds no more than the price of a fork.
//
//   probe [-r ROWS] [-c COLUMNS] [-q QUIET_MS] [-w SETTLE_MS] [-n TIMES] [-k KEY]... [-x QUIT] -- PROGRAM ARGUMENT...
//
// An answer is complete with the last byte before QUIET_MS of silence (25 by default), counted from the
// moment of the fork or of the key. The first screen has a few hundred bytes at least: the title of the window
// may come long before it. Each KEY is sent TIMES times after SETTLE_MS. Prints one line of JSON:
// the first screen in milliseconds and bytes, and for each key the median and the slowest answer in
// milliseconds, and the median of its bytes; and the largest resident memory in KB.

#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>
#include <utmp.h>

enum { MOST_KEYS = 32, MOST_TIMES = 10000 };
// Milliseconds.
enum { START_PATIENCE = 60000, KEY_PATIENCE = 500, END_PATIENCE = 2000 };
// Bytes.
enum { LEAST_SCREEN = 500 };

static const struct { const char *name, *bytes; } names[] = {
  {"PgDn", "\033[6~"}, {"PgUp", "\033[5~"}, {"Down", "\033[B"}, {"Up", "\033[A"},
  {"Left", "\033[D"}, {"Right", "\033[C"}, {"Home", "\033[H"}, {"End", "\033[F"},
  {"Enter", "\r"}, {"Tab", "\t"}, {"Esc", "\033"}, {"Space", " "},
};

struct answer { double milliseconds; size_t bytes; bool ended; };

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

// Answers what a terminal is asked: device attributes, and where the cursor is.
static void answerQuestions(int terminal, const char *bytes, size_t length) {
  static const struct { const char *question, *answer; } table[] = {
    {"\033[c", "\033[?62;22c"}, {"\033[6n", "\033[1;1R"},
  };
  for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
    if (memmem(bytes, length, table[i].question, strlen(table[i].question)) != NULL) {
      if (write(terminal, table[i].answer, strlen(table[i].answer)) < 0) return;
    }
  }
}

// Reads until nothing has come for `quiet` ms; waits up to `patience` ms for the first `least` bytes, since a
// key that changes nothing has no answer.
static struct answer answerOf(
    int terminal, double begin, int quiet, int patience, size_t least) {
  static char bytes[1 << 16];
  struct answer answer = {0, 0, false};
  for (;;) {
    struct pollfd poller = {terminal, POLLIN, 0};
    int ready = poll(&poller, 1, answer.bytes < least ? patience : quiet);
    if (ready == 0) return answer;
    ssize_t count = ready < 0 ? -1 : read(terminal, bytes, sizeof bytes);
    if (count <= 0) {
      if (ready < 0 && errno == EINTR) continue;
      answer.ended = true;
      return answer;
    }
    answer.milliseconds = now() - begin;
    answer.bytes += (size_t)count;
    answerQuestions(terminal, bytes, (size_t)count);
  }
}

static int compare(const void *first, const void *second) {
  double a = *(const double *)first, b = *(const double *)second;
  return (a > b) - (a < b);
}

static void measureKey(int terminal, const char *name, int times, int quiet) {
  const char *bytes = name;
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    if (strcmp(names[i].name, name) == 0) bytes = names[i].bytes;
  }
  static double milliseconds[MOST_TIMES], sizes[MOST_TIMES];
  int count = 0;
  while (count < times) {
    double begin = now();
    if (write(terminal, bytes, strlen(bytes)) < 0) break;
    struct answer answer = answerOf(terminal, begin, quiet, KEY_PATIENCE, 1);
    if (answer.ended) break;
    milliseconds[count] = answer.milliseconds;
    sizes[count++] = (double)answer.bytes;
  }
  if (count == 0) return;
  qsort(milliseconds, (size_t)count, sizeof(double), compare);
  qsort(sizes, (size_t)count, sizeof(double), compare);
  printf(", \"%s\": {\"ms\": %.3f, \"slowest_ms\": %.3f, \"bytes\": %.0f}", name,
         milliseconds[count / 2], milliseconds[count - 1], sizes[count / 2]);
}

// Starts the program on a terminal of its own; the size is there before the program is.
static pid_t start(char **command, struct winsize *size, int *terminal, double *begin) {
  int inner;
  if (openpty(terminal, &inner, NULL, NULL, size) != 0) exit(2);
  fcntl(*terminal, F_SETFD, FD_CLOEXEC);
  *begin = now();
  pid_t child = fork();
  if (child == 0) {
    login_tty(inner);
    execvp(command[0], command);
    _exit(127);
  }
  close(inner);
  return child;
}

static void end(int terminal, pid_t child, const char *quit) {
  if (*quit != '\0' && write(terminal, quit, strlen(quit)) >= 0) {
    answerOf(terminal, now(), END_PATIENCE, END_PATIENCE, 1);
  }
  struct rusage usage;
  int status = 0;
  close(terminal);  // hangs up on a program that has not quit
  wait4(child, &status, 0, &usage);
  printf(", \"resident_kb\": %ld, \"status\": %d}\n", usage.ru_maxrss, WEXITSTATUS(status));
}

int main(int count, char **arguments) {
  struct winsize size = {.ws_row = 40, .ws_col = 120};
  const char *keys[MOST_KEYS], *quit = "q";
  int keyCount = 0, times = 20, quiet = 25, settle = 0, option;
  while ((option = getopt(count, arguments, "+r:c:q:w:n:k:x:")) != -1) {
    switch (option) {
      case 'r': size.ws_row = (unsigned short)atoi(optarg); break;
      case 'c': size.ws_col = (unsigned short)atoi(optarg); break;
      case 'q': quiet = atoi(optarg); break;
      case 'w': settle = atoi(optarg); break;
      case 'n': times = atoi(optarg) < MOST_TIMES ? atoi(optarg) : MOST_TIMES; break;
      case 'k': if (keyCount < MOST_KEYS) keys[keyCount++] = optarg; break;
      case 'x': quit = optarg; break;
      default: return 2;
    }
  }
  if (optind >= count) {
    fputs("probe: no program given; this is how: probe -k Down -n 20 -- less FILE\n", stderr);
    return 2;
  }
  int terminal;
  double begin;
  pid_t child = start(arguments + optind, &size, &terminal, &begin);
  struct answer first = answerOf(terminal, begin, quiet, START_PATIENCE, LEAST_SCREEN);
  printf("{\"first_ms\": %.3f, \"first_bytes\": %zu", first.milliseconds, first.bytes);
  if (settle > 0) {
    usleep((unsigned)settle * 1000);
    char waste[4096];
    struct pollfd poller = {terminal, POLLIN, 0};
    while (poll(&poller, 1, quiet) > 0 && read(terminal, waste, sizeof waste) > 0) {}
  }
  for (int i = 0; i < keyCount; i++) measureKey(terminal, keys[i], times, quiet);
  end(terminal, child, quit);
  return 0;
}
