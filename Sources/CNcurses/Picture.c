#define _GNU_SOURCE
#include "CNcurses.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/mman.h>
#include <unistd.h>

/* ncurses writes after every movement of the cursor, a hundred times for a picture in which a
   hundred numbers changed. While it writes one, descriptor 1 is memory; the terminal then gets the
   whole at once, in one packet of a slow link. */

static int memory = -1;
/* The terminal, while descriptor 1 is not. */
static volatile sig_atomic_t terminal = -1;

int screen_terminal(void) {
  int open = terminal;
  return open >= 0 ? open : STDOUT_FILENO;
}

static void write_patiently(int descriptor, const char *bytes, size_t count) {
  while (count > 0) {
    ssize_t written = write(descriptor, bytes, count);
    if (written > 0) {
      bytes += written;
      count -= (size_t)written;
    } else if (written < 0 && errno == EAGAIN) {
      struct pollfd room = {descriptor, POLLOUT, 0};
      if (poll(&room, 1, -1) < 0 && errno != EINTR) return;
    } else if (written == 0 || errno != EINTR) {
      return;
    }
  }
}

void screen_write(const char *bytes, size_t count) {
  write_patiently(STDOUT_FILENO, bytes, count);
}

void screen_begin_picture(void) {
  if (terminal >= 0) return;
  if (memory < 0) memory = memfd_create("picture", MFD_CLOEXEC);
  if (memory < 0) return;
  int kept = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3);
  if (kept < 0) return;
  terminal = kept;
  if (dup2(memory, STDOUT_FILENO) >= 0) return;
  terminal = -1;
  close(kept);
}

void screen_end_picture(void) {
  int kept = terminal;
  if (kept < 0) return;
  dup2(kept, STDOUT_FILENO);
  terminal = -1;
  close(kept);
  off_t size = lseek(memory, 0, SEEK_CUR);
  char part[16384];
  off_t sent = 0;
  while (sent < size) {
    /* What an earlier, larger picture left lies behind the end. */
    size_t rest = (size_t)(size - sent);
    ssize_t count = pread(memory, part, rest < sizeof part ? rest : sizeof part, sent);
    if (count <= 0) break;
    write_patiently(STDOUT_FILENO, part, (size_t)count);
    sent += count;
  }
  lseek(memory, 0, SEEK_SET);
  /* The pages are kept for the next picture, unless one was unusually large. */
  if (size > (off_t)sizeof part && ftruncate(memory, 0) != 0) lseek(memory, 0, SEEK_SET);
}
