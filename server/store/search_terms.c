/* What the words and filters of a query mean here: people, units, topics. */
#include "search_ask.h"

#include "base/fold.h"
#include "base/kind.h"
#include "base/list.h"
#include "base/text.h"
#include "search_scope.h"

enum { TOPICS_OF_A_WORD = 16 };

/* The topic and all that were merged into it. */
static void add_topic(struct db *db, struct topic_id topic, struct out *o)
{
	struct q *q = db_ask(db,
		SQL("WITH RECURSIVE same (id) AS (SELECT ?1 UNION SELECT t.id FROM topic t JOIN "
		    "same s ON t.merged_into = s.id) SELECT id FROM same /*scan*/"),
		V(topic));
	while (q_row(q))
		filter_token(o, FILTER_TOPIC, q_long(q, 0));
}

const char *search_topic_tokens(struct db *db, struct topic_id topic)
{
	struct out o = out_new(db_arena(db));
	add_topic(db, topic, &o);
	return out_string(&o);
}

/* All of the tree: no narrowing. */
static void add_unit(struct db *db, const struct unit *u, struct out *o)
{
	u->kind == UNIT_HQ ? filter_token(o, FILTER_ALL, 0) : search_in_unit(db, u->id, o);
}

const char *search_unit_tokens(struct db *db, const struct unit *unit)
{
	struct out o = out_new(db_arena(db));
	add_unit(db, unit, &o);
	return out_string(&o);
}

static void topic_named(struct db *db, const char *name, struct out *o)
{
	const struct topic *t = topic_by_word_any(db, name);
	if (t)
		add_topic(db, t->id, o);
}

/* Equal, else the beginning, else a part of it: `unit:华东` is 华东分公司 where no unit is 华东. */
static void unit_named(struct db *db, const char *name, struct out *o)
{
	const char *folded = fold_text(db_arena(db), name);
	struct units all = unit_all(db);
	for (int loose = 0; loose < 3 && !o->len; loose++)
		LIST_EACH (const struct unit, u, &all) {
			const char *code = fold_text(db_arena(db), u->code);
			const char *called = fold_text(db_arena(db), u->name);
			const char *at = strstr(called, folded);
			if (text_same(code, folded) || text_same(called, folded) ||
				(loose > 0 && at == called) || (loose > 1 && at))
				add_unit(db, u, o);
		}
}

static void person_named(struct db *db, const struct who *who, const char *name, struct out *o)
{
	const char *folded = fold_text(db_arena(db), name);
	struct q *q = db_ask(db, SQL("SELECT id, login, name FROM person /*scan*/"));
	while (q_row(q)) {
		struct person_id id = { q_long(q, 0) };
		if (text_same(fold_text(db_arena(db), q_text(q, 2)), folded) ||
			text_same(fold_text(db_arena(db), q_text(q, 1)), folded))
			search_by_person(db, who, id, o);
	}
}

static void kind_named(const char *name, struct out *o)
{
	enum kind kind;
	if (kind_parse(name, &kind))
		filter_token(o, FILTER_KIND, kind);
	else if (text_same(name, "story"))
		filter_token(o, FILTER_TYPE, SEARCH_STORY);
	else if (text_same(name, "synthesis"))
		filter_token(o, FILTER_TYPE, SEARCH_SYNTHESIS);
	else if (text_same(name, "answer"))
		filter_token(o, FILTER_TYPE, SEARCH_REPLY);
	else if (text_same(name, "guide"))
		filter_token(o, FILTER_TYPE, SEARCH_GUIDE);
}

static const char *tokens_of(struct db *db, const struct who *who, const struct query_part *part)
{
	struct out o = out_new(db_arena(db));
	switch (part->kind) {
	case QUERY_TOPIC:
		topic_named(db, part->text, &o);
		break;
	case QUERY_UNIT:
		unit_named(db, part->text, &o);
		break;
	case QUERY_PERSON:
		person_named(db, who, part->text, &o);
		break;
	case QUERY_KIND:
		kind_named(part->text, &o);
		break;
	case QUERY_WEEK:
		filter_range(&o, FILTER_WEEK, part->first.n, part->last.n);
		break;
	case QUERY_WORD:
	case QUERY_PHRASE:
		return NULL;
	}
	return out_string(&o);
}

/* 转介绍 is in 客户转介绍; how is not in show, but at the beginning of however. */
static bool holds(struct arena *a, const char *name, const char *word)
{
	struct terms terms = { 0 };
	*LIST_ADD(a, &terms) = (struct term){ word, true };
	return snippet_marks(a, name, &terms).count > 0;
}

/* The topics that are called by a word of two characters or more, as one more part that will do. */
static void add_topics(struct db *db, struct query_clause *c, const char *word)
{
	struct arena *a = db_arena(db);
	const char *folded = snippet_term(a, word);
	if (text_runes(folded) < 2)
		return;
	struct out o = out_new(a);
	struct q *q = db_ask(db,
		SQL("SELECT topic_id, folded FROM topic_word WHERE instr(folded, ?1) > 0"
		    " ORDER BY topic_id LIMIT ?2 /*scan*/"),
		V(folded), V(TOPICS_OF_A_WORD * 4));
	int64_t last = 0;
	for (int n = 0; n < TOPICS_OF_A_WORD && q_row(q);)
		if (q_long(q, 0) != last && holds(a, q_text(q, 1), folded)) {
			add_topic(db, (struct topic_id){ last = q_long(q, 0) }, &o);
			n++;
		}
	q_end(q);
	if (o.len)
		*LIST_ADD(a, c) =
			(struct query_part){ .kind = QUERY_TOPIC, .filter = out_string(&o) };
}

void search_understand(struct db *db, const struct who *who, struct query *q)
{
	LIST_EACH (struct query_clause, c, q) {
		size_t typed = c->count;
		for (size_t i = 0; i < typed; i++) {
			struct query_part *part = &c->items[i];
			if (part->kind == QUERY_WORD)
				add_topics(db, c, part->text);
			else if (part->kind != QUERY_PHRASE && !part->filter)
				part->filter = tokens_of(db, who, part);
		}
	}
}

void search_add_filter(struct arena *a, struct query *q, struct query_part part)
{
	struct query_clause *c = LIST_ADD(a, q);
	*LIST_ADD(a, c) = part;
}
