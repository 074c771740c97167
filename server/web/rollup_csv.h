/* rollup_csv: a roll-up as a table for Excel and WPS. */
#ifndef WEB_ROLLUP_CSV_H
#define WEB_ROLLUP_CSV_H

#include "views/rollup.h"
#include "visit.h"

/* Every point once, in the order of the page, with its whole text; then the texts on topics. */
enum outcome rollup_csv(struct visit *v, const struct rollup_view *view);

#endif
