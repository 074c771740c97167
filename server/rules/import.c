#include <stdlib.h>
#include <string.h>

#include "base/out.h"
#include "base/text.h"
#include "doors/i18n.h"
#include "front.h"
#include "import_inner.h"
#include "store/person.h"
#include "store/unit.h"
#include "story_plain.h"

struct import_line *import_say(struct import *im, const char *file, enum import_did did, int64_t id)
{
	struct import_line *l = LIST_ADD(im->work->arena, im->report);
	*l = (struct import_line){ .file = file, .did = did, .id = id };
	return l;
}

enum outcome import_fail(struct import *im, const char *file)
{
	struct import_line *l = import_say(im, file, IMPORT_FAILED, 0);
	l->faults = im->work->faults;
	im->work->faults = (struct faults){ .arena = im->work->arena };
	im->report->failed = true;
	return INVALID;
}

const struct who *import_who(struct import *im, const char *login)
{
	struct work *w = im->work;
	const struct who *active = who_login_any(w->db, login);
	const struct person *p = active ? NULL : person_by_login_any(w->db, login);
	if (!p)
		return active;
	const struct unit *home = unit_get(w->db, p->unit);
	struct who *who = ARENA_NEW(w->arena, struct who);
	*who = (struct who){ .person = p->id,
		.signed_in = true,
		.roles = p->roles,
		.home = p->unit,
		.login = p->login,
		.name = p->name };
	who->team.n = home->kind == UNIT_TEAM ? home->id.n : 0;
	who->branch.n = home->kind == UNIT_TEAM     ? home->parent.n
			: home->kind == UNIT_BRANCH ? home->id.n
						    : 0;
	return who;
}

int64_t import_number(const struct import *im, int64_t old)
{
	LIST_EACH (const struct import_number, n, &im->numbers)
		if (n->old == old)
			return n->now;
	return old;
}

const char *import_cites(struct import *im, const char *text)
{
	struct out o = out_new(im->work->arena);
	for (const char *open; im->numbers.count && (open = strstr(text, "[["));) {
		char *end;
		long long old = strtoll(open + 2, &end, 10);
		bool cite = end > open + 2 && text_starts(end, "]]");
		const char *next = cite ? end + 2 : open + 2;
		if (cite) {
			out_bytes(&o, text, (size_t)(open - text));
			out_format(&o, "[[%lld]]", (long long)import_number(im, old));
		} else {
			out_bytes(&o, text, (size_t)(next - text));
		}
		text = next;
	}
	out_text(&o, text);
	return out_string(&o);
}

/* ---- the order ------------------------------------------------------------------------------- */

enum kind_of { REFLECTION, REPORT, READ_ONLY, SYNTHESIS, CLOSE, STORY, SCRIPT, GUIDE, PLAIN };

struct event {
	int64_t at;
	size_t order;
	enum kind_of kind; /* of one moment: in this order */
	const struct import_file *file;
	const struct csv_row *row;
};
struct events {
	struct event *items;
	size_t count, room;
};

static int by_moment(const void *a, const void *b)
{
	const struct event *x = a, *y = b;
	if (x->at != y->at)
		return x->at < y->at ? -1 : 1;
	if (x->kind != y->kind)
		return x->kind < y->kind ? -1 : 1;
	return x->order < y->order ? -1 : 1;
}

static void look(struct import *im, const struct import_file *f, struct event *e)
{
	struct arena *a = im->work->arena;
	struct front front;
	struct faults ignored = { .arena = a };
	e->kind = PLAIN;
	if (import_is_report(f->name)) {
		e->kind = REPORT;
		for (size_t i = 1; i < im->reports.count; i++)
			if (text_same(im->reports.items[i].fields[0], f->name))
				e->at = atoll(im->reports.items[i].fields[2]);
		return;
	}
	if (text_starts(f->name, "answers-for-all/") || text_starts(f->name, "meetings/") ||
		text_starts(f->name, "tasks/")) {
		e->kind = READ_ONLY;
		return;
	}
	if (story_plain_is(f->bytes, f->len))
		return;
	front_read(a, f->bytes, f->len, &front, &ignored);
	e->kind = yaml_find(&front.map, "title")    ? STORY
		  : yaml_find(&front.map, "unit")   ? SYNTHESIS
		  : yaml_find(&front.map, "guide")  ? GUIDE
		  : yaml_find(&front.map, "script") ? SCRIPT
						    : REFLECTION;
	const struct yaml_entry *at = yaml_find(&front.map, "at");
	if (at && at->count)
		e->at = atoll(at->items[0].text);
	for (size_t i = 1; i < im->reflections.count && e->kind == REFLECTION; i++)
		if (text_same(im->reflections.items[i].fields[0], f->name)) {
			e->row = &im->reflections.items[i];
			e->at = atoll(e->row->fields[1]);
		}
}

static struct events plan(struct import *im)
{
	struct events all = { 0 };
	struct arena *a = im->work->arena;
	LIST_EACH (const struct import_file, f, im->files) {
		size_t len = strlen(f->name);
		if (len > 4 && text_same(f->name + len - 4, ".csv"))
			continue;
		struct event *e = LIST_ADD(a, &all);
		*e = (struct event){ .at = im->work->now, .order = all.count, .file = f };
		look(im, f, e);
	}
	for (size_t i = 1; i < im->rollups.count; i++)
		*LIST_ADD(a, &all) = (struct event){ .at = atoll(im->rollups.items[i].fields[2]),
			.order = all.count,
			.kind = CLOSE,
			.row = &im->rollups.items[i] };
	LIST_SORT(&all, by_moment);
	return all;
}

static enum outcome act(struct import *im, const struct event *e)
{
	switch (e->kind) {
	case REFLECTION:
		return import_reflection(im, e->file, e->row);
	case REPORT:
		return import_report(im, e->file);
	case READ_ONLY:
		return DONE;
	case SYNTHESIS:
		return import_synthesis(im, e->file);
	case CLOSE:
		return import_close(im, e->row);
	case STORY:
		return import_story(im, e->file);
	case SCRIPT:
		return import_script(im, e->file);
	case GUIDE:
		return import_guide(im, e->file);
	case PLAIN:
		return import_plain(im, e->file);
	}
	return INVALID;
}

enum outcome import_all(struct work *w, const struct import_files *files, const char *as,
	struct import_report *report)
{
	if (!who_is_operator(w->who))
		return FORBIDDEN;
	struct import im = { .work = w, .as = w->who, .files = files, .report = report };
	report->passwords = "";
	if (as && !(im.as = who_login_any(w->db, as))) {
		fault_add(&w->faults, NULL,
			arena_format(w->arena, _("There is no person with the login “%s”."), as));
		return NOT_FOUND;
	}
	if (!import_tables(&im))
		return DONE; /* the report says what is wrong */
	const struct who *owner = w->who;
	int64_t now = w->now;
	struct events all = plan(&im);
	LIST_EACH (const struct event, e, &all) {
		w->now = e->at < now ? e->at : now;
		enum outcome outcome = act(&im, e);
		w->who = owner;
		if (outcome == BROKEN)
			return BROKEN;
		work_refresh(w);
	}
	w->now = now;
	enum outcome outcome = import_path(&im);
	return outcome == DONE ? import_marks(&im) : outcome;
}
