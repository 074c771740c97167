#include "export_tables.h"

#include "base/list.h"
#include "base/text.h"
#include "doors/csv.h"
#include "report_text.h"
#include "store/export.h"
#include "store/person.h"
#include "store/topic_list.h"
#include "store/unit.h"

struct out export_table(struct export *e, const char *header)
{
	struct out o = out_new(e->work->arena);
	out_format(&o, "%s\n", header);
	return o;
}

static void put_row(struct out *o, const char *const *fields, size_t n)
{
	for (size_t i = 0; i < n; i++)
		csv_field_exact(o, fields[i]);
	csv_end(o);
}
#define ROW(o, ...)                                                                                \
	put_row((o), (const char *const[]){ __VA_ARGS__ },                                         \
		sizeof((const char *const[]){ __VA_ARGS__ }) / sizeof(const char *))

bool export_organisation(struct export *e)
{
	struct db *db = e->work->db;
	struct out o =
		export_table(e, "unit_code,unit_name,parent_code,login,name,roles,email,active");
	struct units units = unit_all(db);
	LIST_EACH (const struct unit, u, &units) {
		const struct unit *parent = u->parent.n ? unit_get(db, u->parent) : NULL;
		const char *above = parent ? parent->code : "";
		struct persons people = person_of_unit_any(db, u->id);
		if (!people.count)
			ROW(&o, u->code, u->name, above, "", "", "", "", "");
		LIST_EACH (const struct person, p, &people)
			ROW(&o, u->code, u->name, above, p->login, p->name,
				role_names(e->work->arena, p->roles, ";"), p->email ? p->email : "",
				p->active ? "1" : "0");
	}
	return export_put(e, "organisation.csv", &o);
}

/* The accepted ones; proposals come again with the texts that make them. */
bool export_topics(struct export *e)
{
	struct db *db = e->work->db;
	struct arena *a = e->work->arena;
	struct out o = export_table(e, "kind,name_zh,name_en,words,parent,about_zh,about_en");
	struct topics topics = topic_accepted(db);
	LIST_EACH (const struct topic, t, &topics) {
		struct strings words = topic_words_any(db, t->id);
		const char *joined = "";
		for (size_t i = 0; i < words.count; i++)
			joined = arena_format(a, "%s%s%s", joined, i ? ";" : "", words.items[i]);
		const struct topic *parent = t->parent.n ? topic_get_any(db, t->parent) : NULL;
		const struct topic *whole = topic_get_any(db, t->id);
		ROW(&o, t->kind, t->name_zh, t->name_en, joined, parent ? parent->name_zh : "",
			whole->about_zh ? whole->about_zh : "",
			whole->about_en ? whole->about_en : "");
	}
	return export_put(e, "topics.csv", &o);
}

bool export_rollups(struct export *e)
{
	struct arena *a = e->work->arena;
	struct out o = export_table(e, "unit_code,week,at,by");
	struct export_closes all = export_closes_any(e->work->db);
	LIST_EACH (const struct export_close, c, &all)
		ROW(&o, c->unit, week_name(a, c->week), arena_format(a, "%lld", (long long)c->at),
			c->by ? c->by : "");
	return export_put(e, "rollups.csv", &o);
}

bool export_classified(struct export *e)
{
	struct arena *a = e->work->arena;
	struct out o = export_table(e, "point,by,topics");
	struct export_classes all = export_classes_any(e->work->db);
	LIST_EACH (const struct export_class, c, &all)
		ROW(&o, arena_format(a, "%lld", (long long)c->point.n), c->by, c->topics);
	return export_put(e, "classified.csv", &o);
}

bool export_uses(struct export *e)
{
	static const char *const nouns[] = { "point", "story", "topic" };
	struct arena *a = e->work->arena;
	struct out o = export_table(
		e, "noun,number,login,unit_code,effect,day,customer,text,conditions,anonymous");
	struct export_uses all = export_uses_any(e->work->db);
	LIST_EACH (const struct export_use, u, &all)
		ROW(&o, nouns[u->noun], arena_format(a, "%lld", (long long)u->number), u->login,
			u->unit, effect_name(u->effect), report_text_day_name(a, u->day),
			u->customer ? u->customer : "", u->text, u->conditions ? u->conditions : "",
			u->anonymous ? "1" : "0");
	return export_put(e, "uses.csv", &o);
}
