/*
 * throttle: slows down who guesses passwords. Counts failures per account and per address, in
 * memory; from the fifth failure on, each further one closes the door for twice as long, up to
 * fifteen minutes. It answers the same whether or not the account exists. May be called from any
 * thread.
 */
#ifndef RULES_THROTTLE_H
#define RULES_THROTTLE_H

#include <stdint.h>

/* Seconds this account or this address must wait; 0: may try. */
int64_t throttle_wait(const char *login, const char *address, int64_t now);
void throttle_failed(const char *login, const char *address, int64_t now);
void throttle_passed(const char *login, const char *address);
void throttle_forget(void); /* everything: tests */

#endif
