#include "erase.h"

#include "base/log.h"
#include "base/text.h"
#include "store/erase.h"
#include "store/setting.h"

static const char name[] = "erase"; /* which step comes next; "" or none: nothing to do */

void erase_begin(struct txn *t)
{
	setting_put(t, name, "index");
}

static const char *next_any(struct db *db)
{
	const char *next = setting_get_any(db, name);
	return next ? next : "";
}

/* What comes after this step; itself while it is not done. */
static const char *take(struct txn *t, const char *step)
{
	if (text_same(step, "index"))
		return erase_index(t, true), "merge";
	return erase_index(t, false) ? "merge" : "fold";
}

static bool advance(struct work *w)
{
	TXN(t, w->writer, w->arena);
	const char *step = next_any(t.db);
	if (!*step)
		return false;
	if (text_same(step, "fold")) {
		setting_put(&t, name, "");
		log_event("redact", "erased", "yes", NULL);
	} else {
		setting_put(&t, name, take(&t, step));
	}
	return txn_commit(&t);
}

bool erase_step(struct work *w)
{
	bool more = advance(w);
	writer_checkpoint(w->writer, more ? 16 << 20 : 0);
	return more;
}
