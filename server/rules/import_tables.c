/* The tables of an export. */
#include <string.h>

#include "base/out.h"
#include "base/text.h"
#include "export_marks.h"
#include "import_inner.h"
#include "org_apply.h"
#include "topic_edit.h"

static const struct import_file *find(const struct import *im, const char *name)
{
	LIST_EACH (const struct import_file, f, im->files)
		if (text_same(f->name, name))
			return f;
	return NULL;
}

static bool read_table(struct import *im, const char *name, size_t columns, struct csv_rows *rows)
{
	struct work *w = im->work;
	const struct import_file *f = find(im, name);
	if (!f)
		return true;
	bool good = csv_read(w->arena, f->bytes, f->len, rows, &w->faults);
	LIST_EACH (const struct csv_row, r, rows)
		if (good && r->count < columns) {
			fault_add_at(&w->faults, r->line, 1, "too few columns");
			good = false;
		}
	if (!good)
		import_fail(im, name);
	return good;
}

static bool put_organisation(struct import *im)
{
	struct work *w = im->work;
	const struct import_file *f = find(im, "organisation.csv");
	if (!f)
		return true;
	struct org_plan plan;
	struct org_passwords made = { 0 };
	enum outcome outcome = org_apply(w, f->bytes, f->len, NULL, &plan, &made);
	work_refresh(w);
	if (outcome != DONE) {
		import_fail(im, f->name);
		return false;
	}
	struct out o = out_new(w->arena);
	LIST_EACH (const struct org_password, p, &made)
		out_format(&o, "%s,%s\n", p->login, p->password);
	im->report->passwords = out_string(&o);
	import_say(im, f->name, IMPORT_TABLE, 0);
	return true;
}

/* kind,name_zh,name_en,words,parent,about_zh,about_en. Known ones stay as they are. */
static bool put_topic(struct import *im, const struct csv_row *r)
{
	struct work *w = im->work;
	const char **f = r->fields;
	const struct topic *known = topic_by_word_any(w->db, f[1]);
	if (known && text_same(known->state, "accepted"))
		return true;
	struct topic_input in = { .kind = f[0],
		.name_zh = f[1],
		.name_en = f[2],
		.words = f[3],
		.about_zh = f[5],
		.about_en = f[6] };
	const struct topic *parent = *f[4] ? topic_by_word_any(w->db, f[4]) : NULL;
	if (parent)
		in.parent = parent->id;
	struct topic_id id;
	enum outcome outcome = topic_edit_add(w, &in, &id);
	work_refresh(w);
	return outcome == DONE;
}

static bool put_topics(struct import *im)
{
	struct csv_rows rows = { 0 };
	if (!read_table(im, "topics.csv", 7, &rows))
		return false;
	/* Those without a parent first, so that parents are there. */
	for (int children = 0; children < 2; children++)
		for (size_t i = 1; i < rows.count; i++)
			if ((*rows.items[i].fields[4] != 0) == children &&
				!put_topic(im, &rows.items[i])) {
				import_fail(im, "topics.csv");
				return false;
			}
	if (rows.count)
		import_say(im, "topics.csv", IMPORT_TABLE, 0);
	return true;
}

bool import_tables(struct import *im)
{
	for (int mark = 0; mark < MARKS; mark++) {
		const struct export_mark_table *t = &export_mark_tables[mark];
		size_t columns = 0;
		while (columns < MARK_COLUMNS && t->columns[columns])
			columns++;
		if (!read_table(im, t->file, columns, &im->marks[mark]))
			return false;
	}
	return put_organisation(im) && put_topics(im) &&
	       read_table(im, "reflections.csv", 3, &im->reflections) &&
	       read_table(im, "reports.csv", 3, &im->reports) &&
	       read_table(im, "rollups.csv", 4, &im->rollups) &&
	       read_table(im, "path.csv", 3, &im->path) &&
	       read_table(im, "classified.csv", 3, &im->classified);
}
