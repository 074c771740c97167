#include "redact.h"

#include "base/excerpt.h"
#include "base/list.h"
#include "redact_column.h"
#include "redact_talk.h"
#include "bulletin_redact.h"
#include "search_miss.h"
#include "search_saved.h"

struct redact_places redact_places_any(struct db *db, const char *text)
{
	return (struct redact_places){
		.reflections = COUNT("reflection_version", "text") + COUNT("reflection", "task"),
		.points = COUNT("point", "headline || char(10) || body_md") +
			  COUNT("point_version",
				  "headline || char(10) || body_md || char(10) || tags"),
		.syntheses = COUNT("synthesis", "body_md") + COUNT("synthesis_version", "body_md"),
		.stories = COUNT("story",
				   "title || char(10) || body_md || char(10) || ifnull(units, '')"
				   " || char(10) || ifnull(people, '')") +
			   COUNT("story_version", "text"),
		.others = COUNT("excuse", "reason") + COUNT("highlight", "reason") +
			  COUNT("leave", "reason") + COUNT("pick", "comment") +
			  COUNT("audit", "detail") +
			  COUNT("topic",
				  "name_zh || char(10) || name_en || char(10)"
				  " || ifnull(about_zh, '') || char(10) || ifnull(about_en, '')") +
			  COUNT("task", "name || char(10) || review") + COUNT("meeting", "notes") +
			  COUNT("meeting_line", "text") +
			  COUNT("review",
				  "purpose || char(10) || plan || char(10) || happened || char(10)"
				  " || difference || char(10) || step || char(10)"
				  " || ifnull(result_text, '')") +
			  redact_talk_count_any(db, text) + bulletin_redact_count_any(db, text) +
			  COUNT("replay", "body") + search_miss_count_any(db, text) +
			  search_saved_count_any(db, text),
	};
}

int64_t redact_topics_any(struct db *db, const char *text)
{
	return db_long(db,
		SQL("SELECT count(*) FROM topic WHERE state = 'accepted' AND (instr(name_zh, ?1) > "
		    "0"
		    " OR instr(name_en, ?1) > 0) /*scan*/"),
		V(text));
}

static struct redact_bodies bodies(struct q *q)
{
	struct redact_bodies list = { 0 };
	while (q_row(q))
		*LIST_ADD(db_arena(q_db(q)), &list) =
			(struct redact_body){ q_long(q, 0), q_text(q, 1) };
	return list;
}

#define BODIES(table)                                                                              \
	bodies(db_ask(db,                                                                          \
		SQL("SELECT id, body_md FROM " table " WHERE instr(body_md, ?1) > 0 /*scan*/"),    \
		V(text)))

struct redact_bodies redact_bodies_any(struct db *db, enum redact_noun noun, const char *text)
{
	if (noun == REDACT_SYNTHESIS)
		return BODIES("synthesis");
	if (noun == REDACT_GUIDE)
		return BODIES("guide");
	if (noun == REDACT_SHOWN)
		return bodies(db_ask(db,
			SQL("SELECT id, shown_md FROM guide WHERE instr(shown_md, ?1) > 0"
			    " /*scan*/"),
			V(text)));
	if (noun == REDACT_STORY)
		return bodies(db_ask(db,
			SQL("SELECT id, body_md FROM story WHERE instr(title, ?1) > 0"
			    " OR instr(body_md, ?1) > 0 /*scan*/"),
			V(text)));
	if (noun == REDACT_REPLY)
		return bodies(db_ask(db,
			SQL("SELECT id, body_md FROM reply WHERE instr(question, ?1) > 0"
			    " OR instr(body_md, ?1) > 0 /*scan*/"),
			V(text)));
	return bodies(db_ask(db,
		SQL("SELECT id, body_md FROM point WHERE instr(headline, ?1) > 0"
		    " OR instr(body_md, ?1) > 0 /*scan*/"),
		V(text)));
}

struct redact_bodies redact_versions_any(struct db *db, const char *text)
{
	return bodies(db_ask(db,
		SQL("SELECT reflection_id, text FROM reflection_version"
		    " WHERE instr(text, ?1) > 0 /*scan*/"),
		V(text)));
}

