#include "rank.h"

#include <sqlite3.h>

#include "base/list.h"

enum { PLACES = 16 }; /* of a phrase that are looked at for nearness */

struct places {
	int count, column[PLACES], at[PLACES], size;
};

/* How much phrase i of this row is worth; where it stands goes to *places. */
static float worth(const Fts5ExtensionApi *fts, Fts5Context *row, int i, struct places *places)
{
	Fts5PhraseIter iter;
	int column, at, body = 0, headline = 0, filter = 0, rc;
	places->count = 0;
	for (rc = fts->xPhraseFirst(row, i, &iter, &column, &at); rc == SQLITE_OK && column >= 0;
		fts->xPhraseNext(row, &iter, &column, &at)) {
		body += column == 0;
		headline += column == 1;
		filter += column == RANK_FILTER_COLUMN;
		if (places->count < PLACES) {
			places->column[places->count] = column;
			places->at[places->count++] = at;
		}
	}
	return (headline ? 2.0f : 0) + (float)body / ((float)body + 1) + (filter ? 1.5f : 0);
}

/* 1 if b follows a at once, less with what lies between, half of it in the other order. A run of
 * Han has a position more than tokens: its pairs overlap. */
static float nearness(const struct places *a, const struct places *b)
{
	float best = 0;
	for (int i = 0; i < a->count; i++)
		for (int j = 0; j < b->count; j++) {
			if (a->column[i] != b->column[j])
				continue;
			int gap = b->at[j] - a->at[i] - a->size - 1;
			float here = gap >= -1 ? 1.0f / (float)(gap < 1 ? 1 : gap) : 0;
			gap = a->at[i] - b->at[j] - b->size - 1;
			if (here == 0 && gap >= -1)
				here = 0.5f / (float)(gap < 1 ? 1 : gap);
			best = here > best ? here : best;
		}
	return best;
}

static float score(struct rank *r, const Fts5ExtensionApi *fts, Fts5Context *row)
{
	struct places places[2];
	places[0].count = places[1].count = 0; /* the rest is written before it is read */
	float sum = 0, before = 0;
	int now = 0;
	for (size_t n = 0; n < r->phrases; n++) {
		float weight = r->phrase[n].weight;
		int i = r->phrase[n].number;
		struct places *here = &places[now], *last = &places[!now];
		here->size = fts->xPhraseSize(row, i);
		sum += weight * worth(fts, row, i, here);
		r->phrase[n].rows += here->count > 0;
		if (last->count && here->count)
			sum += (weight < before ? weight : before) * nearness(last, here);
		before = weight;
		now = !now;
	}
	return sum;
}

static void rank_row(const Fts5ExtensionApi *fts, Fts5Context *row, sqlite3_context *answer,
	int count, sqlite3_value **given)
{
	struct rank *r = count == 1 ? sqlite3_value_pointer(given[0], "tributary") : NULL;
	if (!r) {
		sqlite3_result_error(answer, "tributary_rank: no struct rank was bound", -1);
		return;
	}
	struct rank_hit hit = { .id = fts->xRowid(row) };
	int64_t age = r->today - (hit.id >> 24);
	float young = 0.15f / (1 + (age > 0 ? (float)age / 90 : 0));
	hit.score = r->phrases ? score(r, fts, row) * (0.85f + young) : young;
	*LIST_ADD(r->arena, r) = hit;
}

int rank_join(void *api)
{
	fts5_api *fts = api;
	return fts->xCreateFunction(fts, "tributary_rank", NULL, rank_row, NULL);
}
