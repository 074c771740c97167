#include "rank.h"

#include <sqlite3.h>

#include "base/list.h"
#include "base/score.h"

/* Where phrase i of this row stands. */
static void find(const Fts5ExtensionApi *fts, Fts5Context *row, int i, struct score_places *p)
{
	Fts5PhraseIter iter;
	int column, at, rc;
	p->count = p->body = p->headline = p->filter = 0;
	p->size = fts->xPhraseSize(row, i);
	for (rc = fts->xPhraseFirst(row, i, &iter, &column, &at); rc == SQLITE_OK && column >= 0;
		fts->xPhraseNext(row, &iter, &column, &at))
		score_place(p, column, at);
}

static float score(struct rank *r, const Fts5ExtensionApi *fts, Fts5Context *row)
{
	struct score_places places[2];
	places[0].count = places[1].count = 0; /* the rest is written before it is read */
	float sum = 0, before = 0;
	int now = 0;
	for (size_t n = 0; n < r->phrases; n++) {
		float weight = r->phrase[n].weight;
		int i = r->phrase[n].number;
		struct score_places *here = &places[now], *last = &places[!now];
		find(fts, row, i, here);
		sum += weight * score_worth(here);
		r->phrase[n].rows += here->count > 0;
		if (last->count && here->count)
			sum += (weight < before ? weight : before) * score_nearness(last, here);
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
	hit.score = score_young(r->phrases, hit.id >> 24, r->today);
	if (r->phrases)
		hit.score *= score(r, fts, row);
	*LIST_ADD(r->arena, r) = hit;
}

int rank_join(void *api)
{
	fts5_api *fts = api;
	return fts->xCreateFunction(fts, "tributary_rank", NULL, rank_row, NULL);
}
