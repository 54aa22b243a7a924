// The screen: opening, closing, suspending, and what terminfo says of it.

#define _GNU_SOURCE
#include "Internal.h"

#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <term.h>
#include <unistd.h>

int cncurses_input = -1, cncurses_output = -1;

static SCREEN *screen;
// Keys are read through a pad, because reading through a window would refresh it.
WINDOW *cncurses_keys;
static FILE *inputFile, *outputFile;

// Bracketed paste lies outside terminfo.
static const char pasteOn[] = "\033[?2004h";
static const char pasteOff[] = "\033[?2004l";
// So do buttons with movement, and positions beyond column 223 (xterm's SGR form).
static const char mouseOn[] = "\033[?1002h\033[?1006h";
static const char mouseOff[] = "\033[?1006l\033[?1002l";
static bool usesMouse;
// kitty's keyboard protocol, level 1: keys that older forms cannot tell apart come as CSI u. A terminal
// that does not know the question does not answer it.
static const char keyboardQuestion[] = "\033[?u";
static const char keyboardOn[] = "\033[>1u";
static const char keyboardOff[] = "\033[<u";
static bool usesKeyboardProtocol;
// The title that the terminal had comes back from its stack (XTWINOPS 23).
static const char titleOff[] = "\033[23;2t";
static bool keepsTitle;

void cncurses_write_raw(const uint8_t *bytes, size_t length) {
  while (length > 0) {
    ssize_t written = write(cncurses_output, bytes, length);
    if (written <= 0) return;
    bytes += written;
    length -= (size_t)written;
  }
}

static void writeText(const char *text) {
  if (text != NULL) cncurses_write_raw((const uint8_t *)text, strlen(text));
}

// ncurses needs an encoding that can say everything, also where the environment asks for "C".
static void chooseEncoding(void) {
  setlocale(LC_CTYPE, "");
  if (strcmp(nl_langinfo(CODESET), "UTF-8") == 0) return;
  if (setlocale(LC_CTYPE, "C.UTF-8") == NULL) setlocale(LC_CTYPE, "en_US.UTF-8");
}

static void defineKey(const char *sequence, int code) {
  if (key_defined(sequence) == 0) define_key(sequence, code);
}

// Keys that terminals send in the way of xterm, whether or not their terminfo entry lists them. With
// Alt or Control an arrow is nothing that we know: it must not be read as Esc and a few commands.
static void defineKeys(void) {
  static const struct { char final; int plain, shifted; } table[] = {
    {'A', KEY_UP, KEY_SR}, {'B', KEY_DOWN, KEY_SF}, {'C', KEY_RIGHT, KEY_SRIGHT},
    {'D', KEY_LEFT, KEY_SLEFT}, {'H', KEY_HOME, KEY_SHOME}, {'F', KEY_END, KEY_SEND},
  };
  for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
    char sequence[] = "\033[1;2?";
    sequence[5] = table[i].final;
    for (char modifier = '2'; modifier <= '8'; modifier++) {
      sequence[4] = modifier;
      defineKey(sequence, modifier == '2' ? table[i].shifted : CNCURSES_KEY_IGNORED);
    }
    defineKey((char[]){27, '[', table[i].final, 0}, table[i].plain);
    defineKey((char[]){27, 'O', table[i].final, 0}, table[i].plain);
  }
  defineKey("\033[1~", KEY_HOME);
  defineKey("\033[4~", KEY_END);
  defineKey("\033[2~", KEY_IC);
  defineKey("\033[3~", KEY_DC);
  defineKey("\033[5~", KEY_PPAGE);
  defineKey("\033[6~", KEY_NPAGE);
  defineKey("\033[Z", KEY_BTAB);
  define_key("\033[200~", CNCURSES_KEY_PASTE_BEGIN);
  define_key("\033[201~", CNCURSES_KEY_PASTE_END);
  define_key("\033[<", CNCURSES_KEY_MOUSE);
}

// Why ncurses has not opened, asked of terminfo once more.
static enum cncurses_open_result reasonOfFailure(void) {
  int error = 1;
  if (setupterm(NULL, cncurses_output, &error) != OK) {
    return error < 0 ? CNCURSES_NO_TERMINFO : CNCURSES_UNKNOWN_TERMINAL;
  }
  bool addressable = cursor_address != NULL && clear_screen != NULL;
  del_curterm(cur_term);
  return addressable ? CNCURSES_NO_SCREEN : CNCURSES_NOT_ADDRESSABLE;
}

// A crash writes all this at once; sequences with padding are none of ours.
static void prepareForCrash(void) {
  char sequences[256] = "";
  const char *parts[] = {
    exit_attribute_mode, cursor_normal, keypad_local, pasteOff, mouseOff,
    usesKeyboardProtocol ? keyboardOff : "", keepsTitle ? titleOff : "", exit_ca_mode,
  };
  for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
    if (parts[i] == NULL || strstr(parts[i], "$<") != NULL) continue;
    if (strlen(sequences) + strlen(parts[i]) < sizeof sequences) strcat(sequences, parts[i]);
  }
  cncurses_remember_for_crash(sequences, strlen(sequences));
}

static void enterModes(void) {
  raw();
  noecho();
  nonl();
  set_escdelay(25);
  keypad(cncurses_keys, TRUE);
  nodelay(cncurses_keys, TRUE);
  // The alternate screen begins here. Nothing is ever drawn in the windows of ncurses.
  refresh();
}

