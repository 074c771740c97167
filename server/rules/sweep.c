#include "sweep.h"

#include "doors/txn.h"
#include "store/session.h"

void sweep_over(struct work *w)
{
	TXN(t, w->writer, w->arena);
	session_sweep(&t, w->now);
	txn_commit(&t);
}
