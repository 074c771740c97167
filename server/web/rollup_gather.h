/* rollup_gather: what a roll-up's page shows, read for one viewer. */
#ifndef WEB_ROLLUP_GATHER_H
#define WEB_ROLLUP_GATHER_H

#include "views/rollup.h"
#include "visit.h"

/* The unit that the address names, by number or by code. NULL: none such, or not for this viewer.
 */
const struct unit *rollup_gather_unit(struct visit *v);

enum { GATHER_PAGE = 200 }; /* points on one page, where it is a viewer of all of them */

struct gathering {
	const struct unit *unit;
	struct week week;
	bool whole; /* every point, however many: for files */
	bool bodies;
	bool paged; /* a page to read: topic by topic, from the place `after` (rollup_page.h) */
	int64_t after, limit; /* a program's page; limit 0: it did not say how many */
};
/* false: this viewer may not open it. The first without points, people and texts. */
bool rollup_gather_frame(struct visit *v, const struct gathering *g, struct rollup_view *view);
bool rollup_gather(struct visit *v, const struct gathering *g, struct rollup_view *view);

/* Topics and parts of one week; its tally is asked by the caller, who has checked that the viewer
 * sees all of it. */
struct matrix rollup_matrix_of(struct visit *v, const struct unit *unit, struct week week,
	const struct rollup_parts *parts, const struct tally_rows *rows);

#endif
