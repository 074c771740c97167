#include "change.h"

#include "base/text.h"
#include "person.h"
#include "report.h"
#include "rules/setting.h"

static const struct {
	const char *field, *word;
} words[] = {
	{ "name", N_("Named") },
	{ "email", N_("Email") },
	{ "unit", N_("Unit") },
	{ "roles", N_("Roles") },
	{ "code", N_("Code") },
	{ "parent", N_("Belongs to") },
	{ "task_counts", N_("An after-task reflection counts for its week") },
	{ "reports", N_("Daily reports") },
};

const char *change_word(const char *field)
{
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (text_same(words[i].field, field))
			return _(words[i].word);
	for (size_t i = 0; setting_at(i); i++)
		if (text_same(setting_at(i)->name, field))
			return _(setting_at(i)->label);
	return field;
}

const char *change_value(struct arena *a, const char *field, const char *value)
{
	if (!*value)
		return "–";
	if (text_same(field, "roles"))
		return person_role_words_of(a, value);
	if (text_same(field, "task_counts"))
		return *value == '1' ? _("yes") : _("no");
	enum report_use use;
	if (text_same(field, "reports") && report_use_parse(value, &use))
		return report_use_word(use);
	return value;
}
