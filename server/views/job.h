/* job: what the server does by itself, for administrators. */
#ifndef VIEWS_JOB_H
#define VIEWS_JOB_H

#include "chrome.h"
#include "store/outbox.h"

struct job_line {
	const char *what, *last, *next, *took;
	int64_t done;
};
struct job_lines {
	struct job_line *items;
	size_t count, room;
};
struct job_view {
	const struct chrome *chrome;
	struct job_lines lines;
	struct outbox_figures mail;
	const char *mail_error; /* NULL: none */
	bool mail_on;
};

#endif
