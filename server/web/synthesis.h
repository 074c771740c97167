/* synthesis: texts made ready for one reader. For rollup_gather.c. */
#ifndef WEB_SYNTHESIS_H
#define WEB_SYNTHESIS_H

#include "views/synthesis.h"
#include "visit.h"

struct synthesis_texts synthesis_texts_of(struct visit *v, const struct syntheses *list);

#endif
