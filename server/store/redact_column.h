/* redact_column: a text counted in, and taken out of, one column of one table. For store/redact*.c.
 */
#ifndef STORE_REDACT_COLUMN_H
#define STORE_REDACT_COLUMN_H

#include "doors/txn.h"

/* With `db` and `text` at hand. */
#define COUNT(table, column)                                                                       \
	db_long(db,                                                                                \
		SQL("SELECT count(*) FROM " table " WHERE instr(" column ", ?1) > 0 /*scan*/"),    \
		V(text))
/* With `t`, `text` and `with`. */
#define REPLACE(table, column)                                                                     \
	txn_run(t,                                                                                 \
		SQL("UPDATE " table " SET " column " = replace(" column                            \
		    ", ?1, ?2) WHERE instr(" column ", ?1) > 0 /*scan*/"),                         \
		V(text), V(with))

#endif
