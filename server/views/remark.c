#include "remark.h"

#include "base/clock.h"

static const struct {
	const char *word, *verb;
} kinds[REMARK_KINDS] = {
	[REMARK_COMMENT] = { N_("Comment"), N_("Say something") },
	[REMARK_WHY] = { N_("Why?"), N_("Ask why") },
	[REMARK_ANSWER] = { N_("Answer"), N_("Explain") },
	[REMARK_ADVICE] = { N_("Advice"), N_("Advise") },
};

const char *remark_kind_word(enum remark_kind k)
{
	return _(kinds[k].word);
}

const char *remark_verb(enum remark_kind k)
{
	return _(kinds[k].verb);
}

static const char *day(struct arena *a, int64_t number)
{
	int y, m, d;
	day_date(number, &y, &m, &d);
	return arena_format(a, "%04d-%02d-%02d", y, m, d);
}

void remark_json(struct json_writer *j, const struct remark *r, const struct mentions *mentions)
{
	json_begin_object(j);
	json_key_number(j, "id", r->id.n);
	json_key_text(j, "kind", remark_kind_name(r->kind));
	if (r->to.n)
		json_key_number(j, "to", r->to.n);
	if (r->name)
		json_key_text(j, "author", r->name);
	json_key_text(j, "text", r->text);
	if (r->text)
		mention_json(j, "mentions", mentions);
	if (r->whom)
		json_key_text(j, "whom", r->whom);
	if (r->until)
		json_key_text(j, "until", day(j->out->arena, r->until));
	json_key_bool(j, "rises", r->rises);
	json_key_bool(j, "author_lets", r->author_lets);
	json_key_bool(j, "manager_lets", r->manager_lets);
	json_key_number(j, "at", r->at);
	if (r->changed_at)
		json_key_number(j, "changed_at", r->changed_at);
	json_key_bool(j, "struck", !r->text);
	json_end(j);
}
