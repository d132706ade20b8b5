#define _GNU_SOURCE
#include "CNcurses.h"

#include <CProcess.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/mman.h>
#include <termios.h>
#include <unistd.h>

/* --- stderr while the screen is ours ------------------------------------------------------- */

/* What libraries and the runtime print would land in the middle of the picture, and vanish with it.
   It is kept in memory and repeated once the screen is given back. */
static const off_t stderr_limit = 256 * 1024;
static int stderr_memory = -1;
static int stderr_saved = -1;

void screen_capture_stderr(void) {
  if (stderr_saved >= 0 || !isatty(STDERR_FILENO)) return;
  if (stderr_memory < 0) stderr_memory = memfd_create("stderr", MFD_CLOEXEC);
  if (stderr_memory < 0) return;
  int saved = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
  if (saved < 0) return;
  if (dup2(stderr_memory, STDERR_FILENO) < 0) {
    close(saved);
    return;
  }
  stderr_saved = saved;
}

static void write_all(int descriptor, const char *bytes, size_t count) {
  while (count > 0) {
    ssize_t written = write(descriptor, bytes, count);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return;
    bytes += written;
    count -= (size_t)written;
  }
}

void screen_release_stderr(void) {
  int saved = stderr_saved;
  if (saved < 0) return;
  stderr_saved = -1;
  dup2(saved, STDERR_FILENO);
  close(saved);
  char part[4096];
  off_t offset = 0;
  ssize_t count;
  while ((count = pread(stderr_memory, part, sizeof part, offset)) > 0) {
    write_all(STDERR_FILENO, part, (size_t)count);
    offset += count;
  }
  if (ftruncate(stderr_memory, 0) == 0) lseek(stderr_memory, 0, SEEK_SET);
}

void screen_trim_stderr(void) {
  if (stderr_saved < 0 || lseek(stderr_memory, 0, SEEK_CUR) < stderr_limit) return;
  static const char note[] = "(earlier messages were dropped)\n";
  if (ftruncate(stderr_memory, 0) != 0) return;
  lseek(stderr_memory, 0, SEEK_SET);
  write_all(stderr_memory, note, sizeof note - 1);
}

/* --- crashes ------------------------------------------------------------------------------- */

static const int crash_signals[] = {SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE, SIGABRT};
enum { crash_count = sizeof crash_signals / sizeof *crash_signals };
static struct sigaction crash_previous[crash_count];
static struct termios saved_modes;
static int guarded_input = -1;
static int null_output = -1;
static atomic_flag crashed = ATOMIC_FLAG_INIT;

/* Change shown, mouse off, attributes off, cursor on, main screen, cursor keys and keypad as usual. */
static const char reset_sequence[] =
    "\033[?2026l\033[?1000l\033[?1006l\033[0m\033[?25h\033[?1049l\033[?1l\033>\r";

/* endwin() may not be called from a signal handler; these calls may. */
static void crash_handler(int number, siginfo_t *info, void *context) {
  (void)context;
  if (!atomic_flag_test_and_set(&crashed)) {
    /* Another thread may be in the middle of a frame: the rest of it must go nowhere. */
    int terminal = dup(screen_terminal());
    if (terminal >= 0 && null_output >= 0) screen_divert(null_output);
    int output = terminal >= 0 ? terminal : STDOUT_FILENO;
    write_all(output, reset_sequence, sizeof reset_sequence - 1);
    tcsetattr(guarded_input, TCSANOW, &saved_modes);
    screen_release_stderr();
    process_end_groups();
  }
  for (int i = 0; i < crash_count; i++)
    if (crash_signals[i] == number) sigaction(number, &crash_previous[i], NULL);
  /* A fault happens again on return, now with its proper context for the handler before us; a
     signal that was sent has to be sent again. */
  if (info->si_code <= 0) raise(number);
}

static void remove_crash_handlers(void) {
  for (int i = 0; i < crash_count; i++) sigaction(crash_signals[i], &crash_previous[i], NULL);
}

void screen_guard(int input) {
  static bool installed;
  if (installed || tcgetattr(input, &saved_modes) != 0) return;
  installed = true;
  guarded_input = input;
  null_output = open("/dev/null", O_WRONLY | O_CLOEXEC);
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_sigaction = crash_handler;
  action.sa_flags = SA_SIGINFO | SA_ONSTACK;
  sigemptyset(&action.sa_mask);
  for (int i = 0; i < crash_count; i++)
    sigaction(crash_signals[i], &action, &crash_previous[i]);
  atexit(screen_close);
}

/* --- signals as bytes of a pipe ------------------------------------------------------------ */

static int signal_pipe[2] = {-1, -1};
static int ending = -1;

int screen_ending(void) { return ending; }

static void note_signal(int number) {
  int saved = errno;
  unsigned char byte = (unsigned char)number;
  /* A full pipe already says all there is to say. */
  ssize_t ignored = write(signal_pipe[1], &byte, 1);
  if (number != SIGWINCH && number != SIGTSTP && number != SIGCONT) {
    const uint64_t one = 1;
    ignored = write(ending, &one, sizeof one);
  }
  (void)ignored;
  errno = saved;
}

static void route(int number) {
  struct sigaction action, previous;
  if (sigaction(number, NULL, &previous) == 0 && previous.sa_handler == SIG_IGN) return;
  memset(&action, 0, sizeof action);
  action.sa_handler = note_signal;
  action.sa_flags = SA_RESTART;
  sigemptyset(&action.sa_mask);
  sigaction(number, &action, NULL);
}

int screen_signals(const int *signals, int count) {
  if (signal_pipe[0] < 0 && pipe2(signal_pipe, O_CLOEXEC | O_NONBLOCK) != 0) return -1;
  if (ending < 0) ending = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
  for (int i = 0; i < count; i++) route(signals[i]);
  return signal_pipe[0];
}

/* --- being stopped ------------------------------------------------------------------------- */

bool screen_is_foreground(void) {
  pid_t group = tcgetpgrp(STDOUT_FILENO);
  return group < 0 || group == getpgrp();
}

static pid_t parent_of(pid_t process) {
  char path[32], text[512];
  snprintf(path, sizeof path, "/proc/%d/stat", (int)process);
  int file = open(path, O_RDONLY | O_CLOEXEC);
  if (file < 0) return 0;
  ssize_t count = read(file, text, sizeof text - 1);
  close(file);
  if (count <= 0) return 0;
  text[count] = 0;
  /* The name of the program, in parentheses, may hold any character. */
  const char *rest = strrchr(text, ')');
  int parent = 0;
  return rest && sscanf(rest, ") %*c %d", &parent) == 1 ? parent : 0;
}

/* A process group without a parent in the same session is never continued: the kernel would not stop
   it, and SIGCONT would never come. What started us may be in our own group, as make and scripts are:
   then its parent counts. */
static bool is_orphaned(void) {
  pid_t ancestor = getppid();
  while (ancestor > 0 && getpgid(ancestor) == getpgrp()) ancestor = parent_of(ancestor);
  return ancestor <= 0 || getsid(ancestor) != getsid(0);
}

bool screen_stop(void) {
  if (is_orphaned()) return false;
  int number = screen_is_foreground() ? SIGTSTP : SIGTTOU;
  signal(number, SIG_DFL);
  return kill(0, number) == 0;
}
