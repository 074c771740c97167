#include "install.h"

#include <unistd.h>

#include "base/log.h"
#include "doors/disk.h"
#include "doors/lock.h"
#include "doors/tokenizer.h"
#include "doors/txn.h"
#include "radar.h"
#include "search.h"
#include "store/schema.h"
#include "store/search_fill.h"
#include "store/setting.h"

static bool read_key(struct writer *w, struct arena *a, struct secret_key *key)
{
	TXN(t, w, a);
	const char *hex = setting_get_any(t.db, "key");
	if (hex && secret_key_parse(hex, key))
		return true;
	*key = secret_key_new();
	setting_put(&t, "key", secret_key_hex(a, key));
	return txn_commit(&t);
}

/* Each step in a transaction of its own: what a crash leaves is a whole step. */
static bool take_step(struct writer *w, struct arena *a, bool *more, const char **why)
{
	TXN_ALONE(t, w, a);
	int64_t version = schema_version_any(t.db), newest = schema_newest();
	*why = "the database could not be brought to this version; the log says why";
	if (version > newest) {
		*why = "this database belongs to a newer version of the program";
		return false;
	}
	*more = version < newest || !schema_derived_is_current_any(t.db);
	if (!*more)
		return true;
	bool ok = version < newest ? schema_step(&t, version + 1) : schema_rebuild_derived(&t);
	return ok && txn_commit(&t);
}

static bool copy_to(struct arena *a, const char *path, const char *to, const char **why)
{
	const char *part = arena_format(a, "%s.part", to);
	unlink(part);
	struct db *db = db_open(path, a, why);
	if (!db)
		return false;
	bool ok = db_copy(db, part);
	db_close(db);
	*why = arena_format(a,
		"before the upgrade a copy is made, %s, and that failed; is there room for it?",
		to);
	if (ok)
		unlink(to); /* of an upgrade from this version that was taken back */
	return ok && disk_settle(a, part, to, why);
}

/* What a step does cannot be undone: the file as it was stays beside it. A new file needs none. */
static bool keep_copy(struct writer *w, struct arena *a, const char *path, const char **why)
{
	int64_t version;
	{
		TXN(t, w, a);
		version = schema_version_any(t.db);
	}
	int64_t newest = schema_newest();
	if (version < 1 || version >= newest)
		return true;
	const char *from = arena_format(a, "%d", (int)version);
	const char *to = arena_format(a, "%s.before-%d", path, (int)version + 1);
	if (!copy_to(a, path, to, why))
		return false;
	log_event("upgrade", "from", from, "to", arena_format(a, "%d", (int)newest), "copy", to,
		NULL);
	return true;
}

static bool migrate(struct writer *w, struct arena *a, const char *path, const char **why)
{
	if (!keep_copy(w, a, path, why))
		return false;
	for (bool more = true; more;)
		if (!take_step(w, a, &more, why))
			return false;
	return true;
}

enum { CHECKPOINT = 64 << 20 };

static bool is_usable(struct writer *w, struct arena *a)
{
	TXN(t, w, a);
	return search_is_usable_any(t.db);
}

/* Where there is no index for search that answers, one is made before anybody asks; in slices, so
 * that what a crash leaves goes on from there. Where there is one, the job thread makes the next
 * one. The index of what is alike is small. */
static bool fill_index(struct writer *w, struct arena *a, const char **why)
{
	*why = "the index for search could not be built; the log says why";
	for (bool more = !is_usable(w, a); more; writer_checkpoint(w, CHECKPOINT))
		if (!search_fill(w, SEARCH_SLICE_ALONE, &more))
			return false;
	for (bool more = true; more;)
		if (!radar_fill(w, &more))
			return false;
	return true;
}

bool install_open(struct install *in, const char *path, struct arena *a, const char **why)
{
	db_start();
	in->lock = lock_take(disk_beside(a, path, ".lock"), why);
	if (in->lock < 0)
		return false;
	in->writer = writer_open(path, a, why);
	if (in->writer && migrate(in->writer, a, path, why) && fill_index(in->writer, a, why) &&
		read_key(in->writer, a, &in->key))
		return true;
	writer_close(in->writer);
	lock_release(in->lock);
	return false;
}

void install_close(struct install *in)
{
	writer_close(in->writer);
	lock_release(in->lock);
}

struct install_figures install_figures(const struct install *in)
{
	struct writer_figures f = writer_figures(in->writer);
	return (struct install_figures){ f.commits, f.writes, f.log_bytes };
}

bool install_fold_log(const struct install *in, int64_t bytes)
{
	return writer_checkpoint(in->writer, bytes);
}

bool install_was_hurt(const struct install *in)
{
	return writer_was_hurt(in->writer);
}

struct db *install_read(const char *path, struct arena *a, const char **why)
{
	db_start();
	struct db *db = db_open(path, a, why);
	if (!db)
		return NULL;
	db_begin(db, a);
	int64_t version = schema_version_any(db), newest = schema_newest();
	bool current = version == newest && schema_derived_is_current_any(db);
	db_end(db);
	if (current)
		return db;
	db_close(db);
	*why = version > newest ? "this database belongs to a newer version of the program"
				: "this database is not of this version yet: tributary migrate "
				  "brings it up to date";
	return NULL;
}
