/*
 * chrome: what every page has around its text.
 */
#ifndef VIEWS_CHROME_H
#define VIEWS_CHROME_H

#include "html.h"

struct chrome {
	const char *title; /* of the page, in the viewer's language */
	const char *name;  /* of who is signed in; NULL: nobody */
	const char *csrf;  /* token for the forms of this session; NULL: none */
};

#endif
