/*
 * paste: a whole text from a chat, split into points for its writer to check.
 *
 * Headings are found (经验:, 教训1：, 【三点经验】, 一、做得好的, Lessons …, also in the middle of
 * a line),
 * numbers (1. 2、 (3) ④ 5️⃣ 第六点), bullets, and the lines with a name and a time that
 * chats put in between. Nothing of the text is lost: what is neither in a headline nor in a body is
 * in left_out, and that is only headings, numbers, bullets, names with times, and the comma or full
 * stop between headline and body.
 */
#ifndef RULES_PASTE_H
#define RULES_PASTE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/kind.h"
#include "base/strings.h"

#define PASTE_HEADLINE 40 /* characters at most */

struct paste_point {
	enum kind kind;
	bool guessed; /* the kind: no heading said it */
	bool joined;  /* more than three of its kind: the rest stands at the end of its body */
	const char *headline; /* the first sentence or clause; ends in … if it had to be cut, and
				 the body then begins with the whole sentence */
	const char *body;     /* clean, as point_text_escape makes it */
};

struct paste {
	struct paste_point
		*items; /* at most three of a kind, experiences and lessons as they came */
	size_t count, room;
	struct strings left_out;
};

/* text of any length; invalid bytes are kept as they are, for the check on submission to name. */
void paste_split(struct arena *a, const char *text, size_t len, struct paste *out);

#endif
