#include "meeting_words.h"

#include "base/clock.h"
#include "doors/i18n.h"

static const char *const kinds[MEETING_KINDS] = {
	[MEETING_MORNING] = N_("Morning meeting"),
	[MEETING_WEEKLY] = N_("Weekly meeting"),
	[MEETING_SHARING] = N_("Sharing session"),
	[MEETING_TASK] = N_("Task review"),
};
static const char *const lengths[MEETING_LENGTHS] = {
	[LENGTH_QUARTER] = N_("a quarter of an hour"),
	[LENGTH_HOUR] = N_("one hour"),
	[LENGTH_HALF_DAY] = N_("half a day"),
	[LENGTH_DAY] = N_("a whole day"),
};
static const struct {
	const char *word, *hint;
} questions[QUESTIONS] = {
	[QUESTION_VALUABLE] = { N_("What was the most valuable experience?"),
		N_("What was done, and why it worked; others should be able to do it too") },
	[QUESTION_STRONG] = { N_("How do strong and weak teams differ?"),
		N_("What do those do daily who sell more?") },
	[QUESTION_PROBLEM] = { N_("What is the biggest problem today?"),
		N_("One, with a customer or a figure to it") },
	[QUESTION_HARDEST] = { N_("What is hardest?"),
		N_("At which step does it get stuck most often?") },
	[QUESTION_ABILITY] = { N_("Which ability is lacking most?"),
		N_("What one should be able to do, in a few words") },
	[QUESTION_OBSTACLES] = { N_("What stands in the way of better results?"),
		N_("What others have to clear away can be asked for at once") },
};
static const char *const outcomes[TASK_OUTCOMES] = {
	[TASK_SUCCESS] = N_("Success"),
	[TASK_MIXED] = N_("Partly a success"),
	[TASK_FAILURE] = N_("Failure"),
};
static const char *const results[STEP_RESULTS] = {
	[STEP_DONE] = N_("Done"),
	[STEP_PARTLY] = N_("Partly"),
	[STEP_NOT] = N_("Not done"),
};

const char *meeting_kind_word(enum meeting_kind k)
{
	return _(kinds[k]);
}

const char *meeting_length_word(enum meeting_length l)
{
	return _(lengths[l]);
}

const char *question_word(enum question q)
{
	return _(questions[q].word);
}

const char *question_hint(enum question q)
{
	return _(questions[q].hint);
}

const char *task_outcome_word(enum task_outcome o)
{
	return _(outcomes[o]);
}

const char *step_result_word(enum step_result r)
{
	return _(results[r]);
}

const char *meeting_day_words(struct arena *a, int64_t day)
{
	static const char *const names[] = { N_("Thursday"), N_("Friday"), N_("Saturday"),
		N_("Sunday"), N_("Monday"), N_("Tuesday"), N_("Wednesday") };
	int y, m, d;
	day_date(day, &y, &m, &d);
	/* Translators: year, month, day, day of the week. */
	return arena_format(a, _("%d-%02d-%02d %s"), y, m, d, _(names[(day % 7 + 7) % 7]));
}
