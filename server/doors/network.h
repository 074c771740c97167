/* network: which addresses are nobody else's business: this machine, the house's own networks. */
#ifndef DOORS_NETWORK_H
#define DOORS_NETWORK_H

#include <stdbool.h>

struct sockaddr;

/* Loopback, private, link-local, shared, multicast, reserved and documentation addresses, of IPv4
 * and IPv6 (IANA's special-purpose registries), also where an IPv6 address carries one of IPv4.
 * What is neither IPv4 nor IPv6 is private too. */
bool network_is_private(const struct sockaddr *a);

#endif
