/*
 * form: the body of a POST, as fields.
 *
 * application/x-www-form-urlencoded and multipart/form-data (RFC 7578), strictly: text is UTF-8
 * without NUL (which other controls a text may hold is for its reader to say), a part without a
 * name or a body cut off before its last boundary is refused. Values are as sent: line ends are CR
 * LF in a browser's text area. Fields point into the body where they can: it must live as long as
 * they.
 */
#ifndef BASE_FORM_H
#define BASE_FORM_H

#include "uri.h"

enum form_outcome {
	FORM_READ,
	FORM_TYPE, /* another content type, or none with a body: 415 */
	FORM_BAD,  /* broken or not UTF-8, see *why: 400 */
};

/* content_type may be NULL. An empty body is a form without fields. */
enum form_outcome form_parse(struct arena *a, const char *content_type, const char *body,
	size_t len, struct fields *fields, const char **why);

/* Is it this media type, parameters and case aside? form_is("text/markdown", …) */
bool form_is(const char *media_type, const char *content_type);

#endif
