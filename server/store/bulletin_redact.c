#include "bulletin_redact.h"

#include "base/list.h"

#define COUNT(table, columns)                                                                      \
	db_long(db,                                                                                \
		SQL("SELECT count(*) FROM " table " WHERE instr(" columns ", ?1) > 0 /*scan*/"),   \
		V(text))
#define REPLACE(table, column)                                                                     \
	txn_run(t,                                                                                 \
		SQL("UPDATE " table " SET " column " = replace(" column                            \
		    ", ?1, ?2) WHERE instr(" column ", ?1) > 0 /*scan*/"),                         \
		V(text), V(with))

int64_t bulletin_redact_count_any(struct db *db, const char *text)
{
	return COUNT("bulletin", "title || char(10) || frame_md || char(10) || rules_md") +
	       COUNT("bulletin_item", "comment") +
	       COUNT("bulletin_edition", "title || char(10) || frame_md || char(10) || rules_md"
					 " || char(10) || ifnull(note, '')") +
	       COUNT("bulletin_piece", "title || char(10) || title_en || char(10) || body_md"
				       " || char(10) || comment");
}

struct bulletin_texts bulletin_redact_texts_any(struct db *db, const char *text)
{
	struct bulletin_texts list = { 0 };
	struct q *q = db_ask(db,
		SQL("SELECT 0, rowid, 0, frame_md FROM bulletin WHERE instr(frame_md, ?1) > 0"
		    " UNION ALL SELECT 1, rowid, 0, rules_md FROM bulletin"
		    " WHERE instr(rules_md, ?1) > 0"
		    " UNION ALL SELECT 2, rowid, 0, frame_md FROM bulletin_edition"
		    " WHERE instr(frame_md, ?1) > 0"
		    " UNION ALL SELECT 3, rowid, 0, rules_md FROM bulletin_edition"
		    " WHERE instr(rules_md, ?1) > 0"
		    " UNION ALL SELECT 4, rowid, kind, body_md FROM bulletin_piece"
		    " WHERE instr(body_md, ?1) > 0 /*scan*/"),
		V(text));
	while (q_row(q))
		*LIST_ADD(db_arena(db), &list) =
			(struct bulletin_text){ (enum bulletin_column)q_long(q, 0), q_long(q, 1),
				(enum piece_kind)q_long(q, 2), q_text(q, 3) };
	return list;
}

void bulletin_redact(struct txn *t, const char *text, const char *with)
{
	REPLACE("bulletin", "title");
	REPLACE("bulletin", "frame_md");
	REPLACE("bulletin", "rules_md");
	REPLACE("bulletin_item", "comment");
	REPLACE("bulletin_edition", "title");
	REPLACE("bulletin_edition", "frame_md");
	REPLACE("bulletin_edition", "rules_md");
	REPLACE("bulletin_edition", "note");
	REPLACE("bulletin_piece", "title");
	REPLACE("bulletin_piece", "title_en");
	REPLACE("bulletin_piece", "body_md");
	REPLACE("bulletin_piece", "comment");
}

#define PUT(table, column)                                                                         \
	txn_run(t, SQL("UPDATE " table " SET " column " = ?2 WHERE rowid = ?1"), V(of->row),       \
		V(html))

void bulletin_redact_html(struct txn *t, const struct bulletin_text *of, const char *html)
{
	switch (of->column) {
	case COLUMN_FRAME:
		PUT("bulletin", "frame_html");
		break;
	case COLUMN_RULES:
		PUT("bulletin", "rules_html");
		break;
	case COLUMN_EDITION_FRAME:
		PUT("bulletin_edition", "frame_html");
		break;
	case COLUMN_EDITION_RULES:
		PUT("bulletin_edition", "rules_html");
		break;
	case COLUMN_PIECE:
		PUT("bulletin_piece", "body_html");
		break;
	}
}
