/* What has to be done before any Swift runs, or when none may run any more.

   Linking it is enough for one thing: of the descriptors 0 to 2 none is free when main begins. */
#ifndef SVCTOP_CPROCESS_H
#define SVCTOP_CPROCESS_H

#include <sys/types.h>

/* Has a process group asked to end when the program crashes. Of more than 64 the rest is left alone.
   Any thread may call it. */
void process_add_group(pid_t group);

/* Has it left alone again. To be called before its leader is waited for, whose number is given out
   again from then on. Any thread may call it. */
void process_remove_group(pid_t group);

/* Asks all of them to end; async-signal-safe. */
void process_end_groups(void);

#endif
