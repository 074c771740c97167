#include "redact_talk.h"

#include "redact_column.h"

int64_t redact_talk_count_any(struct db *db, const char *text)
{
	return COUNT("report", "text") + COUNT("report_version", "text") +
	       COUNT("remark", "text || char(10) || ifnull(whom, '')") + COUNT("ask", "text") +
	       COUNT("ask_step", "text") + COUNT("reply", "question || char(10) || body_md") +
	       COUNT("reply_version", "question || char(10) || body_md") +
	       COUNT("mention", "word") +
	       COUNT("use", "text || char(10) || ifnull(conditions, '') || char(10)"
			    " || ifnull(customer, '')") +
	       COUNT("guide", "body_md || char(10) || shown_md") +
	       COUNT("guide_version", "body_md || char(10) || ifnull(note, '')") +
	       COUNT("script", "text") + COUNT("script_version", "text") +
	       COUNT("telling", "whom") + COUNT("path_item", "note");
}

void redact_talk_replace(struct txn *t, const char *text, const char *with)
{
	REPLACE("report", "text");
	REPLACE("report_version", "text");
	REPLACE("remark", "text");
	REPLACE("remark", "whom");
	REPLACE("ask", "text");
	REPLACE("ask_step", "text");
	REPLACE("reply", "question");
	REPLACE("reply", "body_md");
	REPLACE("reply_version", "question");
	REPLACE("reply_version", "body_md");
	REPLACE("mention", "word");
	REPLACE("use", "text");
	REPLACE("use", "conditions");
	REPLACE("use", "customer");
	REPLACE("guide", "body_md");
	REPLACE("guide", "shown_md");
	REPLACE("guide_version", "body_md");
	REPLACE("guide_version", "note");
	REPLACE("script", "text");
	REPLACE("script_version", "text");
	REPLACE("telling", "whom");
	REPLACE("path_item", "note");
}
