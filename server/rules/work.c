#include "work.h"

void work_refresh(struct work *w)
{
	db_end(w->db);
	db_begin(w->db, w->arena);
}

struct week work_week(const struct work *w)
{
	return week_of(w->zone, w->now);
}
