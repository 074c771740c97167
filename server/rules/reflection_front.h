/* reflection_front: the front matter of a reflection, against the rules of its address. */
#ifndef RULES_REFLECTION_FRONT_H
#define RULES_REFLECTION_FRONT_H

#include "rules/front.h"
#include "rules/reflection_text.h"

void reflection_front_take(struct arena *a, const struct front *f,
	const struct reflection_rules *rules, struct reflection_text *out, struct faults *faults);

#endif
