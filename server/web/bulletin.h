/* bulletin: what the handlers of bulletins share. */
#ifndef WEB_BULLETIN_H
#define WEB_BULLETIN_H

#include "views/bulletin.h"
#include "visit.h"

/* Sorted by kind; cites as the viewer may see them. */
void bulletin_sort_parts(struct visit *v, const struct bulletin_pieces *all,
	struct bulletin_parts parts[PIECE_KINDS]);
struct safe bulletin_html(struct visit *v, const char *stored);
struct bulletin_clock_view bulletin_clock_words(struct visit *v, struct bulletin_clock clock);
/* An edition as the viewer reads it; number 0: the newest. false: there is none. view->id is set.
 */
bool bulletin_add_issued(struct visit *v, struct bulletin_view *view, int64_t number);
/* What is being written, as a program sees it. */
enum outcome bulletin_show_draft(struct visit *v, struct bulletin_id id, int status);

#endif
