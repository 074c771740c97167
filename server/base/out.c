#include "out.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

struct out out_new(struct arena *a)
{
	return (struct out){ .arena = a };
}

/* Room for len more bytes and a NUL. Doubles, so that building costs the length of the text. */
static void reserve(struct out *o, size_t len)
{
	if (o->room - o->len > len)
		return;
	size_t room = o->room ? o->room * 2 : 256;
	while (room - o->len <= len)
		room *= 2;
	char *data = arena_alloc(o->arena, room);
	if (o->len)
		memcpy(data, o->data, o->len);
	o->data = data;
	o->room = room;
}

void out_bytes(struct out *o, const char *bytes, size_t len)
{
	reserve(o, len);
	if (len)
		memcpy(o->data + o->len, bytes, len);
	o->len += len;
	o->data[o->len] = 0;
}

void out_text(struct out *o, const char *s)
{
	if (s)
		out_bytes(o, s, strlen(s));
}

void out_char(struct out *o, char c)
{
	out_bytes(o, &c, 1);
}

void out_long(struct out *o, long n)
{
	char digits[24];
	char *p = digits + sizeof digits;
	unsigned long left = n < 0 ? 0UL - (unsigned long)n : (unsigned long)n;
	do
		*--p = (char)('0' + left % 10);
	while (left /= 10);
	if (n < 0)
		*--p = '-';
	out_bytes(o, p, (size_t)(digits + sizeof digits - p));
}

void out_rune(struct out *o, unsigned rune)
{
	assert(rune <= 0x10FFFF);
	if (rune < 0x80) {
		out_char(o, (char)rune);
		return;
	}
	char b[4];
	int n = rune < 0x800 ? 2 : rune < 0x10000 ? 3 : 4;
	for (int i = n - 1; i > 0; i--, rune >>= 6)
		b[i] = (char)(0x80 | (rune & 0x3F));
	b[0] = (char)((0xF00 >> n & 0xFF) | rune);
	out_bytes(o, b, (size_t)n);
}

void out_format(struct out *o, const char *format, ...)
{
	va_list args, again;
	va_start(args, format);
	va_copy(again, args);
	int len = vsnprintf(NULL, 0, format, args);
	assert(len >= 0);
	reserve(o, (size_t)len);
	vsnprintf(o->data + o->len, (size_t)len + 1, format, again);
	o->len += (size_t)len;
	va_end(again);
	va_end(args);
}

const char *out_string(struct out *o)
{
	reserve(o, 0);
	o->data[o->len] = 0;
	return o->data;
}
