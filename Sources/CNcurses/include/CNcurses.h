// Everything that is asked of ncurses and of signals, as plain functions: Swift sees no varargs,
// no variables of C and no macros but the numbers of keys. Neighbour: Ncurses, which alone imports this.
#ifndef CNCURSES_H
#define CNCURSES_H

#ifndef NCURSES_WIDECHAR
#define NCURSES_WIDECHAR 1
#endif

#include <ncurses.h>
#include <signal.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// Screen

enum cncurses_open_result {
  CNCURSES_OPEN,
  CNCURSES_UNKNOWN_TERMINAL,   // terminfo has no such entry
  CNCURSES_NO_TERMINFO,        // there is no terminfo database
  CNCURSES_NOT_ADDRESSABLE,    // the cursor cannot be moved at will (dumb)
  CNCURSES_NO_SCREEN,          // ncurses could not start
};

// Takes the terminal over: raw keys, no flow control, alternate screen, bracketed paste.
enum cncurses_open_result cncurses_open(int input, int output);
// Gives the terminal back as it was. Nothing happens when it is not open.
void cncurses_close(void);
// Gives the terminal to another program for a while, and takes it again.
void cncurses_lend(void);
void cncurses_take_back(void);
// Gives the terminal back, stops the process group as Ctrl-Z does, and takes the terminal again.
void cncurses_suspend(void);
// Sets the modes of the terminal again, which something else may have changed.
void cncurses_restore_modes(void);
// Follows the terminal's size. ncurses also does so by itself when it comes back from a suspension.
void cncurses_follow_size(void);
int cncurses_rows(void);
int cncurses_columns(void);
// How high and wide the terminal behind a descriptor is, whether or not it is open here; 0 when it does not say.
int cncurses_rows_of(int descriptor);
int cncurses_columns_of(int descriptor);
// Colours that the terminal offers; 0 when it has none. Colours start with the first call.
int cncurses_colors(void);

// What terminfo says of the terminal that is open, by the short names of terminfo(5).
bool cncurses_flag(const char *name);
int cncurses_number(const char *name);
// A capability with its parameters filled in and its padding left out: how many bytes of `room` it took; 0
// when the terminal has none.
size_t cncurses_capability(const char *name, int first, int second, uint8_t *bytes, size_t room);
// The capability as it stands in the entry; NULL when the terminal has none.
const char *cncurses_capability_source(const char *name);
// Writes bytes to the terminal.
void cncurses_write_raw(const uint8_t *bytes, size_t length);

// Has the terminal report buttons and wheel, or leave the mouse to itself.
void cncurses_use_mouse(bool uses);

// Has the terminal report keys by kitty's protocol until it is closed, once it has said that it can.
void cncurses_use_keyboard_protocol(void);

// Input

// Numbers of keys of our own, far above those of ncurses, which keeps them in 16 bits.
enum {
  CNCURSES_KEY_PASTE_BEGIN = 0x7000, CNCURSES_KEY_PASTE_END, CNCURSES_KEY_IGNORED,
  // What follows says which button and where: "0;10;5M".
  CNCURSES_KEY_MOUSE,
};

enum cncurses_read_result { CNCURSES_NOTHING, CNCURSES_CHARACTER, CNCURSES_KEY };

// The next key or character that has arrived; does not wait, but for the rest of a sequence of Esc.
enum cncurses_read_result cncurses_read(uint32_t *value);
// Whether the key that erases is Ctrl-H and not DEL on this terminal.
bool cncurses_erases_with_control_h(void);

enum cncurses_wait_result { CNCURSES_TIMEOUT, CNCURSES_INPUT, CNCURSES_WOKEN, CNCURSES_GONE };

// Waits for keys, signals or a wake; a negative time means for ever.
enum cncurses_wait_result cncurses_wait(int milliseconds);

// Signals

enum {
  CNCURSES_RESIZED = 1, CNCURSES_STOP_ASKED = 2, CNCURSES_CONTINUED = 4, CNCURSES_HANGUP = 8,
};

// Begins with what holds in all modes (Signals.c has the plan). Called first of all, and by each open.
void cncurses_begin_signals(void);
// Gives the calling thread a stack for the handler of its crash.
void cncurses_prepare_thread(void);
// Blocks what is for the thread that has the terminal, for threads that are about to begin.
void cncurses_block_signals(sigset_t *previous);
// Keeps in mind that the title has to be taken back.
void cncurses_keep_title(void);
// What has come in since the last call, as bits.
unsigned cncurses_take_signals(void);
// The number of the signal behind CNCURSES_HANGUP.
int cncurses_ending_signal(void);
// Ends a wait, now or when it is begun next. May be called from any thread.
void cncurses_wake(void);

#endif
