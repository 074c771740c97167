/* reflection: writing one, and what its page and the API show of it. */
#ifndef VIEWS_REFLECTION_H
#define VIEWS_REFLECTION_H

#include "base/outcome.h"
#include "chrome.h"
#include "point.h"
#include "store/reflection.h"

struct reflection_view {
	const struct chrome *chrome;
	const struct reflection *reflection;
	const char *week, *date;
	struct points points;
	bool own;
};

void reflection_json(struct json_writer *j, const struct reflection_view *v);

#endif
