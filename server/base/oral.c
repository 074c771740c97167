#include "oral.h"

#include <ctype.h>
#include <string.h>

#include "text.h"

struct oral oral_measure(const char *text)
{
	int64_t han = 0, words = 0;
	bool inside = false;
	for (const char *p = text, *end = text + strlen(text); p < end;) {
		int rune = text_rune(&p, end);
		bool letter = rune >= 0 && rune < 0x80 && isalnum(rune);
		words += letter && !inside;
		inside = letter || (inside && (rune == '\'' || rune == '-' || rune == 0x2019));
		han += rune_is_han(rune);
	}
	struct oral o = { .han = han >= words };
	/* A figure or a foreign word among characters takes as long as two of them. */
	o.n = o.han ? han + 2 * words : words;
	o.least = o.han ? 600 : 350;
	o.most = o.han ? 750 : 450;
	o.seconds = o.han ? o.n * 60 / 225 : o.n * 60 / 133;
	return o;
}
