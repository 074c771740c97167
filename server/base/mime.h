/*
 * mime: an e-mail as bytes (RFC 5322, 2045 to 2047): UTF-8, lines of at most 76 characters, a part
 * of plain text and, where there is one, the same as HTML. Nothing that is put into a field can
 * begin another: control characters become blanks, and what is not ASCII is encoded.
 */
#ifndef BASE_MIME_H
#define BASE_MIME_H

#include <stdbool.h>
#include <stdint.h>

#include "out.h"

struct mime_mail {
	const char *from_name, *from; /* an address as mime_address_ok() takes it */
	const char *to_name, *to;
	const char *subject;
	const char *id;    /* for Message-ID, without <>: the same at each try */
	const char *leave; /* an address where one click ends such mail (RFC 8058); NULL: none */
	const char *text, *html; /* html NULL: plain only */
	int64_t at;              /* for Date */
};

/* One mailbox, local@host, of plain characters: it needs no quoting anywhere. */
bool mime_address_ok(const char *address);

void mime_write(struct out *o, const struct mime_mail *m);

/* For the tests: the value of a field, as =?UTF-8?B?…?= where it is not plain ASCII. */
void mime_words(struct out *o, const char *text, size_t column);
void mime_base64(struct out *o, const char *bytes, size_t len, size_t line);

#endif
