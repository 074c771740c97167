/* export_tables: the CSV files of an export. For export.c. */
#ifndef RULES_EXPORT_TABLES_H
#define RULES_EXPORT_TABLES_H

#include <string.h>

#include "base/out.h"
#include "work.h"

struct export
{
	struct work *work;
	const char *dir;
	const char **why;
};

struct out export_table(struct export *e, const char *header);
bool export_put(struct export *e, const char *name, struct out *text);

bool export_organisation(struct export *e);
bool export_topics(struct export *e);
bool export_rollups(struct export *e);
bool export_classified(struct export *e);
bool export_uses(struct export *e); /* to be read; an import leaves them out */

#endif
