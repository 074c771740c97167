/*
 * embedded: the files that are part of the program: schema, translations, static files. The table
 * is made by tools/embed.c at build; this is how to ask it. Everything lives as long as the
 * program.
 */
#ifndef BASE_EMBEDDED_H
#define BASE_EMBEDDED_H

#include <stddef.h>

struct embedded {
	const char *name;          /* "schema/0001-start.sql", "zh.mo", "static/site.css" */
	const unsigned char *data; /* a NUL follows, so that text is a string */
	size_t len;
	const char *hash; /* of the content, 16 hex digits: an ETag, a version */

	/* only under static/, else NULL */
	const char *type;          /* Content-Type */
	const char *url;           /* "/static/site.9f86d081884c7d65.css": may be cached for ever */
	const unsigned char *gzip; /* NULL where it saves nothing */
	size_t gzip_len;
};

extern const struct embedded embedded_table[]; /* sorted by name */
extern const size_t embedded_count;

const struct embedded *embedded_find(const char *name); /* NULL if there is none */

/* The static file behind a path: with the hash of its content, or ("/static/site.css") without,
 * when it must not be cached for long. NULL if there is none, or the hash is of another version. */
const struct embedded *embedded_at(const char *url_path);

#endif
