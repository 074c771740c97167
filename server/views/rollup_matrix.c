#include "rollup_matrix.h"

#include "base/list.h"
#include "doors/i18n.h"

static const struct tally_row *find(
	const struct tally_rows *rows, int64_t topic, struct unit_id part)
{
	size_t from = 0, to = rows->count; /* they stand by topic, then part */
	while (from < to) {
		size_t middle = from + (to - from) / 2;
		const struct tally_row *r = &rows->items[middle];
		if (r->topic.n == topic && r->part.n == part.n)
			return r;
		if (r->topic.n < topic || (r->topic.n == topic && r->part.n < part.n))
			from = middle + 1;
		else
			to = middle;
	}
	return NULL;
}

static int64_t sum(const struct tally_row *r)
{
	return r ? r->of_kind[EXPERIENCE] + r->of_kind[LESSON] : 0;
}

static void add_row(struct arena *a, struct matrix *m, const struct topic *topic,
	const struct tally_rows *now, const struct tally_rows *before)
{
	struct matrix_row row = { .topic = topic,
		.key = topic ? arena_format(a, "%ld", (long)topic->id.n) : "none" };
	bool any = false;
	LIST_EACH (const struct matrix_part, p, &m->parts) {
		int64_t id = topic ? topic->id.n : TALLY_UNCLASSIFIED;
		const struct tally_row *n = find(now, id, p->unit);
		int64_t was = sum(find(before, id, p->unit));
		struct matrix_cell *c = LIST_ADD(a, &row);
		*c = (struct matrix_cell){ .part = p->unit,
			.n = sum(n),
			.change = p->shown ? sum(n) - was : 0,
			.shown = p->shown };
		for (int k = 0; n && k < KINDS; k++)
			c->of_kind[k] = n->of_kind[k];
		row.total += c->n;
		row.change += c->change;
		m->most = c->n > m->most ? c->n : m->most;
		any = any || c->n || (p->shown && was);
	}
	if (any)
		*LIST_ADD(a, m) = row;
}

/* A part has figures where it closed, or where something of it lies all the same. */
static void set_parts(struct arena *a, struct matrix *m, const struct matrix_parts *parts,
	const struct tally_rows *now)
{
	LIST_EACH (const struct matrix_part, p, parts) {
		struct matrix_part *kept = LIST_ADD(a, &m->parts);
		*kept = *p;
		kept->total = sum(find(now, TALLY_TOTAL, p->unit));
		kept->shown = p->closed || kept->total;
		m->total += kept->total;
	}
}

static int fullest_first(const void *x, const void *y)
{
	const struct matrix_row *a = x, *b = y;
	if (!a->topic != !b->topic)
		return a->topic ? -1 : 1;
	if (a->total != b->total)
		return a->total < b->total ? 1 : -1;
	return a->topic ? (a->topic->id.n > b->topic->id.n) - (a->topic->id.n < b->topic->id.n) : 0;
}

static void add_steps(struct arena *a, struct matrix *m)
{
	for (int heat = 1; heat <= MATRIX_HEATS; heat++) {
		int64_t from = (heat - 1) * m->most / MATRIX_HEATS + 1;
		int64_t to = heat * m->most / MATRIX_HEATS;
		if (from <= to)
			*LIST_ADD(a, &m->steps) = (struct matrix_step){ heat, from, to };
	}
}

struct matrix matrix_make(struct arena *a, const struct matrix_parts *parts,
	const struct topics *topics, const struct tally_rows *now, const struct tally_rows *before)
{
	struct matrix m = { 0 };
	set_parts(a, &m, parts, now);
	LIST_EACH (const struct topic, t, topics)
		add_row(a, &m, t, now, before);
	add_row(a, &m, NULL, now, before);
	LIST_EACH (struct matrix_row, r, &m)
		LIST_EACH (struct matrix_cell, c, r)
			c->heat = m.most ? (int)((c->n * MATRIX_HEATS + m.most - 1) / m.most) : 0;
	LIST_SORT(&m, fullest_first);
	add_steps(a, &m);
	return m;
}

const char *matrix_cell_words(struct out *o, const struct matrix_cell *c)
{
	struct arena *a = o->arena;
	const char *experiences =
		arena_format(a, n_("%ld experience", "%ld experiences", c->of_kind[EXPERIENCE]),
			(long)c->of_kind[EXPERIENCE]);
	const char *lessons = arena_format(
		a, n_("%ld lesson", "%ld lessons", c->of_kind[LESSON]), (long)c->of_kind[LESSON]);
	return arena_format(a, "%s, %s", experiences, lessons);
}
