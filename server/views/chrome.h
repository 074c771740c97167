/*
 * chrome: what every page has around its text: who is signed in, where one can go, what was just
 * done.
 */
#ifndef VIEWS_CHROME_H
#define VIEWS_CHROME_H

#include <stdbool.h>

#include "html.h"

struct chrome {
	const char *organisation; /* its name; "" if the settings do not say */
	const char *title;        /* of the page, in the viewer's language */
	const char *name;         /* of who is signed in; NULL: nobody, and no navigation */
	const char *unit_code, *unit_name; /* the home unit */
	const char *csrf;                  /* token for the forms of this session */
	const char *path;                  /* where one is */
	const char *said;         /* ?said=…: a note on what was just done; "" or unknown: none */
	const char *unread;       /* in the inbox: "3", "99+"; NULL: nothing */
	bool writes, administers; /* what the navigation offers */
	bool sees_hq;             /* all that reached the headquarters: its desk */
	bool reports;             /* daily ones: a member of a team */
	bool meets;               /* has a team, or manages a unit that holds meetings */
	bool writing;             /* the page to write on: no tabs above the keyboard */
};

/* Is one in this part of the site? */
bool chrome_is_at(const struct chrome *c, const char *part);
bool chrome_is_here(const struct chrome *c, const char *page); /* on this very page */
/* The note for ?said=, in the viewer's language; NULL: none. */
const char *chrome_note(const struct chrome *c);

#endif
