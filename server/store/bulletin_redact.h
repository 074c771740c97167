/* bulletin_redact: a literal text taken out of bulletins, issued or not: the one way in which what
 * was issued changes (rules/redact.h says why). Whole tables are read. */
#ifndef STORE_BULLETIN_REDACT_H
#define STORE_BULLETIN_REDACT_H

#include "bulletin.h"

/* A text that is rendered, and has to be so anew. */
struct bulletin_text {
	enum bulletin_column {
		COLUMN_FRAME,
		COLUMN_RULES,
		COLUMN_EDITION_FRAME,
		COLUMN_EDITION_RULES,
		COLUMN_PIECE,
	} column;
	int64_t row;
	enum piece_kind kind; /* of a piece */
	const char *body;     /* as it was */
};
struct bulletin_texts {
	struct bulletin_text *items;
	size_t count, room;
};

int64_t bulletin_redact_count_any(struct db *db, const char *text);
struct bulletin_texts bulletin_redact_texts_any(struct db *db, const char *text);
void bulletin_redact(struct txn *t, const char *text, const char *with); /* all but the HTML */
void bulletin_redact_html(struct txn *t, const struct bulletin_text *of, const char *html);

#endif
