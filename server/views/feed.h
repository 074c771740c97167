/*
 * feed: bulletins as Atom (RFC 4287), for a feed reader.
 *
 * Addresses stand whole in it; those inside the texts are relative to xml:base. Texts are HTML,
 * escaped. Of the texts it shows what its owner may see.
 */
#ifndef VIEWS_FEED_H
#define VIEWS_FEED_H

#include "bulletin.h"

struct feed_entry {
	const struct bulletin_edition *edition;
	const char *html; /* as its owner reads it */
};
struct feed_entries {
	struct feed_entry *items;
	size_t count, room;
};
struct feed_view {
	const char *base; /* https://tributary.example.com, without a slash */
	const char *self; /* its own address */
	const char *title, *author;
	int64_t updated;
	struct feed_entries entries;
};

void feed_atom(struct out *o, const struct feed_view *v);

#endif
