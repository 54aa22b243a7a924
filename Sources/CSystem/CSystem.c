// System calls that Swift cannot make: those with a variable number of arguments, and fork.

#define _GNU_SOURCE
#include "CSystem.h"

#include <fcntl.h>
#include <malloc.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/vfs.h>
#include <unistd.h>

uint8_t *csystem_copy(const uint8_t *source, size_t size) {
  uint8_t *copy = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (copy == MAP_FAILED) return NULL;
  madvise(copy, size, MADV_HUGEPAGE);
  memcpy(copy, source, size);
  return copy;
}

int csystem_replace(uint8_t *place, uint8_t *copy, size_t size) {
  if (mprotect(copy, size, PROT_READ) != 0) return -1;
  return mremap(copy, size, size, MREMAP_MAYMOVE | MREMAP_FIXED, place) == place ? 0 : -1;
}

void csystem_free(uint8_t *copy, size_t size) { munmap(copy, size); }

void csystem_give_back(const void *place, size_t size) {
  // Pages that hold something else besides stay.
  uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE);
  uintptr_t start = ((uintptr_t)place + page - 1) / page * page;
  uintptr_t end = ((uintptr_t)place + size) / page * page;
  if (start < end) madvise((void *)start, end - start, MADV_DONTNEED);
}

void csystem_trim(void) { malloc_trim(0); }

// Where variables begin that have a value at first, where they end, and the same for those that are zero: symbols of
// glibc's crt1.o, of GCC's crtend.o, and of the linker.
extern char data_start[] __attribute__((weak)), __TMC_END__[] __attribute__((weak));
extern char __bss_start[] __attribute__((weak)), _end[] __attribute__((weak));

static void take(const char *from, const char *to, size_t most) {
  uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE);
  uintptr_t start = (uintptr_t)from / page * page, end = (uintptr_t)to;
  if (from == NULL || end <= start) return;
  size_t size = end - start;
#ifdef MADV_POPULATE_WRITE
  madvise((void *)start, size < most ? size : most, MADV_POPULATE_WRITE);
#endif
}

void csystem_take_variables(void) {
  // There are some 300 KB of these; the limit is for a linker that puts the symbols elsewhere.
  take(data_start, __TMC_END__, 512 << 10);
  // Behind these lie those of libraries that the reader hardly uses.
  take(__bss_start, _end, 240 << 10);
}

pid_t csystem_fork(int kept) {
  pid_t parent = getpid();
  pid_t child = fork();
  if (child != 0) return child;
  // A parent that has ended meanwhile is not waited for.
  if (prctl(PR_SET_PDEATHSIG, SIGKILL) != 0 || getppid() != parent) _exit(1);
  int nowhere = open("/dev/null", O_RDWR);
  if (nowhere < 0 || dup2(nowhere, STDIN_FILENO) < 0 || dup2(nowhere, STDOUT_FILENO) < 0) _exit(1);
  close_range(STDERR_FILENO + 1, (unsigned)kept - 1, 0);
  close_range((unsigned)kept + 1, ~0U, 0);
  return 0;
}

int csystem_pipe(int *ends) { return pipe2(ends, O_CLOEXEC); }

void csystem_widen(int descriptor) {
  int size = 1 << 20;
  if (fcntl(descriptor, F_SETPIPE_SZ, size) >= 0) return;
  setsockopt(descriptor, SOL_SOCKET, SO_SNDBUF, &size, sizeof size);
  setsockopt(descriptor, SOL_SOCKET, SO_RCVBUF, &size, sizeof size);
}

void csystem_limit(pid_t process, uint64_t seconds, uint64_t memory) {
  struct rlimit time = {seconds, seconds}, space = {memory, memory}, none = {0, 0};
  prlimit(process, RLIMIT_CPU, &time, NULL);
  prlimit(process, RLIMIT_AS, &space, NULL);
  prlimit(process, RLIMIT_CORE, &none, NULL);
}

uint32_t csystem_file_system(const char *path) {
  struct statfs system;
  return statfs(path, &system) == 0 ? (uint32_t)system.f_type : 0;
}
