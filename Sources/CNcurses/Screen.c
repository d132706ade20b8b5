#define _GNU_SOURCE
#include "CNcurses.h"

#include <langinfo.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/ioctl.h>
#include <term.h>
#include <termios.h>
#include <unistd.h>
#include <wchar.h>

/* <term.h> takes this word for itself. */
#undef columns

static SCREEN *screen;
static FILE *input_stream;
static struct termios modes_before;
static bool is_utf8;

bool screen_is_open(void) { return screen != NULL; }

/* Whether the environment asks for UTF-8 even though the locale it names is not installed here, as
   is usual after ssh to a small server. */
static bool environment_wants_utf8(void) {
  const char *names[] = {"LC_ALL", "LC_CTYPE", "LANG"};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    const char *value = getenv(names[i]);
    if (value && *value) return strcasestr(value, "utf-8") || strcasestr(value, "utf8");
  }
  return false;
}

bool screen_locale(bool wants_utf8) {
  if (!setlocale(LC_ALL, "") && environment_wants_utf8()) setlocale(LC_CTYPE, "C.UTF-8");
  if (wants_utf8 && strcmp(nl_langinfo(CODESET), "UTF-8") != 0) setlocale(LC_CTYPE, "C.UTF-8");
  /* A decimal comma in what is parsed or printed would change its meaning. */
  setlocale(LC_NUMERIC, "C");
  is_utf8 = strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
  return is_utf8;
}

enum screen_error screen_probe(const char *term) {
  int status = 0;
  if (setupterm(term, STDOUT_FILENO, &status) != OK) return SCREEN_UNKNOWN_TERMINAL;
  const char *cup = tigetstr("cup");
  bool moves = cup && cup != (char *)-1;
  del_curterm(cur_term);
  return moves ? SCREEN_OK : SCREEN_NO_CURSOR;
}

int screen_colors(const char *term) {
  int status = 0;
  if (!*term || setupterm(term, STDOUT_FILENO, &status) != OK) return 0;
  int colors = tigetnum("colors");
  del_curterm(cur_term);
  return colors > 0 ? colors : 0;
}

/* ncurses takes a compiled entry from TERMINFO itself; what is started later must not see it. */
static SCREEN *open_with_entry(const char *term, const char *entry) {
  const char *set = getenv("TERMINFO");
  char *before = set ? strdup(set) : NULL;
  setenv("TERMINFO", entry, 1);
  SCREEN *opened = newterm(term, stdout, input_stream);
  if (before)
    setenv("TERMINFO", before, 1);
  else
    unsetenv("TERMINFO");
  free(before);
  return opened;
}

enum screen_error screen_open(const char *term, int input, bool mouse, const char *entry) {
  if (screen) return SCREEN_FAILED;
  input_stream = input == STDIN_FILENO ? stdin : fdopen(input, "r+");
  if (!input_stream) return SCREEN_FAILED;
  screen_guard(input);
  tcgetattr(STDOUT_FILENO, &modes_before);
  /* LINES and COLUMNS in the environment would otherwise win over the window. */
  use_env(FALSE);
  use_tioctl(TRUE);
  screen = entry ? open_with_entry(term, entry) : NULL;
  if (!screen) screen = newterm(term, stdout, input_stream);
  if (!screen) return SCREEN_FAILED;
  raw();
  noecho();
  nonl();
  intrflush(stdscr, FALSE);
  keypad(stdscr, TRUE);
  nodelay(stdscr, TRUE);
  meta(stdscr, TRUE);
  scrollok(stdscr, FALSE);
  set_escdelay(25);
  /* A key waiting must not stop a frame half-way. */
  typeahead(-1);
  screen_define_keys();
  if (has_colors()) {
    start_color();
    use_default_colors();
  }
  if (mouse) screen_mouse_reports(true);
  curs_set(0);
  leaveok(stdscr, TRUE);
  screen_capture_stderr();
  return SCREEN_OK;
}

/* Without an alternate screen the picture stays, and the shell goes on in its last line: that is
   blanked first. */
static void clear_last_line(void) {
  const char *alternate = tigetstr("smcup");
  if (alternate && alternate != (char *)-1) return;
  wattr_set(stdscr, 0, 0, NULL);
  wmove(stdscr, getmaxy(stdscr) - 1, 0);
  wclrtoeol(stdscr);
  wrefresh(stdscr);
}

