#include "erase.h"

#include "radar.h"

enum { INDEX_PAGES = 400 };

bool erase_index(struct txn *t, bool first)
{
	int64_t before = txn_changes_ever(t);
	txn_run(t, SQL("INSERT INTO search (search, rank) VALUES ('merge', ?1)"),
		V(first ? -INDEX_PAGES : INDEX_PAGES));
	bool more = txn_changes_ever(t) - before >= 2; /* as FTS5's manual has it */
	return radar_erase(t, first) || more;
}
