/*
 * arena: memory that lives as long as one request (or one job, one test).
 *
 * Bump allocation in 64 KiB blocks. Memory is zeroed; allocation never returns NULL (the program
 * stops when the machine has none left). Nothing is freed singly: arena_reset() frees all of it,
 * and runs what was deferred, newest first. Under AddressSanitizer freed and unused bytes are
 * poisoned and every piece has a red zone.
 *
 * An arena belongs to one thread at a time.
 */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stdarg.h>
#include <stddef.h>

struct arena;

struct arena *arena_new(void);
void arena_reset(struct arena *a); /* everything got from it is gone */
void arena_free(struct arena *a);  /* NULL is allowed */

void *arena_alloc(struct arena *a, size_t bytes);
char *arena_copy(struct arena *a, const char *bytes, size_t len); /* adds a NUL */
char *arena_string(struct arena *a, const char *s);               /* NULL gives NULL */
char *arena_format(struct arena *a, const char *format, ...) __attribute__((format(printf, 2, 3)));
char *arena_vformat(struct arena *a, const char *format, va_list args)
	__attribute__((format(printf, 2, 0)));

/* fn(p) runs when the arena is reset or freed: for what a library allocated. */
void arena_defer(struct arena *a, void (*fn)(void *), void *p);

size_t arena_used(const struct arena *a); /* bytes handed out since the last reset */

#define ARENA_NEW(a, type)     ((type *)arena_alloc((a), sizeof(type)))
#define ARENA_MANY(a, type, n) ((type *)arena_alloc((a), sizeof(type) * (size_t)(n)))

#endif
