/*
 * topic_chart: the sales process as a picture: a river with a stage for each step, as wide as what
 * is known there, and the difficulties and abilities of that step hanging below it. Laid out twice,
 * for a laptop and for a phone; a style sheet shows one of them.
 */
#ifndef VIEWS_TOPIC_CHART_H
#define VIEWS_TOPIC_CHART_H

#include "topic.h"

struct chart_leaf { /* a difficulty or an ability */
	const struct topic_line *line;
	const char *name; /* cut to fit */
	long x, y;        /* where its text begins */
	bool difficulty;
};
struct chart_leaves {
	struct chart_leaf *items;
	size_t count, room;
};
struct chart_stage {
	const struct topic_line *line;
	const char *name; /* cut to fit */
	long x, y, r;     /* the circle */
	long tx, ty;      /* where its words begin */
	int heat;         /* 0 to 5: how much is known */
	struct chart_leaves leaves;
};
struct chart_stages {
	struct chart_stage *items;
	size_t count, room;
};
struct chart {
	long width, height;
	bool tall;
	const char *river; /* an SVG path */
	struct chart_stages stages;
};

/* Those whose parent is the step hang on it. */
struct chart topic_chart_wide(struct arena *a, const struct topic_map_view *v);
struct chart topic_chart_tall(struct arena *a, const struct topic_map_view *v);

/* 经验 12 · 教训 5; NULL: nothing yet. */
const char *topic_line_counts(struct arena *a, const struct topic_line *l);
const char *topic_line_fresh(struct arena *a, const struct topic_line *l); /* 新增 3; NULL */

#endif
