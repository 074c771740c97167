/*
 * address: whose request this is. Behind a reverse proxy the peer is the proxy; the header
 * X-Forwarded-For says who asked it, and counts only where the peer is a proxy that the owner
 * trusts (serve --trusted-proxies). Each trusted proxy added the address it saw at the end, so the
 * last one that is no trusted proxy is the client's; what stands before it, the client may have
 * made up.
 */
#ifndef WEB_ADDRESS_H
#define WEB_ADDRESS_H

#include <stdbool.h>

#include "doors/http.h"

/* "127.0.0.1, ::1, 10.0.0.0/8": addresses and networks. false: *bad is the first that is none. */
bool address_list_ok(struct arena *a, const char *list, const char **bad);

/* In one spelling each; the peer where nothing better is known. trusted may be NULL. */
const char *address_of(const struct request *in, const char *trusted);

#endif
