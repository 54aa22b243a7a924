// System calls that Swift cannot make: those with a variable number of arguments, and fork.
#ifndef CSYSTEM_H
#define CSYSTEM_H

#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

/// Memory of `size` bytes for a copy of `source`, filled with it; NULL when there is none.
uint8_t *csystem_copy(const uint8_t *source, size_t size);

/// Puts the memory of a copy in the place of `place`, at once for all threads; 0 when that was done.
int csystem_replace(uint8_t *place, uint8_t *copy, size_t size);

/// Gives memory back that `csystem_copy` made and `csystem_replace` did not take.
void csystem_free(uint8_t *copy, size_t size);

/// Lets the system have the memory of constant data that is part of the executable: what is read of it again
/// comes from the file. Never for data that was written.
void csystem_give_back(const void *place, size_t size);

/// Gives the process pages of its own for global variables. To be called while there is one thread: a page that is read
/// before it is written costs two faults, and once there are more threads, the second interrupts the processors on
/// which they run.
void csystem_take_variables(void);

/// Lets the system have what the program has freed.
void csystem_trim(void);

/// Splits the process in two. The child ends when its parent does, and has nothing open but `kept` and
/// standard error. Returns 0 in the child, its number in the parent, -1 on failure. Only for processes with
/// a single thread.
pid_t csystem_fork(int kept);

/// Makes a pipe, none of whose ends goes to a program that another thread starts meanwhile: `ends[0]` reads,
/// `ends[1]` writes. Returns 0 when it did.
int csystem_pipe(int *ends);

/// Lets a pipe or a socket hold as much as the system allows, up to a megabyte, so that those at its ends wait for
/// each other less often. Does nothing to other files.
void csystem_widen(int descriptor);

/// Bounds a process by seconds of the processor and bytes of memory, where the system can do that.
void csystem_limit(pid_t process, uint64_t seconds, uint64_t memory);

/// The kind of the file system that a file is on, as its magic number (statfs(2)); 0 when the system does not say.
uint32_t csystem_file_system(const char *path);

/// The commit that the program was built from, as git abbreviates it, with ", modified" behind it when files had
/// been changed; empty when it is not known.
const char *csystem_commit(void);

#endif
