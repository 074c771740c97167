/* Daily reports of an export. */
#include <string.h>

#include "base/text.h"
#include "doors/i18n.h"
#include "import_inner.h"
#include "report.h"

/* The day and the login that its name tells. */
static bool parts(struct arena *a, const char *file, int64_t *day, const char **login)
{
	static const char folder[] = "reports/";
	const size_t at = sizeof folder - 1;
	size_t len = strlen(file);
	if (!text_starts(file, folder) || len < at + 15 || file[at + 10] != '/' ||
		!text_same(file + len - 3, ".md"))
		return false;
	*login = arena_copy(a, file + at + 11, len - at - 14);
	return report_text_day(arena_copy(a, file + at, 10), day) && !strchr(*login, '/');
}

bool import_is_report(const char *file)
{
	struct arena *a = arena_new();
	const char *login;
	int64_t day;
	bool is = parts(a, file, &day, &login);
	arena_free(a);
	return is;
}

enum outcome import_report(struct import *im, const struct import_file *f)
{
	struct work *w = im->work;
	const char *login = "", *bytes = import_cites(im, f->bytes);
	struct report_text text;
	struct report_input in = { .text = &text, .base_version = -1, .imported = true };
	parts(w->arena, f->name, &in.day, &login);
	const struct who *who = import_who(im, login);
	if (!who)
		fault_add(&w->faults, NULL,
			arena_format(w->arena, _("Nobody is called %s here. Add the person first."),
				login));
	else
		report_text_parse(w->arena, bytes, strlen(bytes), &text, &w->faults);
	if (w->faults.count)
		return import_fail(im, f->name);
	w->who = who;
	const struct report *old = report_of_day(w->db, who, in.day);
	int64_t version = old ? old->version : 0;
	struct report_id id;
	bool created;
	enum outcome outcome = report_submit(w, &in, &id, &created);
	work_refresh(w);
	if (outcome == BROKEN)
		return BROKEN;
	if (outcome != DONE)
		return import_fail(im, f->name);
	bool same = report_of_day(w->db, who, in.day)->version == version;
	import_say(im, f->name, same ? IMPORT_UNCHANGED : IMPORT_REPORT, id.n);
	return DONE;
}
