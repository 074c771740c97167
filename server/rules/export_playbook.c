#include "export_playbook.h"

#include "doors/yaml.h"
#include "store/guide.h"

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

bool export_playbook(struct export *e)
{
	return put_guides(e);
}
