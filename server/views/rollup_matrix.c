#include "rollup_matrix.h"

#include "base/list.h"

static const struct tally_row *find(
	const struct tally_rows *rows, int64_t topic, struct unit_id part)
{
	LIST_EACH (const struct tally_row, r, rows)
		if (r->topic.n == topic && r->part.n == part.n)
			return r;
	return NULL;
}

static int64_t number(const struct tally_row *r, int kind)
{
	return r ? r->of_kind[kind] : 0;
}

static void add_row(struct arena *a, struct matrix *m, const struct topic *topic,
	const struct tally_rows *now, const struct tally_rows *before)
{
	struct matrix_row row = { .topic = topic };
	bool any = false;
	for (size_t i = 0; i < m->part_count; i++) {
		int64_t id = topic ? topic->id.n : TALLY_UNCLASSIFIED;
		const struct tally_row *n = find(now, id, m->parts[i].unit);
		const struct tally_row *b = find(before, id, m->parts[i].unit);
		for (int k = 0; k < KINDS; k++) {
			*LIST_ADD(a, &row) = (struct matrix_cell){ .kind = (enum kind)k,
				.part = m->parts[i].unit,
				.n = number(n, k),
				.change = number(n, k) - number(b, k) };
			row.total += number(n, k);
			any = any || number(n, k) || number(b, k);
		}
	}
	if (any)
		*LIST_ADD(a, m) = row;
}

struct matrix matrix_make(struct arena *a, const struct matrix_part *parts, size_t part_count,
	const struct topics *topics, const struct tally_rows *now, const struct tally_rows *before)
{
	struct matrix m = { 0 };
	struct matrix_part *kept = ARENA_MANY(a, struct matrix_part, part_count + 1);
	for (size_t i = 0; i < part_count; i++)
		kept[i] = parts[i];
	m.parts = kept;
	m.part_count = part_count;
	LIST_EACH (const struct topic, t, topics)
		add_row(a, &m, t, now, before);
	add_row(a, &m, NULL, now, before);
	int64_t most = 0;
	LIST_EACH (const struct matrix_row, r, &m)
		LIST_EACH (const struct matrix_cell, c, r)
			most = c->n > most ? c->n : most;
	LIST_EACH (struct matrix_row, r, &m)
		LIST_EACH (struct matrix_cell, c, r)
			c->heat = most ? (int)((c->n * 5 + most - 1) / most) : 0;
	return m;
}
