#define _GNU_SOURCE
#include "CNcurses.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/mman.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

/* ncurses writes after every movement of the cursor, a hundred times for a picture in which a
   hundred numbers changed. While it writes one, descriptor 1 is memory; the terminal then gets the
   whole at once, in one packet of a slow link. */

static int memory = -1;
/* The terminal, while descriptor 1 is not. */
static volatile sig_atomic_t terminal = -1;
/* The terminal opened once more: a write that does not block must not change the descriptor that
   other programs share. */
static volatile sig_atomic_t unblocked = -1;
/* Milliseconds for a terminal that takes nothing once the program was asked to end. */
static const long grace = 400;

int screen_terminal(void) {
  int open = terminal;
  return open >= 0 ? open : STDOUT_FILENO;
}

void screen_divert(int descriptor) {
  int open = unblocked;
  dup2(descriptor, STDOUT_FILENO);
  if (open >= 0) dup2(descriptor, open);
}

/* Descriptor 1 where the terminal may not be opened, as after su. */
static int writable_terminal(void) {
  static bool tried;
  if (!tried) {
    tried = true;
    unblocked = open("/proc/self/fd/1", O_WRONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
  }
  int open = unblocked;
  return open >= 0 ? open : STDOUT_FILENO;
}

static long milliseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* Waits for room; false when there is none in time. Signals may arrive on any thread, so they do not
   interrupt this one. */
static bool wait_for_room(int descriptor) {
  static long latest = -1;
  for (;;) {
    bool is_ending = latest >= 0;
    long left = is_ending ? latest - milliseconds() : -1;
    if (is_ending && left <= 0) return false;
    struct pollfd entries[] = {
        {descriptor, POLLOUT, 0}, {is_ending ? -1 : screen_ending(), POLLIN, 0}};
    int ready = poll(entries, 2, (int)left);
    if (ready < 0 && errno != EINTR) return false;
    if (ready <= 0) continue;
    if (entries[1].revents) latest = milliseconds() + grace;
    if (entries[0].revents) return true;
  }
}

static void write_patiently(int descriptor, const char *bytes, size_t count) {
  bool dropped = false;
  while (count > 0) {
    ssize_t written = write(descriptor, bytes, count);
    if (written > 0) {
      bytes += written;
      count -= (size_t)written;
      dropped = false;
    } else if (written < 0 && errno == EAGAIN) {
      if (wait_for_room(descriptor)) continue;
      /* What comes last gives the terminal back, and matters more than what nobody has read. */
      if (dropped || tcflush(descriptor, TCOFLUSH) != 0) return;
      dropped = true;
    } else if (written == 0 || errno != EINTR) {
      return;
    }
  }
}

/* Bytes that were given to the terminal. */
static uint64_t given = 0;

uint64_t screen_written(void) { return given; }

void screen_write(const char *bytes, size_t count) {
  /* Into memory goes what is given to the terminal at the end of the picture. */
  if (terminal < 0) given += count;
  write_patiently(terminal >= 0 ? STDOUT_FILENO : writable_terminal(), bytes, count);
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
    screen_write(part, (size_t)count);
    sent += count;
  }
  lseek(memory, 0, SEEK_SET);
  /* The pages are kept for the next picture, unless one was unusually large. */
  if (size > (off_t)sizeof part && ftruncate(memory, 0) != 0) lseek(memory, 0, SEEK_SET);
}
