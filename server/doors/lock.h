/*
 * lock: only one process writes a database. Whoever means to write holds a lock file beside it for
 * as long as it runs; the system lets go of it when the process ends, however it ends.
 */
#ifndef DOORS_LOCK_H
#define DOORS_LOCK_H

/*
 * Takes the lock, never waits. -1 and *why if another process (or this one) has it already, or if
 * the file cannot be made. *why is a sentence without full stop that lives until the next call in
 * this thread. path: disk_beside(arena, database, ".lock").
 */
int lock_take(const char *path, const char **why);
void lock_release(int lock); /* the file stays: removing it would let two in */

#endif
