/* Guides, oral versions of stories, the reading path. */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "doors/i18n.h"
#include "front.h"
#include "guide.h"
#include "import_inner.h"
#include "path.h"
#include "script.h"
#include "store/person.h"
#include "store/story.h"
#include "store/topic.h"

static const char *value(const struct front *front, const char *name)
{
	const struct yaml_entry *e = yaml_find(&front->map, name);
	return e && e->count ? e->items[0].text : "";
}

enum outcome import_guide(struct import *im, const struct import_file *f)
{
	struct work *w = im->work;
	struct front front;
	front_read(w->arena, f->bytes, f->len, &front, &w->faults);
	const struct topic *topic = topic_by_word_any(w->db, value(&front, "guide"));
	const struct person *owner = person_by_login_any(w->db, value(&front, "owner"));
	if (!topic || !owner)
		fault_add(&w->faults, NULL,
			_("A guide needs a topic and an owner that are known here."));
	if (w->faults.count || !topic || !owner)
		return import_fail(im, f->name);
	const struct guide_input in = { .topic = topic->id,
		.body = text_trim(w->arena, import_cites(im, front.rest)),
		.owner = owner->login,
		.days = atoll(value(&front, "recheck_days")),
		.base_version = -1,
		.publish = !strstr(f->name, "drafts/") };
	const struct guide *old = guide_get(w->db, w->who, topic->id);
	bool known = old && (in.publish ? old->state == GUIDE_PUBLISHED &&
						    text_same(old->shown_md, in.body)
					: text_same(old->body_md, in.body));
	int64_t version;
	enum outcome outcome = known ? DONE : guide_save(w, &in, &version);
	if (outcome == BROKEN)
		return BROKEN;
	if (outcome != DONE)
		return import_fail(im, f->name);
	import_say(im, f->name, known ? IMPORT_UNCHANGED : IMPORT_GUIDE, topic->id.n);
	return DONE;
}

/* The newest story of this title; 0: none. */
static struct story_id story_titled(struct work *w, const char *title)
{
	struct story_filter filter = { .both = true, .limit = 100 };
	for (bool more = true; more;) {
		struct stories list = story_list(w->db, who_operator(), &filter, &more);
		LIST_EACH (const struct story, s, &list) {
			filter.before = s->id;
			if (text_same(s->title, title))
				return s->id;
		}
	}
	return (struct story_id){ 0 };
}

enum outcome import_script(struct import *im, const struct import_file *f)
{
	struct work *w = im->work;
	struct front front;
	front_read(w->arena, f->bytes, f->len, &front, &w->faults);
	struct story_id story = story_titled(w, value(&front, "script"));
	if (!story.n)
		fault_add(&w->faults, NULL, _("There is no story of this title here."));
	if (w->faults.count)
		return import_fail(im, f->name);
	const char *text = text_trim(w->arena, front.rest);
	bool known = text_same(script_of_any(w->db, story).text, text);
	enum outcome outcome = known ? DONE : script_save(w, story, text, -1);
	if (outcome == BROKEN)
		return BROKEN;
	if (outcome != DONE)
		return import_fail(im, f->name);
	import_say(im, f->name, known ? IMPORT_UNCHANGED : IMPORT_STORY, story.n);
	return DONE;
}

/* Pages that are not here are passed over: a story may have become a draft. */
enum outcome import_path(struct import *im)
{
	struct work *w = im->work;
	for (size_t i = 1; i < im->path.count; i++) {
		const char **f = im->path.items[i].fields;
		bool of_topic = text_same(f[0], "topic");
		const struct topic *t = of_topic ? topic_by_word_any(w->db, f[1]) : NULL;
		struct story_id story = { 0 };
		if (!of_topic)
			story = story_titled(w, f[1]);
		struct topic_id topic = { t ? t->id.n : 0 };
		struct path_id id;
		if ((!topic.n && !story.n) || path_find_any(w->db, topic, story).n)
			continue;
		if (path_add(w, topic, story, f[2], &id) == BROKEN)
			return BROKEN;
		w->faults = (struct faults){ .arena = w->arena };
		work_refresh(w);
	}
	return DONE;
}
