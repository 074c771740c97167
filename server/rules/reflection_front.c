#include "reflection_front.h"

#include "base/text.h"
#include "doors/i18n.h"

struct taking {
	struct arena *arena;
	const struct reflection_rules *rules;
	struct reflection_text *out;
	struct faults *faults;
};

static void value_fault(struct taking *t, const struct yaml_entry *e, const char *message)
{
	if (e->count)
		fault_add_at(t->faults, e->items[0].line, e->items[0].column, message);
	else
		fault_add_at(t->faults, e->line, e->column, message);
}

/* Why nothing is taken for this week, or NULL. */
static const char *refusal(const struct taking *t, struct week w)
{
	struct week now = t->rules->now;
	if (w.n > now.n)
		return arena_format(t->arena, _("This week has not begun: it is %s now."),
			week_name(t->arena, now));
	struct week earliest = { now.n - REFLECTION_WEEKS_BACK };
	if (t->rules->any_week || w.n >= earliest.n)
		return NULL;
	return arena_format(t->arena, _("This week is too long ago: %s is the earliest."),
		week_name(t->arena, earliest));
}

static void take_week(struct taking *t, const struct yaml_entry *e)
{
	struct week w;
	const char *text = front_text(t->arena, e, t->faults);
	if (e->is_list)
		return;
	if (!week_parse(text, &w)) {
		value_fault(t, e, _("Write the week like 2026-W47: the year, -W, and two digits."));
		return;
	}
	t->out->has_week = true;
	t->out->week = w;
	if (t->rules->task_only)
		value_fault(t, e,
			_("Only reflections after a task are taken here: write task: and its "
			  "name."));
	else if (t->rules->has_expected && w.n != t->rules->expected.n)
		value_fault(t, e,
			arena_format(t->arena,
				_("The address says %s: write the same week here, or delete this "
				  "line."),
				week_name(t->arena, t->rules->expected)));
	else if (refusal(t, w))
		value_fault(t, e, refusal(t, w));
}

static void take_task(struct taking *t, const struct yaml_entry *e)
{
	const char *text = front_text(t->arena, e, t->faults);
	if (e->is_list)
		return;
	if (!*text)
		value_fault(t, e, _("Write the name of the task behind the colon."));
	else if (text_runes(text) > REFLECTION_MAX_TASK)
		value_fault(
			t, e, _("The name of the task is too long: 100 characters is the most."));
	if (t->rules->has_expected)
		value_fault(t, e,
			arena_format(t->arena,
				_("The address is that of the week %s: delete this line, or send "
				  "the text "
				  "as a reflection after a task."),
				week_name(t->arena, t->rules->expected)));
	t->out->task = text;
}

static void take_author(struct taking *t, const struct yaml_entry *e)
{
	const char *text = front_text(t->arena, e, t->faults);
	if (!t->rules->author_allowed)
		fault_add_at(t->faults, e->line, e->column,
			_("Only an import may name the author: delete this line."));
	else if (!*text && !e->is_list)
		value_fault(t, e, _("Write the author's sign-in name behind the colon."));
	else
		t->out->author = text;
}

static const struct {
	const char *name;
	void (*take)(struct taking *, const struct yaml_entry *);
} keys[] = {
	{ "week", take_week },
	{ "task", take_task },
	{ "author", take_author },
};

static void take(struct taking *t, const struct yaml_entry *e)
{
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
		if (text_same(e->name, keys[i].name)) {
			keys[i].take(t, e);
			return;
		}
	fault_add_at(t->faults, e->line, e->column,
		arena_format(
			t->arena, _("“%s” is not known here: only week and task are."), e->name));
}

void reflection_front_take(struct arena *a, const struct front *f,
	const struct reflection_rules *rules, struct reflection_text *out, struct faults *faults)
{
	struct taking t = { a, rules, out, faults };
	size_t before = faults->count;
	LIST_EACH (const struct yaml_entry, e, &f->map)
		if (yaml_find(&f->map, e->name) == e) /* a second one is a fault already */
			take(&t, e);
	const struct yaml_entry *week = yaml_find(&f->map, "week");
	const struct yaml_entry *task = yaml_find(&f->map, "task");
	if (week && task)
		fault_add_at(faults, task->line, task->column,
			_("A reflection is on a week or on a task: delete one of the two lines."));
	if (week || task || f->faulty || faults->count > before)
		return;
	if (rules->has_expected) {
		out->has_week = true;
		out->week = rules->expected;
		if (refusal(&t, out->week)) /* the address said it */
			fault_add_at(faults, 1, 1, refusal(&t, out->week));
	} else if (rules->task) {
		out->task = rules->task;
	} else {
		fault_add_at(faults, 1, 1,
			_("Say what this is on: put the lines ---, week: 2026-W47 (or task: and "
			  "its name), "
			  "--- at the top."));
	}
}
