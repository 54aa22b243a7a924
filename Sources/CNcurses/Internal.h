// What the files of this target share.
#ifndef CNCURSES_INTERNAL_H
#define CNCURSES_INTERNAL_H

#include "CNcurses.h"

// The descriptors that the terminal was opened with.
extern int cncurses_input, cncurses_output;
// The pad that keys are read through: reading through a window would refresh it.
extern WINDOW *cncurses_keys;

// Signals.c: handlers for all signals that concern the terminal, and back to what was there before.
void cncurses_install_handlers(void);
void cncurses_remove_handlers(void);
// Leaves to another program what it has the terminal for, and takes it again.
void cncurses_lend_signals(void);
void cncurses_take_signals_back(void);
// What a crash has to write so that the shell finds its terminal as it was; length 0: nothing.
void cncurses_remember_for_crash(const char *sequences, size_t length);
// A descriptor that becomes readable with a signal or a wake, and making it unreadable again.
int cncurses_wake_descriptor(void);
void cncurses_clear_wake(void);

// Messages.c: what is written to standard error while the screen is up is kept and shown after it.
void cncurses_keep_messages(void);
void cncurses_show_messages(void);

#endif
