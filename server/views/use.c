#include "use.h"

#include "base/clock.h"
#include "base/text.h"

const char *use_place(enum use_noun noun)
{
	static const char *const places[] = { "points", "stories", "topics" };
	return places[noun];
}

struct url use_address(struct out *o, struct use_subject s, const char *behind)
{
	return (struct url){ arena_format(
		o->arena, "/%s/%ld%s", use_place(s.noun), (long)s.id, behind) };
}

bool use_chosen(const struct use_form *f, enum effect e)
{
	return text_same(f->effect ? f->effect : "", effect_name(e));
}

const char *use_effect_word(enum effect e)
{
	static const char *const words[EFFECTS] = { N_("It worked"), N_("It worked partly"),
		N_("It did not work") };
	return _(words[e]);
}

const char *use_who(struct out *o, const struct use *u)
{
	return u->name ? u->name : html_format(o, _("a member of %s"), u->unit_name);
}

static void add(struct out *o, const char *words)
{
	out_format(o, "%s%s", o->len ? _(", ") : "", words);
}

/* Where it was used: teams count; what people above teams used, by people. */
static const char *where(struct arena *a, const struct evidence *e)
{
	if (!e->teams)
		return arena_format(a, n_("used by one person", "used by %ld people", e->people),
			(long)e->people);
	const char *teams = arena_format(
		a, n_("used by one team", "used by %ld teams", e->teams), (long)e->teams);
	if (e->branches < 2)
		return teams;
	return arena_format(
		a, _("used by %1$ld teams in %2$ld branches"), (long)e->teams, (long)e->branches);
}

const char *use_effects_words(struct arena *a, const int64_t of_effect[EFFECTS])
{
	struct out how = out_new(a);
	long worked = (long)of_effect[EFFECT_WORKED], partly = (long)of_effect[EFFECT_PARTLY],
	     failed = (long)of_effect[EFFECT_FAILED];
	if (worked)
		add(&how, arena_format(a, n_("%ld worked", "%ld worked", worked), worked));
	if (partly)
		add(&how, arena_format(a, n_("%ld partly", "%ld partly", partly), partly));
	if (failed)
		add(&how, arena_format(a, n_("%ld failed", "%ld failed", failed), failed));
	return out_string(&how);
}

const char *use_evidence_words(struct arena *a, const struct evidence *e)
{
	if (!evidence_uses(e))
		return NULL;
	return arena_format(a, _("%1$s: %2$s"), where(a, e), use_effects_words(a, e->of_effect));
}

static const char *day_name(struct arena *a, int64_t day)
{
	int y, m, d;
	day_date(day, &y, &m, &d);
	return arena_format(a, "%04d-%02d-%02d", y, m, d);
}

void use_json(struct json_writer *j, const struct use *u)
{
	json_begin_object(j);
	json_key_number(j, "id", u->id.n);
	json_key_text(j, "effect", effect_name(u->effect));
	json_key_text(j, "text", u->text);
	if (u->conditions)
		json_key_text(j, "conditions", u->conditions);
	if (u->customer)
		json_key_text(j, "customer", u->customer);
	json_key_text(j, "day", day_name(j->out->arena, u->day));
	if (u->name) {
		json_key_text(j, "author", u->name);
		/* The very second could join it to what else its author did. */
		json_key_number(j, "at", u->at);
		if (u->changed_at)
			json_key_number(j, "changed_at", u->changed_at);
	}
	json_key_number(j, "unit", u->unit.n);
	if (u->own)
		json_key_bool(j, "anonymous", u->anonymous);
	json_end(j);
}

void use_json_evidence(struct json_writer *j, const struct evidence *e)
{
	json_key(j, "evidence");
	if (!evidence_uses(e)) {
		json_nothing(j);
		return;
	}
	json_begin_object(j);
	for (int i = 0; i < EFFECTS; i++)
		json_key_number(j, effect_name((enum effect)i), e->of_effect[i]);
	json_key_number(j, "people", e->people);
	json_key_number(j, "teams", e->teams);
	json_key_number(j, "branches", e->branches);
	json_key_number(j, "score", e->score);
	json_end(j);
}
