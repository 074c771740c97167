/*
 * safe: HTML that may be sent as it is. Only the Markdown door, and views/html.c, make one;
 * everything else is escaped when a page prints it.
 */
#ifndef BASE_SAFE_H
#define BASE_SAFE_H

struct safe {
	const char *html; /* NULL prints nothing */
};

#endif
