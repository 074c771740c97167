/* routes: the site map, the list of permissions and the index of the API, in one table. */
#ifndef WEB_ROUTES_H
#define WEB_ROUTES_H

#include "visit.h"

const struct route *routes_at(size_t i); /* NULL past the last */

/* The route for a method and path; fills arg and word. NULL: *allowed tells whether other methods
 * have this path. */
const struct route *routes_find(enum method method, const char *path, struct arena *a,
	int64_t arg[2], const char **word, bool *allowed);

size_t routes_number(const struct route *route); /* its place in the table */

/* The methods that a path has, for the header Allow: "GET, HEAD, POST". */
const char *routes_allowed(const char *path, struct arena *a);

const char *method_name(enum method m);

#endif
