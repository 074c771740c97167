/* reply: answers for all, as their pages, topic pages and the API show them. */
#ifndef VIEWS_REPLY_H
#define VIEWS_REPLY_H

#include "ask.h"
#include "base/strings.h"
#include "store/reply.h"

struct reply_view {
	const struct chrome *chrome;
	const struct reply *reply;
	struct safe question, body; /* what was searched marked; cites filtered for the viewer */
	const char *given, *changed;
	bool may_edit;
	struct ask_id ask; /* where it comes from; 0: not for this viewer */
	struct reply_marks {
		struct reply_mark {
			int64_t number;
			const char *words; /* who saved it, and when */
			const char *question, *body;
		} * items;
		size_t count, room;
	} versions; /* earlier ones, for those who may change it; the newest first */
};

struct reply_list_view {
	const struct chrome *chrome;
	struct replies replies;
	const char *next;
};

struct reply_form_view {
	const struct chrome *chrome;
	const struct reply *reply;  /* NULL: a new one */
	const struct ask_card *ask; /* what it is made of */
	const char *question, *body, *topics;
	int64_t base_version;
	const struct reply *theirs; /* somebody else was faster; NULL */
	struct faults faults;
};

/* {id, question, body_md, body_html, topics, asker?, withdrawn, version, created_at, changed_at} */
void reply_json(struct json_writer *j, const struct reply *r, struct safe body);

#endif
