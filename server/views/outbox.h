/*
 * outbox: how each thing is sent and in what words: the two tables of rules/outbox.h. A new channel
 * is a row in `channels` with its door's sender, a new thing to tell a row in `words`.
 */
#ifndef VIEWS_OUTBOX_H
#define VIEWS_OUTBOX_H

#include "rules/outbox.h"

extern const struct outbox_table outbox_table;

#endif
