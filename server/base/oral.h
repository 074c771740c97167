/*
 * oral: how long a text takes to say. Chinese is spoken at some 200 to 250 characters a minute,
 * English at some 130 words: three minutes are 600 to 750 characters, or 350 to 450 words. A text
 * is counted as what most of it is.
 */
#ifndef BASE_ORAL_H
#define BASE_ORAL_H

#include <stdbool.h>
#include <stdint.h>

struct oral {
	bool han;            /* counted in characters, else in words */
	int64_t n;           /* how many of them */
	int64_t least, most; /* for three minutes */
	int64_t seconds;     /* that it takes, about */
};

struct oral oral_measure(const char *text);

#endif
