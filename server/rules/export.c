#include "export.h"

#include "base/list.h"
#include "base/text.h"
#include "doors/csv.h"
#include "doors/disk.h"
#include "doors/i18n.h"
#include "export_marks.h"
#include "export_meeting.h"
#include "export_playbook.h"
#include "export_talk.h"
#include "reflection_text.h"
#include "store/export.h"
#include "store/person.h"
#include "store/point.h"
#include "store/story.h"
#include "store/synthesis.h"

static bool put(struct export *e, const char *name, const char *text)
{
	struct arena *a = e->work->arena;
	const char *path = arena_format(a, "%s/%s", e->dir, name);
	const char *folder = arena_copy(a, path, (size_t)(strrchr(path, '/') - path));
	return disk_make_folders(a, folder, e->why) &&
	       disk_write(a, path, text, strlen(text), 0666, e->why);
}

bool export_put(struct export *e, const char *name, struct out *text)
{
	return put(e, name, out_string(text));
}

/* The numbers of its points, by kind and place. */
static const char *numbers(struct export *e, struct reflection_id id)
{
	struct points points = point_of_reflection_any(e->work->db, id);
	struct out o = out_new(e->work->arena);
	LIST_EACH (const struct point, p, &points)
		if (!p->withdrawn)
			out_format(&o, "%s%lld", o.len ? ";" : "", (long long)p->id.n);
	return out_string(&o);
}

/* A name without what a file's name cannot hold. */
static const char *file_word(struct arena *a, const char *name)
{
	char *word = arena_string(a, name);
	for (char *p = word; *p; p++)
		if (*p == '/' || (unsigned char)*p < ' ' || (*p == '.' && p == word))
			*p = '-';
	return word;
}

/* An after-task one is named by its task; a second of that name gets a number. */
static const char *file_of(struct export *e, const struct reflection *r, const char *login)
{
	struct arena *a = e->work->arena;
	const char *stem = arena_format(a, "reflections/%s/%s", week_name(a, r->week), login);
	if (!r->task)
		return arena_format(a, "%s.md", stem);
	stem = arena_format(a, "%s-%s", stem, file_word(a, text_cut(a, r->task, 40)));
	const char *name = arena_format(a, "%s.md", stem);
	for (int n = 2; disk_kind(arena_format(a, "%s/%s", e->dir, name)) != DISK_NOTHING; n++)
		name = arena_format(a, "%s-%d.md", stem, n);
	return name;
}

/* A point says in its text how it is signed now, whatever it said when it was handed in: so that an
 * import gives no name away. */
static void put_signs(struct export *e, const struct reflection *r, struct reflection_text *text)
{
	struct points points = point_of_reflection_any(e->work->db, r->id);
	int64_t place[KINDS] = { 0 };
	LIST_EACH (struct point_text, t, &text->points) {
		int64_t position = place[t->kind]++;
		LIST_EACH (const struct point, p, &points)
			if (!p->withdrawn && p->kind == t->kind && p->position == position &&
				p->anonymous != t->anonymous)
				point_text_sign(e->work->arena, t, p->anonymous);
	}
}

static bool put_reflection(struct export *e, const struct reflection *r, struct out *table)
{
	struct arena *a = e->work->arena;
	const char *login = person_get_any(e->work->db, r->person)->login;
	const char *name = file_of(e, r, login);
	const char *text = reflection_text_any(e->work->db, r->id, 0);
	const struct reflection_rules rules = { .now = r->week, .any_week = true };
	struct reflection_text parsed;
	struct faults faults = { .arena = a };
	/* What the rules of today would not take goes out as it is. */
	if (reflection_text_parse(a, text, strlen(text), &rules, &parsed, &faults)) {
		parsed.author = login;
		put_signs(e, r, &parsed);
		text = reflection_text_print(a, &parsed);
	}
	csv_field_exact(table, name);
	csv_field_long(table, (long)r->submitted_at);
	csv_field_exact(table, numbers(e, r->id));
	csv_end(table);
	return put(e, name, text);
}

static bool put_reflections(struct export *e)
{
	struct reflections all = export_reflections_any(e->work->db);
	struct out table = export_table(e, "file,at,points");
	LIST_EACH (const struct reflection, r, &all)
		if (!put_reflection(e, r, &table))
			return false;
	return export_put(e, "reflections.csv", &table);
}

static bool put_stories(struct export *e)
{
	struct arena *a = e->work->arena;
	struct export_ids all = export_stories_any(e->work->db);
	LIST_EACH (const int64_t, id, &all) {
		const struct story *s = story_get_any(e->work->db, (struct story_id){ *id });
		const char *name = arena_format(
			a, "stories/%s%lld.md", s->published ? "" : "drafts/", (long long)*id);
		if (!put(e, name, story_version_any(e->work->db, s->id, 0)->text))
			return false;
	}
	return true;
}

static bool put_syntheses(struct export *e)
{
	struct arena *a = e->work->arena;
	struct export_ids all = export_syntheses_any(e->work->db);
	LIST_EACH (const int64_t, id, &all) {
		const struct synthesis *s =
			synthesis_get(e->work->db, e->work->who, (struct synthesis_id){ *id });
		const char *week = week_name(a, s->week);
		const char *name = arena_format(a, "syntheses/%s/%s-%s.md", week, s->unit_code,
			file_word(a, s->topic.name_zh));
		const char *text = arena_format(a,
			"---\nunit: %s\nweek: %s\ntopic: %s\nat: %lld\n---\n%s\n", s->unit_code,
			week, s->topic.name_zh, (long long)s->changed_at, s->body_md);
		if (!put(e, name, text))
			return false;
	}
	return true;
}

static bool is_free(struct arena *a, const char *dir, const char **why)
{
	struct disk_names names = { 0 };
	if (disk_kind(dir) == DISK_NOTHING)
		return true;
	if (disk_kind(dir) == DISK_FOLDER && disk_list(a, dir, &names, why) && !names.count)
		return true;
	*why = arena_format(a, _("%s is there already. Name a folder that is new or empty."), dir);
	return false;
}

bool export_all(struct work *w, const char *dir, const char **why)
{
	struct export e = { w, dir, why };
	return is_free(w->arena, dir, why) && export_organisation(&e) && export_topics(&e) &&
	       put_reflections(&e) && put_stories(&e) && put_syntheses(&e) && export_rollups(&e) &&
	       export_classified(&e) && export_marks(&e) && export_talk(&e) && export_uses(&e) &&
	       export_meetings(&e) && export_playbook(&e);
}
