/*
 * visit: one request on its way through: who asks, in which language, what for, and the answer
 * being built.
 *
 * visit_answer() enforces the columns of the route tables (web/routes_*.c) in one place before the
 * handler runs: method, sign-in, roles, CSRF and same origin, body; opens the reader's snapshot;
 * turns the handler's outcome into a status, for pages and JSON alike; asks once whether the
 * database failed; and adds the headers. Nothing is sent until the handler returned.
 */
#ifndef WEB_VISIT_H
#define WEB_VISIT_H

#include "app.h"
#include "base/form.h"
#include "doors/i18n.h"
#include "doors/json.h"
#include "rules/work.h"
#include "views/chrome.h"

enum face { PAGE, JSON };

struct visit;
typedef enum outcome handler(struct visit *v);

/* What a route needs: nobody in particular, anybody signed in, or one of these roles. */
enum { NEED_NOTHING = 0, NEED_PERSON = 1 << 8 };

struct route {
	enum method method;
	const char
		*path;  /* "#" stands for a number, "*" at the end for the rest, ":" for one word */
	unsigned needs; /* NEED_… or role bits, any of which will do */
	enum face face;
	handler *handle;
	const char *help; /* English; the API's index shows it */
};

struct visit {
	struct app *app;
	const struct request *in;
	struct response *out;
	const struct route *route;
	enum face face;
	struct work work;        /* arena, reader, writer, who, now, zone, faults */
	int64_t arg[2];          /* the numbers at # */
	const char *word;        /* what stood at : or * */
	const char *address;     /* whose request it is (web/address.h) */
	const char *cookie;      /* the session's, NULL: none */
	const struct zone *zone; /* the viewer's: times are shown in it */
	struct fields form;      /* of a POST from a page */
	struct chrome chrome;    /* of the page; title is the handler's to set */
};

void visit_answer(void *worker, const struct request *in, struct response *out);
void visit_refuse(void *app, const char *why, const struct request *in, struct response *out);

/* For handlers. A field of the form or the query; never NULL. */
const char *visit_field(const struct visit *v, const char *name);
const char *visit_query(const struct visit *v, const char *name);
int64_t visit_number(
	const struct visit *v, const char *name); /* of a form field; 0 if it is none */
int64_t visit_query_number(const struct visit *v, const char *name); /* of the query */
/* The week that ?week= names, else `fallback`. false: it is no week. */
bool visit_week(const struct visit *v, struct week fallback, struct week *week);

/* The page's title; then the templates print into the returned struct out. */
struct out *visit_page(struct visit *v, const char *title);
struct json_writer visit_json(struct visit *v, int status);
enum outcome visit_see_other(struct visit *v, const char *address); /* 303, after a POST */
bool visit_wants(const struct visit *v, const char *media_type); /* the Accept header prefers it */
const char *visit_time(const struct visit *v,
	int64_t moment); /* 11月23日 14:02, in the viewer's zone and language */
const char *visit_date(const struct visit *v, int64_t moment);
const char *visit_day(
	const struct visit *v, int64_t moment); /* 11月20日: where there is little room */

/* The one place where an outcome becomes a status. */
int outcome_status(enum outcome outcome);

#endif