/* ncurses itself would wait for ever for a terminal that takes nothing, and sets the modes of what
   descriptor 1 is while it writes a picture. */
static void give_back(bool for_good) {
  if (isendwin()) return;
  screen_begin_picture();
#if NCURSES_MOUSE_VERSION > 1
  if (for_good) mousemask(0, NULL);
#endif
  clear_last_line();
  curs_set(1);
  endwin();
  screen_end_picture();
  tcsetattr(STDOUT_FILENO, TCSANOW, &modes_before);
}

void screen_close(void) {
  if (!screen) return;
  SCREEN *open = screen;
  screen = NULL;
  give_back(true);
  delscreen(open);
  screen_release_stderr();
}

void screen_leave(void) {
  if (!screen || isendwin()) return;
  give_back(false);
  screen_release_stderr();
}

void screen_return(void) {
  if (!screen) return;
  screen_capture_stderr();
  /* The shell may have set other modes in the meantime, even if nobody told us that we stopped. */
  reset_prog_mode();
  screen_begin_picture();
  clearok(curscr, TRUE);
  wrefresh(stdscr);
  curs_set(0);
  screen_end_picture();
}

struct screen_capabilities screen_capabilities(void) {
  struct screen_capabilities found = {0, 0, false};
  if (!screen || !has_colors()) return found;
  found.colors = COLORS;
  found.pairs = COLOR_PAIRS;
  found.direct_color = tigetflag("RGB") > 0 && COLORS >= 1 << 24;
  return found;
}

bool screen_size(int *rows, int *columns) {
  struct winsize window;
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &window) == 0 && window.ws_row && window.ws_col) {
    *rows = window.ws_row;
    *columns = window.ws_col;
    return true;
  }
  if (!screen) return false;
  *rows = getmaxy(stdscr);
  *columns = getmaxx(stdscr);
  return *rows > 0 && *columns > 0;
}

void screen_resize(int rows, int columns) {
  if (screen && rows > 0 && columns > 0) resizeterm(rows, columns);
}

void screen_redraw(void) {
  if (screen) clearok(curscr, TRUE);
}

void screen_erase(void) {
  if (!screen) return;
  wattr_set(stdscr, 0, 0, NULL);
  werase(stdscr);
}

static attr_t curses_attributes(int attributes) {
  attr_t result = A_NORMAL;
  if (attributes & SCREEN_BOLD) result |= A_BOLD;
  if (attributes & SCREEN_DIM) result |= A_DIM;
  if (attributes & SCREEN_ITALIC) result |= A_ITALIC;
  if (attributes & SCREEN_UNDERLINE) result |= A_UNDERLINE;
  if (attributes & SCREEN_REVERSE) result |= A_REVERSE;
  return result;
}

void screen_put(int row, int column, const wchar_t *text, int count, int attributes, int pair) {
  if (!screen || count <= 0) return;
  wchar_t line[256];
  /* The pair goes through the pointer, since the plain argument holds 16 bits only. */
  wattr_set(stdscr, curses_attributes(attributes), 0, &pair);
  for (int done = 0; done < count;) {
    int start = done, length = 0;
    while (done < count && length < 255) {
      wchar_t letter = text[done];
      int cells = done + 1 < count && text[done + 1] == 0 ? 2 : 1;
      if (length + cells > 255) break;
      if (letter != 0 && wcwidth(letter) == cells && (is_utf8 || letter < 0x80)) {
        line[length++] = letter;
      } else {
        for (int i = 0; i < cells; i++) line[length++] = L'?';
      }
      done += cells;
    }
    mvwaddnwstr(stdscr, row, column + start, line, length);
  }
}

void screen_cursor(int row, int column) {
  if (!screen) return;
  if (row < 0) {
    leaveok(stdscr, TRUE);
    curs_set(0);
  } else {
    leaveok(stdscr, FALSE);
    wmove(stdscr, row, column);
    curs_set(1);
  }
}

void screen_send(const char *bytes, size_t count) {
  if (screen) screen_write(bytes, count);
}

void screen_flush(bool at_once) {
  if (!screen || isendwin()) return;
  screen_trim_stderr();
  wnoutrefresh(stdscr);
  screen_begin_picture();
  if (at_once) screen_send("\033[?2026h", 8);
  doupdate();
  if (at_once) screen_send("\033[?2026l", 8);
  screen_end_picture();
}

bool screen_pair(int pair, int foreground, int background) {
  return screen && init_extended_pair(pair, foreground, background) == OK;
}
