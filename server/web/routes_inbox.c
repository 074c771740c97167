/* Addresses: what each person is told. */
#include "inbox_handlers.h"
#include "routes_tables.h"

/* clang-format off */
static const struct route routes[] = {
	/* method path                             needs          face  handler             help */
	{ GET,  "/inbox",                          NEED_PERSON,   PAGE, inbox_show,          "What I am told, the unread first" },
	{ GET,  "/inbox/#",                        NEED_PERSON,   PAGE, inbox_open,          "On to what a line tells of; it is read then" },
	{ POST, "/inbox/read",                     NEED_PERSON,   PAGE, inbox_read,          "Mark one line, or all up to one, as read" },

	{ GET,  "/api/inbox",                      NEED_PERSON,   JSON, inbox_show,          "What I am told, the unread first; cursor=, limit=" },
	{ POST, "/api/inbox/read",                 NEED_PERSON,   JSON, inbox_read,          "Mark lines as read: {\"ids\": […]} or {\"until\": number}" },
};
/* clang-format on */

const struct route_table routes_inbox = ROUTE_TABLE(routes);
