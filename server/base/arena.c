#include "arena.h"

#include <assert.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#if defined(__SANITIZE_ADDRESS__)
#define ARENA_ASAN 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define ARENA_ASAN 1
#endif
#endif

#ifdef ARENA_ASAN
#include <sanitizer/asan_interface.h>
#define POISON(p, n)   ASAN_POISON_MEMORY_REGION((p), (n))
#define UNPOISON(p, n) ASAN_UNPOISON_MEMORY_REGION((p), (n))
enum { RED_ZONE = 16 };
#else
#define POISON(p, n)   ((void)(p), (void)(n))
#define UNPOISON(p, n) ((void)(p), (void)(n))
enum { RED_ZONE = 0 };
#endif

enum { BLOCK_BYTES = 64 * 1024, ALIGN = 16 };

struct block {
	struct block *older;
	size_t size, used;
	_Alignas(16) unsigned char data[];
};

struct deferred {
	struct deferred *older;
	void (*fn)(void *);
	void *p;
};

struct arena {
	struct block *newest; /* the block being filled; the oldest one is kept across resets */
	struct deferred *deferred;
	size_t handed_out;
};

static struct block *block_new(struct block *older, size_t size)
{
	struct block *b = malloc(sizeof *b + size);
	if (!b) {
		fputs("out of memory\n", stderr);
		abort();
	}
	b->older = older;
	b->size = size;
	b->used = 0;
	POISON(b->data, size);
	return b;
}

struct arena *arena_new(void)
{
	struct arena *a = calloc(1, sizeof *a);
	if (!a) {
		fputs("out of memory\n", stderr);
		abort();
	}
	a->newest = block_new(NULL, BLOCK_BYTES);
	return a;
}

void arena_reset(struct arena *a)
{
	while (a->deferred) {
		struct deferred *d = a->deferred;
		a->deferred = d->older;
		d->fn(d->p);
	}
	while (a->newest->older) {
		struct block *b = a->newest;
		a->newest = b->older;
		UNPOISON(b->data, b->size);
		free(b);
	}
	a->newest->used = 0;
	a->handed_out = 0;
	POISON(a->newest->data, a->newest->size);
}

void arena_free(struct arena *a)
{
	if (!a)
		return;
	arena_reset(a);
	UNPOISON(a->newest->data, a->newest->size);
	free(a->newest);
	free(a);
}

void *arena_alloc(struct arena *a, size_t bytes)
{
	assert(bytes < SIZE_MAX / 4);
	size_t need = (bytes + RED_ZONE + ALIGN - 1) / ALIGN * ALIGN;
	if (need == 0)
		need = ALIGN;
	struct block *b = a->newest;
	if (b->size - b->used < need) {
		/* A large piece gets a block of its own; the next small one starts a fresh block.
		 */
		b = block_new(b, need > BLOCK_BYTES / 4 ? need : BLOCK_BYTES);
		a->newest = b;
	}
	unsigned char *p = b->data + b->used;
	b->used += need;
	a->handed_out += bytes;
	UNPOISON(p, bytes);
	return memset(p, 0, bytes);
}

char *arena_copy(struct arena *a, const char *bytes, size_t len)
{
	char *copy = arena_alloc(a, len + 1);
	if (len)
		memcpy(copy, bytes, len);
	return copy;
}

char *arena_string(struct arena *a, const char *s)
{
	return s ? arena_copy(a, s, strlen(s)) : NULL;
}

char *arena_vformat(struct arena *a, const char *format, va_list args)
{
	va_list again;
	va_copy(again, args);
	int len = vsnprintf(NULL, 0, format, args);
	assert(len >= 0);
	char *text = arena_alloc(a, (size_t)len + 1);
	vsnprintf(text, (size_t)len + 1, format, again);
	va_end(again);
	return text;
}

char *arena_format(struct arena *a, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	char *text = arena_vformat(a, format, args);
	va_end(args);
	return text;
}

void arena_defer(struct arena *a, void (*fn)(void *), void *p)
{
	struct deferred *d = ARENA_NEW(a, struct deferred);
	d->older = a->deferred;
	d->fn = fn;
	d->p = p;
	a->deferred = d;
}

size_t arena_used(const struct arena *a)
{
	return a->handed_out;
}
