/* The only file that includes <curses.h>. No WINDOW * crosses this border, and every function here
   must be called by one thread at a time, except where it says otherwise. */
#ifndef SVCTOP_CNCURSES_H
#define SVCTOP_CNCURSES_H

#define NCURSES_WIDECHAR 1
#define NCURSES_NOMACROS 1
#include <curses.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Attributes of screen_put; the A_* macros of curses.h are not visible to Swift. */
enum {
  SCREEN_BOLD = 1,
  SCREEN_DIM = 2,
  SCREEN_ITALIC = 4,
  SCREEN_UNDERLINE = 8,
  SCREEN_REVERSE = 16
};

enum screen_error {
  SCREEN_OK = 0,
  SCREEN_UNKNOWN_TERMINAL = 1, /* no terminfo entry of that name */
  SCREEN_NO_CURSOR = 2,        /* the terminal cannot move its cursor */
  SCREEN_FAILED = 3
};

struct screen_capabilities {
  int colors;         /* 0, 8, 16, 256 or 2^24 */
  int pairs;          /* colour pairs that may be defined, from 1 */
  bool direct_color;  /* colour numbers are red, green and blue, 8 bits each */
};

struct screen_mouse {
  int x, y;
  int action; /* 0 nothing of interest, 1 press, 2 wheel up, 3 wheel down */
};

/* Takes the user's locale, with numbers as in C, or UTF-8 whatever the locale says where that is
   wanted; returns whether text is UTF-8. */
bool screen_locale(bool wants_utf8);

/* Finds out whether a terminal of this name can be driven, and writes nothing. */
enum screen_error screen_probe(const char *term);

/* The number of colours a terminal of this name has by terminfo; 0 when it is not known. */
int screen_colors(const char *term);

/* Takes over the terminal: keys come from the descriptor, the picture goes to standard output.
   An entry, as TERMINFO takes it, stands in for the one that is installed; NULL for none. */
enum screen_error screen_open(const char *term, int input, bool mouse, const char *entry);

bool screen_is_open(void);

/* Gives the terminal back as it was and shows what was written to stderr; harmless when not open. */
void screen_close(void);

/* Gives the terminal back for a while, and takes it again with everything to be redrawn. */
void screen_leave(void);
void screen_return(void);

struct screen_capabilities screen_capabilities(void);

/* The window's size as the kernel knows it now; false if it does not. */
bool screen_size(int *rows, int *columns);
void screen_resize(int rows, int columns);

/* Forgets what is on the screen: all is sent again with the next flush. */
void screen_redraw(void);
void screen_erase(void);

/* Puts characters side by side. A 0 stands for the right half of the wide one before it. What the
   C library counts otherwise, or cannot show, becomes a question mark, so columns stay aligned. */
void screen_put(int row, int column, const wchar_t *text, int count, int attributes, int pair);

/* Shows the cursor, or hides it when the row is negative. */
void screen_cursor(int row, int column);

/* Sends everything put since the last flush; bracketed as one change (DECSET 2026) if wanted. */
void screen_flush(bool at_once);

/* Sends bytes past the picture, as for the clipboard. */
void screen_send(const char *bytes, size_t count);

/* What is written to the terminal between these two goes out in one piece, at the end. */
void screen_begin_picture(void);
void screen_end_picture(void);
/* Writes to the terminal, waiting while it has no room: not for long once the program was asked to
   end, then what the terminal has not taken yet is dropped. */
void screen_write(const char *bytes, size_t count);
/* How many bytes went to the terminal that way: all pictures, and what was sent past them. */
uint64_t screen_written(void);
/* Sends the rest of a picture to another descriptor; async-signal-safe. */
void screen_divert(int descriptor);
/* The descriptor of the terminal, whatever is being done to descriptor 1; async-signal-safe. */
int screen_terminal(void);

/* Makes keys known that terminfo leaves out. */
void screen_define_keys(void);
/* The next key waiting: false if there is none. A function key's code is a KEY_* constant. */
bool screen_key(int *code, bool *is_function);
struct screen_mouse screen_mouse_event(void);

/* Lets the terminal report clicks and the wheel, or not. */
void screen_mouse_reports(bool wanted);

/* Whether the other end of the descriptor is gone. */
bool screen_hung_up(int descriptor);

/* Defines a colour pair, -1 standing for the terminal's own colour. */
bool screen_pair(int pair, int foreground, int background);

/* Routes signals into a pipe, one byte each holding its number; returns the end to read from, -1 on
   failure. Any thread may receive them. A signal that was ignored at the start stays ignored. */
int screen_signals(const int *signals, int count);
/* A descriptor that is readable once a signal has asked the program to end; -1 before there can be
   one. */
int screen_ending(void);

/* Stops the process group as Ctrl-Z does, or with SIGTTOU when it is in the background; false if
   there is no shell that could ever continue it. SIGCONT tells when that happened. */
bool screen_stop(void);
/* Whether the terminal is the process group's own just now. */
bool screen_is_foreground(void);

/* Restores the terminal when the program crashes or exits, whatever the thread; in a crash the
   process groups of CProcess are asked to end too. */
void screen_guard(int input);
/* Gives stderr back and repeats what was written there meanwhile; async-signal-safe. */
void screen_release_stderr(void);
void screen_capture_stderr(void);
/* Keeps captured stderr within bounds; called once per frame. */
void screen_trim_stderr(void);

#endif