struct redact_drafts redact_drafts_any(struct db *db, const char *encoded)
{
	struct redact_drafts list = { 0 };
	struct q *q = db_ask(db,
		SQL("SELECT person_id, subject, fields FROM draft WHERE instr(fields, ?1) > 0"
		    " /*scan*/"),
		V(encoded));
	while (q_row(q)) {
		struct redact_draft *d = LIST_ADD(db_arena(db), &list);
		d->who.n = q_long(q, 0);
		d->subject = q_text(q, 1);
		d->fields = q_text(q, 2);
	}
	return list;
}

void redact_replace(struct txn *t, const char *text, const char *with)
{
	REPLACE("reflection_version", "text");
	REPLACE("reflection", "task");
	REPLACE("point", "headline");
	REPLACE("point", "body_md");
	REPLACE("point_version", "headline");
	REPLACE("point_version", "body_md");
	REPLACE("point_version", "tags");
	REPLACE("point_tag", "word");
	REPLACE("synthesis", "body_md");
	REPLACE("synthesis_version", "body_md");
	REPLACE("story", "title");
	REPLACE("story", "body_md");
	REPLACE("story", "units");
	REPLACE("story", "people");
	REPLACE("story_version", "text");
	REPLACE("excuse", "reason");
	redact_talk_replace(t, text, with);
	REPLACE("task", "name");
	REPLACE("task", "review");
	REPLACE("meeting", "notes");
	REPLACE("meeting_line", "text");
	REPLACE("review", "purpose");
	REPLACE("review", "plan");
	REPLACE("review", "happened");
	REPLACE("review", "difference");
	REPLACE("review", "step");
	REPLACE("review", "result_text");
	REPLACE("highlight", "reason");
	REPLACE("leave", "reason");
	REPLACE("pick", "comment");
	REPLACE("audit", "detail");
	REPLACE("topic", "name_zh");
	REPLACE("topic", "name_en");
	REPLACE("topic", "about_zh");
	REPLACE("topic", "about_en");
	txn_run(t, SQL("DELETE FROM topic_word WHERE instr(word, ?1) > 0 /*scan*/"), V(text));
	bulletin_redact(t, text, with);
	search_miss_redact(t, text);
	search_saved_redact(t, text);
	txn_run(t, SQL("DELETE FROM replay WHERE instr(body, ?1) > 0 /*scan*/"), V(text));
}

struct topic_id redact_topic_any(struct db *db, int64_t guide)
{
	return (struct topic_id){ db_long(
		db, SQL("SELECT topic_id FROM guide WHERE id = ?1"), V(guide)) };
}

void redact_put_html(struct txn *t, enum redact_noun noun, int64_t id, const char *html)
{
	if (noun == REDACT_POINT)
		txn_run(t, SQL("UPDATE point SET body_html = ?2, excerpt = ?3 WHERE id = ?1"),
			V(id), V(html), V(excerpt_of_html(db_arena(t->db), html)));
	else if (noun == REDACT_SYNTHESIS)
		txn_run(t, SQL("UPDATE synthesis SET body_html = ?2 WHERE id = ?1"), V(id),
			V(html));
	else if (noun == REDACT_GUIDE)
		txn_run(t, SQL("UPDATE guide SET body_html = ?2 WHERE id = ?1"), V(id), V(html));
	else if (noun == REDACT_SHOWN)
		txn_run(t, SQL("UPDATE guide SET shown_html = ?2 WHERE id = ?1"), V(id), V(html));
	else if (noun == REDACT_REPLY)
		txn_run(t, SQL("UPDATE reply SET body_html = ?2 WHERE id = ?1"), V(id), V(html));
	else
		txn_run(t, SQL("UPDATE story SET body_html = ?2 WHERE id = ?1"), V(id), V(html));
}

void redact_put_draft(struct txn *t, const struct redact_draft *d)
{
	txn_run(t,
		SQL("UPDATE draft SET fields = ?3, version = version + 1 WHERE person_id = ?1 AND "
		    "subject = ?2"),
		V(d->who), V(d->subject), V(d->fields));
}
