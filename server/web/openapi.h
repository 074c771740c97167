/*
 * openapi: the description of the API (GET /api/openapi.json, OpenAPI 3.1), made from the route
 * table and, for what a route takes and answers, from the table in openapi_table.c. Every route
 * with face JSON has a row there; a test compares both with what is really answered.
 */
#ifndef WEB_OPENAPI_H
#define WEB_OPENAPI_H

#include <stddef.h>

#include "doors/http.h"

struct operation {
	enum method method;
	const char *path;     /* as in the route table */
	const char *query;    /* "week unit kind": names of parameters; NULL: none */
	const char *body;     /* a media type, or the name of a shape for JSON; NULL: none */
	const char *answer;   /* the name of a shape; or a media type; NULL: no body */
	const char *statuses; /* "200 404": all but 401, which goes without saying */
};

/* A shape: "id:integer name:string parent:integer? points:[point]"; ? may be null or missing. */
struct shape {
	const char *name, *fields;
};

const struct operation *openapi_operation(size_t i); /* NULL past the last */
const struct shape *openapi_shape(size_t i);

#endif
