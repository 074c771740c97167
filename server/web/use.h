/* use: gathers what came of using a thing, for its page and the API. */
#ifndef WEB_USE_H
#define WEB_USE_H

#include "views/use.h"
#include "visit.h"

/* The newest few, and the form folded: a part of the thing's page. The caller has asked whether the
 * viewer sees it. */
struct use_view *use_gather(struct visit *v, struct use_subject s, const char *title);

/* Its pieces: without lines; a page of lines; the form as it begins. */
struct use_view *use_gather_none(struct visit *v, struct use_subject s, const char *title);
void use_gather_lines(struct visit *v, struct use_view *view, struct use_id before, int64_t limit);
struct use_form use_gather_form(struct visit *v);

#endif
