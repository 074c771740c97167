/* bulletin_row: how a piece is read out of a statement. For store/bulletin*.c. */
#ifndef STORE_BULLETIN_ROW_H
#define STORE_BULLETIN_ROW_H

#include "bulletin.h"

/* kind, noun, comment, ready, title, title_en, body_md, body_html, point_kind, author, team,
 * branch, week, team_at, branch_at. */
struct bulletin_pieces bulletin_rows(struct q *q);

#endif
