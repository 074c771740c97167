/* Guides. */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "doors/i18n.h"
#include "front.h"
#include "guide.h"
#include "import_inner.h"
#include "store/person.h"
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
