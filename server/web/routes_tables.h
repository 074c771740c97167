/* routes_tables: the tables that routes.c looks through, one a subject, each in a file of its own.
 */
#ifndef WEB_ROUTES_TABLES_H
#define WEB_ROUTES_TABLES_H

#include "visit.h"

struct route_table {
	const struct route *items;
	size_t count;
};
#define ROUTE_TABLE(routes)                                                                        \
	{                                                                                          \
		(routes), sizeof(routes) / sizeof *(routes)                                        \
	}

extern const struct route_table routes_account, routes_admin, routes_write, routes_talk,
	routes_inbox, routes_reply, routes_report, routes_rollup, routes_topic, routes_use,
	routes_playbook, routes_search, routes_radar, routes_bulletin, routes_meeting;

#endif
