#include "lift.h"

#include "radar.h"
#include "search.h"
#include "store/answer.h"
#include "store/evidence.h"
#include "store/tally.h"

void lift_new(struct txn *t, struct point_id id, const struct topic_id *topics, size_t n)
{
	point_set_topics(t, id, topics, n);
	tally_give(t, id);
	lift_words(t, id);
}

void lift_point(struct txn *t, const struct point *p)
{
	tally_take(t, p->id);
	point_place(t, p);
	answer_place(t, p->id, p->reach >= REACH_BRANCH ? p->branch : (struct unit_id){ 0 });
	tally_give(t, p->id);
	evidence_place(t, p->id);
	lift_words(t, p->id);
}

void lift_topics(struct txn *t, struct point_id id, const struct topic_id *topics, size_t n)
{
	tally_take(t, id);
	point_set_topics(t, id, topics, n);
	tally_give(t, id);
	evidence_place(t, id);
	lift_words(t, id);
}

void lift_away(struct txn *t, struct point_id id, int64_t now)
{
	tally_take(t, id);
	point_withdraw(t, id, now);
	evidence_place(t, id);
	lift_words(t, id);
}

void lift_words(struct txn *t, struct point_id id)
{
	search_put_point(t, id);
	radar_put_point(t, id);
}
