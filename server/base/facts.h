/*
 * facts: what is known of each row of the search index without reading it, in memory, 16 bytes a
 * row, for the whole process. Counting 10,000 hits by topic, unit and week then costs tens of
 * microseconds.
 *
 * Nothing here can grow old: a row whose facts change gets a new number (schema/search.sql), and
 * numbers are not given twice within one index. `index` tells one index from another: it is drawn
 * anew whenever an index is begun. Rows learned are never forgotten; a million take 16 MB.
 */
#ifndef BASE_FACTS_H
#define BASE_FACTS_H

#include <stdbool.h>
#include <stdint.h>

enum { FACT_TOPICS = 4 };

struct fact {
	uint32_t unit; /* 0: none */
	uint16_t week;
	uint8_t what : 7;  /* the caller's: type and kind */
	uint8_t known : 1; /* facts.c's */
	uint8_t topics;    /* how many; FACT_TOPICS + 1: too many, or too large, for here */
	uint16_t topic[FACT_TOPICS];
};

/* Held while facts are read; other readers are welcome. */
void facts_lock(void);
/* NULL: not known (yet). Good until facts_unlock(). */
const struct fact *facts_find(int64_t index, int64_t row);
/* It will be asked for soon: hits far apart wait for memory, one after the other, otherwise. */
void facts_expect(int64_t row);
void facts_unlock(void);

/* Not while they are locked. */
void facts_learn(int64_t index, int64_t row, const struct fact *f);

#endif
