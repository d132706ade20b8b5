#define _GNU_SOURCE
#include "CNcurses.h"

#include <poll.h>
#include <sys/ioctl.h>

/* --- keys ---------------------------------------------------------------------------------- */

/* Sequences some terminals and multiplexers send, whatever terminfo says. */
void screen_define_keys(void) {
  static const struct {
    const char *sequence;
    int code;
  } keys[] = {
      {"\033[A", KEY_UP},     {"\033[B", KEY_DOWN},   {"\033[C", KEY_RIGHT},
      {"\033[D", KEY_LEFT},   {"\033OA", KEY_UP},     {"\033OB", KEY_DOWN},
      {"\033OC", KEY_RIGHT},  {"\033OD", KEY_LEFT},   {"\033[H", KEY_HOME},
      {"\033[F", KEY_END},    {"\033OH", KEY_HOME},   {"\033OF", KEY_END},
      {"\033[1~", KEY_HOME},  {"\033[4~", KEY_END},   {"\033[7~", KEY_HOME},
      {"\033[8~", KEY_END},   {"\033[2~", KEY_IC},    {"\033[3~", KEY_DC},
      {"\033[5~", KEY_PPAGE}, {"\033[6~", KEY_NPAGE}, {"\033[Z", KEY_BTAB},
      {"\033OP", KEY_F(1)},   {"\033OQ", KEY_F(2)},   {"\033OR", KEY_F(3)},
      {"\033OS", KEY_F(4)},   {"\033[11~", KEY_F(1)}, {"\033[12~", KEY_F(2)},
      {"\033[13~", KEY_F(3)}, {"\033[14~", KEY_F(4)}, {"\033[15~", KEY_F(5)},
  };
  for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
    if (key_defined(keys[i].sequence) <= 0) define_key(keys[i].sequence, keys[i].code);
}

bool screen_key(int *code, bool *is_function) {
  if (!screen_is_open() || isendwin()) return false;
  wint_t key = 0;
  int kind = wget_wch(stdscr, &key);
  if (kind == ERR) return false;
  *code = (int)key;
  *is_function = kind == KEY_CODE_YES;
  return true;
}

bool screen_hung_up(int descriptor) {
  struct pollfd entry = {descriptor, POLLIN, 0};
  if (poll(&entry, 1, 0) < 0) return false;
  if (entry.revents & (POLLHUP | POLLERR | POLLNVAL)) return true;
  /* Readable without a byte to read is the end of the file. */
  int waiting = 0;
  return (entry.revents & POLLIN) && ioctl(descriptor, FIONREAD, &waiting) == 0 && waiting == 0;
}

/* --- the mouse ----------------------------------------------------------------------------- */

void screen_mouse_reports(bool wanted) {
#if NCURSES_MOUSE_VERSION > 1
  if (!screen_is_open()) return;
  mouseinterval(0);
  mousemask(wanted ? BUTTON1_PRESSED | BUTTON4_PRESSED | BUTTON5_PRESSED : 0, NULL);
#endif
}

struct screen_mouse screen_mouse_event(void) {
  struct screen_mouse found = {0, 0, 0};
#if NCURSES_MOUSE_VERSION > 1
  MEVENT event;
  if (!screen_is_open() || getmouse(&event) != OK) return found;
  found.x = event.x;
  found.y = event.y;
  if (event.bstate & BUTTON1_PRESSED) found.action = 1;
  if (event.bstate & BUTTON4_PRESSED) found.action = 2;
  if (event.bstate & BUTTON5_PRESSED) found.action = 3;
#endif
  return found;
}
