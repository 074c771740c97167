/* remark_kind: what is said under a point, and what people call it. */
#ifndef BASE_REMARK_KIND_H
#define BASE_REMARK_KIND_H

#include <stdbool.h>

/* In the database by number. A why is asked by anybody of the team and answered by the author;
 * advice is the manager's: what, by whom, until when. */
enum remark_kind { REMARK_COMMENT, REMARK_WHY, REMARK_ANSWER, REMARK_ADVICE };
#define REMARK_KINDS 4

const char *remark_kind_name(enum remark_kind k); /* "comment", "why" …: in forms and the API */
bool remark_kind_parse(const char *name, enum remark_kind *k);
/* In the ledger: who comments, asks, explains or advises. */
const char *remark_kind_deed(enum remark_kind k);

#endif
