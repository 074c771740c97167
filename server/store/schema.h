/*
 * schema: the steps that bring a database to this program's shape. schema/NNNN-*.sql are the
 * truth's, forward only, counted by PRAGMA user_version; schema/derived.sql is dropped and rebuilt
 * when its text changed. rules/install.c takes them.
 */
#ifndef STORE_SCHEMA_H
#define STORE_SCHEMA_H

#include "doors/txn.h"

int64_t schema_version_any(struct db *db);
int64_t schema_newest(void);

/* For tests: one step more than the program has, so that an upgrade can be tried before there is
 * one. NULL: none. */
void schema_pretend(const char *sql);

/* Takes the step that leads to this version. */
bool schema_step(struct txn *t, int64_t version);
/* Is derived.sql the one that the database was built with? */
bool schema_derived_is_current_any(struct db *db);
bool schema_rebuild_derived(struct txn *t);
/* Fills every derived table again from the truth. */
void schema_refill(struct txn *t);

#endif
