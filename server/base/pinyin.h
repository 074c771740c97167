/*
 * pinyin: how Han characters are read, without tones, for guessing what somebody meant who typed
 * readings (huifang) or characters that sound alike (回防 for 回访). Simplified characters, as
 * folding leaves them; ü is v, and u will do for it. The table is written by
 * server/tools/pinyin_table.sh.
 */
#ifndef BASE_PINYIN_H
#define BASE_PINYIN_H

#include <stdbool.h>
#include <stddef.h>

enum pinyin_fit {
	PINYIN_NOT,
	PINYIN_FIRSTS, /* first letters: hf */
	PINYIN_BEGUN,  /* the last syllable is not complete: huifa */
	PINYIN_WHOLE,
};

/* Could these letters be readings of Han characters? The best way in which they could. Blanks
 * do not belong in them, ' may part syllables. */
enum pinyin_fit pinyin_fit(const char *typed);

/* How many of the characters, from the first on, read like this in that way, all of the letters
 * used up: two or more, or 0. */
size_t pinyin_reads(const char *typed, enum pinyin_fit way, const int *runes, size_t count);

/* Do the letters read as the beginning of these characters, each by as many of its letters as one
 * cares to type: wl, wanl, wanglei, w for 王磊? */
bool pinyin_begins(const char *typed, const int *runes, size_t count);

bool pinyin_same(int a, int b); /* two different characters share a reading */
/* They do but for what is often mixed up: z zh, c ch, s sh, l n, an ang, en eng, in ing. */
bool pinyin_near(int a, int b);

#endif
