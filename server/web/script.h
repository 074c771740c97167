/* script: a story told aloud, gathered for the story's page. */
#ifndef WEB_SCRIPT_H
#define WEB_SCRIPT_H

#include "views/script.h"
#include "visit.h"

const struct script_view *script_gather(struct visit *v, const struct story *s);

#endif
