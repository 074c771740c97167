#include "setting.h"

const char *setting_get_any(struct db *db, const char *name)
{
	return db_text(db, SQL("SELECT value FROM setting WHERE name = ?1"), V(name));
}

void setting_put(struct txn *t, const char *name, const char *value)
{
	txn_run(t,
		SQL("INSERT INTO setting (name, value) VALUES (?1, ?2)"
		    " ON CONFLICT (name) DO UPDATE SET value = excluded.value"),
		V(name), V(value));
}
