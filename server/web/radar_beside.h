/* radar_beside: what was told before, looked up for a text that is being written. */
#ifndef WEB_RADAR_BESIDE_H
#define WEB_RADAR_BESIDE_H

#include "rules/reflection_form.h"
#include "views/radar.h"
#include "write.h"

/* Of one place of the form; what the writer handed in with this very entry is not "before". Nothing
 * where there are too few words to tell. */
struct radar_beside radar_beside_of(
	struct visit *v, const struct write_target *t, int place, const struct form_place *p);
/* "0:报价", pressed beside it: the word goes to that place's topics. */
void radar_beside_add(struct arena *a, struct reflection_form *form, const char *pressed);

handler radar_write_post, radar_api_post; /* radar_beside.c */

#endif
