/*
 * out: text being built. Grows in an arena; data is always NUL-terminated once something was
 * written, and may hold NUL bytes inside (len counts).
 */
#ifndef BASE_OUT_H
#define BASE_OUT_H

#include "arena.h"

struct out {
	struct arena *arena;
	char *data;
	size_t len, room;
};

struct out out_new(struct arena *a);
void out_bytes(struct out *o, const char *bytes, size_t len);
void out_text(struct out *o, const char *s); /* NULL writes nothing */
void out_char(struct out *o, char c);
void out_long(struct out *o, long n);
void out_rune(struct out *o, unsigned rune); /* as UTF-8 */
void out_format(struct out *o, const char *format, ...) __attribute__((format(printf, 2, 3)));
const char *out_string(struct out *o); /* never NULL; valid until the next write */

#endif
