/*
 * uri: what stands in a request line, decoded once and strictly, and links encoded.
 *
 * Refused, with *why saying what: a bad or cut-off %XX, bytes that are not UTF-8 after decoding,
 * NUL and other controls (a query value may hold tab and line ends), raw blanks, and in a path an
 * encoded slash and the segments `.` and `..`. So each thing has one address.
 */
#ifndef BASE_URI_H
#define BASE_URI_H

#include <stdbool.h>

#include "arena.h"
#include "out.h"

/* One name=value of a query or a form. value is NUL-terminated; an uploaded file's may hold NULs.
 */
struct field {
	const char *name, *value;
	size_t len;
	const char *file_name; /* NULL unless it was uploaded as a file */
	const char *type;      /* an uploaded file's content type, as the browser said; else NULL */
};

struct fields { /* in the order of the request; names may repeat */
	struct field *items;
	size_t count, room;
};

enum { FIELDS_MOST = 2000 }; /* more are refused */

/* The first value of that name, or NULL. A file is not found by fields_value. */
const char *fields_value(const struct fields *f, const char *name);
const struct field *fields_find(const struct fields *f, const char *name);
/* The one after `last` (NULL: the first): for names that repeat. */
const struct field *fields_next(const struct fields *f, const char *name, const struct field *last);

/* A request's target, such as /points/7?kind=lesson: its path and query. false: refused, see *why.
 */
bool uri_parse(struct arena *a, const char *target, const char **path, struct fields *query,
	const char **why);

/* A form's body, name=value&name=value (base/form.h calls it). It may hold any character but NUL:
 * what people pasted is judged by the form's reader, with words, not refused here. */
bool uri_parse_body(
	struct arena *a, const char *text, size_t len, struct fields *fields, const char **why);

/* One segment of a path, or one name or value of a query: all but A-Z a-z 0-9 - . _ ~ as %XX. */
void uri_encode(struct out *o, const char *s);

#endif
