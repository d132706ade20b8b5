#include "CProcess.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <unistd.h>

/* --- standard descriptors ------------------------------------------------------------------ */

/* The runtime opens a descriptor before main, which would get the number of one that is closed, and
   what is printed would go there. Each is opened in the direction that nobody uses it in: to read
   from a closed stdin, or to write to a closed stdout, stays an error. */
__attribute__((constructor)) static void occupy_standard_descriptors(void) {
  for (int number = STDIN_FILENO; number <= STDERR_FILENO; number++) {
    if (fcntl(number, F_GETFD) >= 0 || errno != EBADF) continue;
    if (open("/dev/null", number == STDIN_FILENO ? O_WRONLY : O_RDONLY) < 0) return;
  }
}

/* --- process groups ------------------------------------------------------------------------ */

enum { most_groups = 64 };
static _Atomic pid_t groups[most_groups];

static void replace(pid_t old, pid_t new) {
  for (int i = 0; i < most_groups; i++) {
    pid_t expected = old;
    if (atomic_compare_exchange_strong(&groups[i], &expected, new)) return;
  }
}

void process_add_group(pid_t group) { replace(0, group); }

void process_remove_group(pid_t group) { replace(group, 0); }

void process_end_groups(void) {
  for (int i = 0; i < most_groups; i++) {
    pid_t group = atomic_load(&groups[i]);
    if (group > 1) kill(-group, SIGTERM);
  }
}
