/*
 * metrics: figures of the running server as Prometheus text (GET /metrics): requests by route and
 * status, how long they took, what waits, commits and the writes they share, sizes. Counted since
 * the start, in memory; may be called from any thread. For whoever asks from the machine itself
 * (not through a proxy) or with an admin's token; for all others it is not there.
 */
#ifndef WEB_METRICS_H
#define WEB_METRICS_H

#include <stdint.h>

struct route;

/* route NULL: there was none for the address. */
void metrics_count(const struct route *route, int status, int64_t microseconds);

#endif
