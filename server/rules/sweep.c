#include "sweep.h"

#include "deputy.h"
#include "doors/txn.h"
#include "store/search_miss.h"
#include "store/session.h"

void sweep_over(struct work *w)
{
	deputy_end(w);
	TXN(t, w->writer, w->arena);
	session_sweep(&t, w->now);
	search_miss_sweep(&t, w->now / 86400);
	txn_commit(&t);
}
