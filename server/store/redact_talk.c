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
			    " || ifnull(customer, '')");
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
}
