#include "topic_chart.h"

#include "base/list.h"
#include "base/out.h"
#include "base/text.h"

enum {
	WIDE = 1080,
	COLUMNS = 4,
	MARGIN = 60, /* for the bends */
	COLUMN = (WIDE - 2 * MARGIN) / COLUMNS,
	TALL = 340,
	LEAF = 26,      /* a line of what hangs below */
	WIDE_TEXT = 30, /* how long a name may be: a Han character counts two */
	TALL_TEXT = 31,
	LEAF_TEXT = 26,
};

static const char *fitting(struct arena *a, const char *name, int most)
{
	int width = 0, runes = 0;
	for (const char *p = name, *end = p + strlen(p); p < end; runes++) {
		width += rune_is_cjk(text_rune(&p, end)) ? 2 : 1;
		if (width > most)
			return text_cut(a, name, (size_t)runes);
	}
	return name;
}

/* One more for each doubling, from three points on. */
static int heat_of(const struct topic_line *l)
{
	int64_t n = l->of_kind[EXPERIENCE] + l->of_kind[LESSON];
	int heat = n > 0;
	for (int64_t most = 3; heat && heat < 5 && n >= most; most *= 3)
		heat++;
	return heat;
}

static void add_leaves(
	struct arena *a, struct chart_stage *s, const struct topic_lines *lines, bool difficulty)
{
	LIST_EACH (const struct topic_line, l, lines)
		if (l->topic->parent.n == s->line->topic->id.n)
			*LIST_ADD(a, &s->leaves) = (struct chart_leaf){ .line = l,
				.name = fitting(a, topic_name(l->topic), LEAF_TEXT),
				.difficulty = difficulty };
}

static void add_stages(struct arena *a, struct chart *c, const struct topic_map_view *v, int text)
{
	LIST_EACH (const struct topic_line, l, &v->steps) {
		struct chart_stage *s = LIST_ADD(a, &c->stages);
		*s = (struct chart_stage){ .line = l,
			.name = fitting(a, topic_name(l->topic), text),
			.heat = heat_of(l) };
		s->r = 20 + 3 * s->heat;
		add_leaves(a, s, &v->difficulties, true);
		add_leaves(a, s, &v->abilities, false);
	}
}

/* Rows turn round at their ends, like an ox at the plough. */
struct chart topic_chart_wide(struct arena *a, const struct topic_map_view *v)
{
	struct chart c = { .width = WIDE };
	add_stages(a, &c, v, WIDE_TEXT);
	struct out river = out_new(a);
	long y = 52;
	for (size_t row = 0; row * COLUMNS < c.stages.count; row++) {
		size_t most = 0, first = row * COLUMNS;
		long x = 0, before = y;
		for (size_t i = first; i < first + COLUMNS && i < c.stages.count; i++) {
			struct chart_stage *s = &c.stages.items[i];
			size_t column = row % 2 ? COLUMNS - 1 - (i - first) : i - first;
			s->x = s->tx = x = MARGIN + (long)column * COLUMN + COLUMN / 2;
			s->y = y;
			s->ty = y + 64;
			for (size_t k = 0; k < s->leaves.count; k++) {
				s->leaves.items[k].x = x - 74;
				s->leaves.items[k].y = s->ty + 66 + (long)k * LEAF;
			}
			most = s->leaves.count > most ? s->leaves.count : most;
			out_format(&river, "%s%ld %ld", i ? " L" : "M", x, y);
		}
		y += 64 + 104 + (long)most * LEAF;
		if (first + COLUMNS < c.stages.count)
			out_format(&river, " C%ld %ld %ld %ld %ld %ld", x + (row % 2 ? -150 : 150),
				before, x + (row % 2 ? -150 : 150), y, x, y);
	}
	c.height = y - 52;
	c.river = out_string(&river);
	return c;
}

struct chart topic_chart_tall(struct arena *a, const struct topic_map_view *v)
{
	struct chart c = { .width = TALL, .tall = true };
	add_stages(a, &c, v, TALL_TEXT);
	struct out river = out_new(a);
	long y = 44;
	LIST_EACH (struct chart_stage, s, &c.stages) {
		s->x = 40;
		s->y = y;
		s->tx = 88;
		s->ty = y - 4;
		out_format(&river, "%s%ld %ld", river.len ? " L" : "M", s->x, s->y);
		for (size_t k = 0; k < s->leaves.count; k++) {
			s->leaves.items[k].x = s->tx;
			s->leaves.items[k].y = s->ty + 64 + (long)k * LEAF;
		}
		y += 100 + (long)s->leaves.count * LEAF;
	}
	c.height = y - 24;
	c.river = out_string(&river);
	return c;
}

const char *topic_line_counts(struct arena *a, const struct topic_line *l)
{
	struct out o = out_new(a);
	long e = (long)l->of_kind[EXPERIENCE], n = (long)l->of_kind[LESSON];
	if (e)
		out_format(&o, n_("%ld experience", "%ld experiences", e), e);
	if (n) {
		out_text(&o, e ? " · " : "");
		out_format(&o, n_("%ld lesson", "%ld lessons", n), n);
	}
	return o.len ? out_string(&o) : NULL;
}

const char *topic_line_fresh(struct arena *a, const struct topic_line *l)
{
	if (l->fresh)
		return arena_format(a,
			l->seen ? n_("%ld new since you looked", "%ld new since you looked",
					  l->fresh)
				: n_("%ld new this month", "%ld new this month", l->fresh),
			(long)l->fresh);
	return l->guide_new ? _("the guide is new") : NULL;
}
