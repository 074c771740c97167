/* The sample's headquarters issues a bulletin a week, corrects one; people sign for it, not all. */
#include <stdlib.h>
#include <string.h>

#include "base/list.h"
#include "bulletin.h"
#include "demo_acting.h"
#include "demo_blocks.h"
#include "notice.h"
#include "receipt.h"

enum { TEXTS = 5, HOUR = 3600, DAY = 86400, SOON = 94, LATELY = 61 }; /* percent that sign */

static enum outcome write(struct work *w, struct bulletin_id id, const struct demo_block *b)
{
	const char *rules = strstr(b->text, "---\n");
	size_t frame = rules ? (size_t)(rules - b->text) : strlen(b->text);
	const struct bulletin_edit e = { .id = id,
		.title = b->head.items[0],
		.frame = arena_copy(w->arena, b->text, frame),
		.rules = rules ? rules + 4 : "",
		.publish_at = -1,
		.base_version = -1 };
	work_refresh(w);
	return bulletin_save(w, &e);
}

static enum outcome correct(struct work *w, struct bulletin_id id, const char *note)
{
	w->now += 5 * HOUR;
	work_refresh(w);
	enum outcome outcome = bulletin_correct(w, id);
	return outcome == DONE ? bulletin_publish(w, id, note) : outcome;
}

/* At one hour or another of the day; who has not after two days is reminded. */
static enum outcome sign(struct demo_acting *act, struct bulletin_id id, int64_t issued)
{
	struct demo_plan *p = act->plan;
	struct work *w = &act->work;
	struct dice dice = { p->dice.state + (uint64_t)id.n }; /* all else is as without it */
	unsigned share = issued > p->now - 8 * DAY ? LATELY : SOON;
	LIST_EACH (const struct demo_person, person, &p->people) {
		int64_t at = issued + (int64_t)dice_below(&dice, 30) * HOUR +
			     (int64_t)dice_below(&dice, 60) * 60;
		bool signs = dice_percent(&dice, share);
		if (!person->active || !signs || at > p->now)
			continue;
		demo_acting_be(act, person);
		w->now = at;
		if (receipt_opened(w, id) != DONE ||
			notice_opened(w, NOTICE_BULLETIN, id.n) != DONE ||
			receipt_signed(w, id) != DONE)
			return BROKEN;
		work_refresh(w);
	}
	w->who = who_operator();
	w->now = issued + 6 * DAY < p->now ? issued + 6 * DAY : p->now;
	while (receipt_remind_due(w))
		;
	return DONE;
}

static int by_length(const void *a, const void *b)
{
	const struct bulletin_piece *const *x = a, *const *y = b;
	size_t m = strlen((*x)->body_md), n = strlen((*y)->body_md);
	return m != n ? (m < n) - (m > n) : ((*x)->noun > (*y)->noun) - ((*x)->noun < (*y)->noun);
}

/* Of what the branches distilled, the headquarters sends out what somebody thought about longest.
 */
static enum outcome choose(struct work *w, struct bulletin_id id)
{
	struct bulletin_pieces all = bulletin_items(w->db, w->who, id);
	struct list_of_texts {
		const struct bulletin_piece **items;
		size_t count, room;
	} texts = { 0 };
	LIST_EACH (const struct bulletin_piece, piece, &all)
		if (piece->kind == PIECE_SYNTHESIS)
			*LIST_ADD(w->arena, &texts) = piece;
	if (texts.count > TEXTS)
		qsort(texts.items, texts.count, sizeof *texts.items, by_length);
	enum outcome outcome = DONE;
	for (size_t i = TEXTS; i < texts.count && outcome == DONE; i++)
		outcome = bulletin_drop(w, id, PIECE_SYNTHESIS, texts.items[i]->noun);
	work_refresh(w);
	return outcome;
}

enum outcome demo_issue(struct demo_acting *act, const struct demo_event *event)
{
	struct work *w = &act->work;
	struct demo_blocks all = demo_blocks_read(w->arena, "sample/bulletins.txt");
	const struct demo_block *b = &all.items[event->index % all.count];
	struct bulletin_id id;
	demo_acting_be_first(act, HQ);
	enum outcome outcome = bulletin_start(w, event->week, &id);
	if (outcome == DONE)
		outcome = write(w, id, b);
	if (outcome != DONE)
		return outcome;
	work_refresh(w);
	outcome = choose(w, id);
	if (outcome != DONE)
		return outcome;
	bulletin_put(w, id, PIECE_STORY, (int64_t)event->index + 1); /* if there is one */
	w->faults.count = 0;
	outcome = bulletin_publish(w, id, "");
	if (outcome == DONE && b->head.count > 1)
		outcome = correct(w, id, b->head.items[1]);
	return outcome == DONE ? sign(act, id, event->at) : outcome;
}