// ncurses keeps three windows of the size of the screen, and nothing is ever drawn in them: they are a column
// wide. It takes COLUMNS from the environment over what the terminal says, so it gets an environment of its own,
// which no other thread ever sees half made.
static SCREEN *narrowScreen(void) {
  char **all = environ;
  size_t count = 0;
  while (all != NULL && all[count] != NULL) count++;
  char **ours = malloc((count + 2) * sizeof *ours);
  if (ours == NULL) return NULL;
  ours[0] = "COLUMNS=1";
  for (size_t i = 0; i < count; i++) ours[i + 1] = all[i];
  ours[count + 1] = NULL;
  environ = ours;
  SCREEN *made = newterm(NULL, outputFile, inputFile);
  environ = all;
  free(ours);
  return made;
}

enum cncurses_open_result cncurses_open(int input, int output) {
  cncurses_input = input;
  cncurses_output = output;
  chooseEncoding();
  inputFile = fdopen(dup(input), "r");
  outputFile = fdopen(dup(output), "w");
  cncurses_keep_messages();
  cncurses_install_handlers();
  screen = inputFile && outputFile ? narrowScreen() : NULL;
  cncurses_keys = screen == NULL ? NULL : newpad(1, 1);
  bool addressable = screen != NULL && cursor_address != NULL && clear_screen != NULL;
  if (cncurses_keys == NULL || !addressable) {
    cncurses_close();
    return addressable ? CNCURSES_NO_SCREEN : reasonOfFailure();
  }
  prepareForCrash();
  enterModes();
  defineKeys();
  writeText(pasteOn);
  writeText(keyboardQuestion);
  return CNCURSES_OPEN;
}

// Takes back what terminfo knows nothing of.
static void leaveModes(void) {
  writeText(pasteOff);
  if (usesMouse) writeText(mouseOff);
  if (usesKeyboardProtocol) writeText(keyboardOff);
}

void cncurses_use_keyboard_protocol(void) {
  if (usesKeyboardProtocol) return;
  usesKeyboardProtocol = true;
  writeText(keyboardOn);
  prepareForCrash();
}

void cncurses_keep_title(void) {
  keepsTitle = true;
  prepareForCrash();
}

void cncurses_use_mouse(bool uses) {
  usesMouse = uses;
  writeText(uses ? mouseOn : mouseOff);
}

void cncurses_close(void) {
  if (screen != NULL) {
    leaveModes();
    if (keepsTitle) writeText(titleOff);
    writeText(cursor_normal);
    endwin();
    usesKeyboardProtocol = keepsTitle = false;
    cncurses_remember_for_crash("", 0);
    if (cncurses_keys != NULL) delwin(cncurses_keys);
    delscreen(screen);
  }
  if (inputFile != NULL) fclose(inputFile);
  if (outputFile != NULL) fclose(outputFile);
  screen = NULL;
  cncurses_keys = NULL;
  inputFile = outputFile = NULL;
  cncurses_remove_handlers();
  cncurses_show_messages();
}

void cncurses_lend(void) {
  leaveModes();
  writeText(cursor_normal);
  endwin();
  // The terminal is another program's now: a crash has nothing to give back.
  cncurses_remember_for_crash("", 0);
  cncurses_lend_signals();
  cncurses_show_messages();
}

void cncurses_take_back(void) {
  cncurses_keep_messages();
  cncurses_take_signals_back();
  prepareForCrash();
  cncurses_restore_modes();
  writeText(pasteOn);
  if (usesMouse) writeText(mouseOn);
  if (usesKeyboardProtocol) writeText(keyboardOn);
}

void cncurses_suspend(void) {
  cncurses_lend();
  // The whole group, so that a make that runs us stops as well.
  kill(0, SIGTSTP);
  cncurses_take_back();
}

void cncurses_restore_modes(void) {
  reset_prog_mode();
  refresh();
}

static bool readSize(struct winsize *size) {
  return ioctl(cncurses_output, TIOCGWINSZ, size) == 0 && size->ws_row > 0 && size->ws_col > 0;
}

void cncurses_follow_size(void) {
  struct winsize size;
  if (readSize(&size) && size.ws_row != LINES) resizeterm(size.ws_row, 1);
}

// A terminal that does not know its size, such as a serial line, has that of its terminfo entry.
int cncurses_rows(void) {
  struct winsize size;
  return readSize(&size) ? size.ws_row : LINES;
}

int cncurses_columns(void) {
  struct winsize size;
  if (readSize(&size)) return size.ws_col;
  return columns > 0 ? columns : 80;
}

int cncurses_rows_of(int descriptor) {
  struct winsize size;
  return ioctl(descriptor, TIOCGWINSZ, &size) == 0 ? size.ws_row : 0;
}

int cncurses_columns_of(int descriptor) {
  struct winsize size;
  return ioctl(descriptor, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

int cncurses_colors(void) {
  if (!has_colors() || start_color() != OK) return 0;
  use_default_colors();
  return COLORS;
}

bool cncurses_flag(const char *name) { return tigetflag(name) > 0; }

int cncurses_number(const char *name) { return tigetnum(name); }

const char *cncurses_capability_source(const char *name) {
  const char *source = tigetstr(name);
  return source == (const char *)-1 ? NULL : source;
}

// Where tputs puts what it makes of a capability. One thread has the terminal.
static struct { uint8_t *bytes; size_t count, room; } made;

static int keep(int byte) {
  if (made.count < made.room) made.bytes[made.count++] = (uint8_t)byte;
  return byte;
}

size_t cncurses_capability(const char *name, int first, int second, uint8_t *bytes, size_t room) {
  const char *source = cncurses_capability_source(name);
  if (source == NULL) return 0;
  made.bytes = bytes;
  made.count = 0;
  made.room = room;
  tputs(tiparm(source, first, second), 1, keep);
  return made.count;
}
