#include "guide.h"

#include "base/text.h"
#include "topic.h"

const char *guide_name(const struct guide *g)
{
	return text_same(i18n_language(), "zh") ? g->name_zh : g->name_en;
}

const char *guide_word(const struct topic *t)
{
	return text_same(t->kind, "difficulty") ? _("How to get round it")
	       : text_same(t->kind, "ability")  ? _("What it takes")
						: _("How it is done");
}

static void moment(struct json_writer *j, const char *key, int64_t at)
{
	json_key(j, key);
	if (at)
		json_number(j, at);
	else
		json_nothing(j);
}

static void brief(struct json_writer *j, const struct guide *g)
{
	json_key_number(j, "topic", g->topic.n);
	json_key_text(j, "name", guide_name(g));
	json_key_text(j, "state", guide_state_name(g->state));
	json_key_text(j, "owner", g->owner_name);
	json_key_number(j, "version", g->version);
	moment(j, "published_at", g->shown_at);
	moment(j, "checked_at", g->checked_at);
	moment(j, "recheck_at", g->recheck_at);
}

void guide_json_line(struct json_writer *j, const struct guide *g)
{
	json_begin_object(j);
	json_key_number(j, "id", g->id.n);
	brief(j, g);
	json_end(j);
}

void guide_json(struct json_writer *j, const struct guide_view *v)
{
	const struct guide *g = v->guide;
	json_begin_object(j);
	json_key_number(j, "id", g->id.n);
	brief(j, g);
	json_key_text(j, "body_md", v->draft ? g->body_md : g->shown_md);
	json_key_text(j, "body_html", v->body.html);
	json_key_text(j, "note", v->note);
	json_key_array(j, "cites");
	LIST_EACH (const struct guide_point, p, &v->points) {
		json_begin_object(j);
		json_key_number(j, "point", p->id.n);
		if (p->headline)
			json_key_text(j, "headline", p->headline);
		json_key_bool(j, "fresh", p->fresh);
		json_end(j);
	}
	json_end(j);
	if (g->tends) {
		json_key_text(j, "draft_md", g->body_md);
		json_key_number(j, "published_version", g->shown_version);
	}
	json_end(j);
}
