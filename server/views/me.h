/* me: one's own settings; and the first page of an empty database. */
#ifndef VIEWS_ME_H
#define VIEWS_ME_H

#include "base/outcome.h"
#include "chrome.h"
#include "mail_wish.h"
#include "person.h"

struct me_hint {
	const char *name, *label;
	bool on;
};
struct me_hints {
	struct me_hint *items;
	size_t count, room;
};

struct me_view {
	const struct chrome *chrome;
	const struct mail_wish_view *mail;
	const char *login, *roles;
	const char *language, *zone; /* "": not set */
	const char *organisation_zone;
	bool anonymous;        /* above the team, by default */
	struct me_hints hints; /* the coach's kinds */
	struct person_tokens tokens;
	const char *fresh_token, *fresh_feed; /* shown once; NULL */
	const char *feed_made;                /* since when there is a feed; NULL: none */
	struct faults faults;
};

struct password_view {
	const struct chrome *chrome;
	bool first; /* must be changed before anything else */
	struct faults faults;
};

struct set_up_view {
	const struct chrome *chrome;
	const char *unit, *login, *name;
	struct faults faults;
};

/* The time zones that the lists offer. */
struct me_zones {
	const char *const *items;
	size_t count;
};
extern const struct me_zones me_zones;

#endif
