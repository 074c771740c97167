#include "export_playbook.h"

#include "doors/csv.h"
#include "doors/yaml.h"
#include "report_text.h"
#include "store/export.h"
#include "store/guide.h"
#include "store/path.h"
#include "store/person.h"
#include "store/script.h"
#include "store/story.h"

/* A name without what a file's name cannot hold. */
static const char *file_word(struct arena *a, const char *name)
{
	char *word = arena_string(a, name);
	for (char *p = word; *p; p++)
		if (*p == '/' || (unsigned char)*p < ' ' || (*p == '.' && p == word))
			*p = '-';
	return word;
}

static bool put_guide(struct export *e, const struct guide *g, bool draft)
{
	struct arena *a = e->work->arena;
	struct out o = out_new(a);
	out_text(&o, "---\n");
	yaml_put_text(&o, "guide", g->name_zh);
	yaml_put_text(&o, "owner", g->owner_login);
	out_format(&o, "recheck_days: %lld\nat: %lld\n---\n%s\n", (long long)g->recheck_days,
		(long long)(draft ? g->changed_at : g->shown_at), draft ? g->body_md : g->shown_md);
	return export_put(e,
		arena_format(a, "guides/%s%s.md", draft ? "drafts/" : "", file_word(a, g->name_zh)),
		&o);
}

static bool put_guides(struct export *e)
{
	struct guide_id after = { 0 };
	for (struct guides all; (all = guide_list(e->work->db, e->work->who, after, 100)).count;)
		LIST_EACH (const struct guide, g, &all) {
			bool given = g->state == GUIDE_PUBLISHED;
			if (given && !put_guide(e, g, false))
				return false;
			if ((!given || g->version != g->shown_version) && !put_guide(e, g, true))
				return false;
			after = g->id;
		}
	return true;
}

static bool put_scripts(struct export *e)
{
	struct arena *a = e->work->arena;
	struct export_ids all = export_stories_any(e->work->db);
	LIST_EACH (const int64_t, id, &all) {
		const struct story_id story = { *id };
		struct script s = script_of_any(e->work->db, story);
		if (!*s.text)
			continue;
		struct out o = out_new(a);
		out_text(&o, "---\n");
		yaml_put_text(&o, "script", story_get_any(e->work->db, story)->title);
		out_format(&o, "---\n%s\n", s.text);
		if (!export_put(e, arena_format(a, "stories/scripts/%lld.md", (long long)*id), &o))
			return false;
	}
	return true;
}

static bool put_path(struct export *e)
{
	struct out o = export_table(e, "noun,page,note");
	struct path_items all = path_items_any(e->work->db, (struct person_id){ 0 });
	LIST_EACH (const struct path_item, i, &all) {
		csv_field_exact(&o, i->topic.n ? "topic" : "story");
		csv_field_exact(&o, i->name_zh);
		csv_field_exact(&o, i->note ? i->note : "");
		csv_end(&o);
	}
	return export_put(e, "path.csv", &o);
}

static bool put_ticks(struct export *e)
{
	struct out o = export_table(e, "login,noun,page,at");
	struct persons people = person_all_any(e->work->db);
	LIST_EACH (const struct person, p, &people) {
		struct path_items all = path_items_any(e->work->db, p->id);
		LIST_EACH (const struct path_item, i, &all) {
			if (!i->read_at)
				continue;
			csv_field_exact(&o, p->login);
			csv_field_exact(&o, i->topic.n ? "topic" : "story");
			csv_field_exact(&o, i->name_zh);
			csv_field_long(&o, (long)i->read_at);
			csv_end(&o);
		}
	}
	return export_put(e, "path_ticks.csv", &o);
}

static bool put_tellings(struct export *e)
{
	struct out o = export_table(e, "story,login,unit_code,day,listeners,whom");
	struct tellings all = telling_all_any(e->work->db);
	LIST_EACH (const struct telling, x, &all) {
		csv_field_exact(&o, story_get_any(e->work->db, x->story)->title);
		csv_field_exact(&o, x->name);
		csv_field_exact(&o, x->unit_name);
		csv_field_exact(&o, report_text_day_name(e->work->arena, x->day));
		csv_field_long(&o, (long)x->listeners);
		csv_field_exact(&o, x->whom);
		csv_end(&o);
	}
	return export_put(e, "tellings.csv", &o);
}

bool export_playbook(struct export *e)
{
	return put_guides(e) && put_scripts(e) && put_path(e) && put_ticks(e) && put_tellings(e);
}
