#include "schema.h"

#include <stdlib.h>

#include "base/embedded.h"
#include "base/text.h"
#include "evidence.h"
#include "setting.h"
#include "sight.h"
#include "tally.h"
#include "trail.h"

int64_t schema_version_any(struct db *db)
{
	return db_long(db, SQL("PRAGMA user_version"));
}

static const char *pretended;

void schema_pretend(const char *sql)
{
	pretended = sql;
}

/* The highest number in schema/0001-….sql; numbers may be left out. */
static int64_t newest_file(void)
{
	int64_t last = 0;
	for (size_t i = 0; i < embedded_count; i++) {
		const struct embedded *file = &embedded_table[i];
		int64_t number = text_starts(file->name, "schema/0") ? atoi(file->name + 7) : 0;
		last = number > last ? number : last;
	}
	return last;
}

/* The step with this number, or NULL: schema/0001-….sql is 1. One that was left out is empty. */
static const char *find_step(int64_t number)
{
	for (size_t i = 0; i < embedded_count; i++) {
		const struct embedded *file = &embedded_table[i];
		if (text_starts(file->name, "schema/0") && atoi(file->name + 7) == number)
			return (const char *)file->data;
	}
	int64_t last = newest_file();
	return number <= last ? "" : number == last + 1 ? pretended : NULL;
}

int64_t schema_newest(void)
{
	return newest_file() + (pretended != NULL);
}

bool schema_step(struct txn *t, int64_t version)
{
	struct arena *a = db_arena(t->db);
	const char *step = find_step(version);
	return step && txn_script(t, step) &&
	       txn_script(t, arena_format(a, "PRAGMA user_version = %d", (int)version));
}

bool schema_derived_is_current_any(struct db *db)
{
	return text_same(
		setting_get_any(db, "derived_hash"), embedded_find("schema/derived.sql")->hash);
}

void schema_refill(struct txn *t)
{
	sight_refresh(t);
	tally_rebuild(t);
	evidence_rebuild(t);
	trail_rebuild(t);
}

bool schema_rebuild_derived(struct txn *t)
{
	const struct embedded *derived = embedded_find("schema/derived.sql");
	if (!txn_script(t, (const char *)derived->data))
		return false;
	schema_refill(t);
	setting_put(t, "derived_hash", derived->hash);
	return !db_failed(t->db);
}
