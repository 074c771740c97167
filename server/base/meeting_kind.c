#include "meeting_kind.h"

#include "text.h"

static const char *const kinds[MEETING_KINDS] = { "morning", "weekly", "sharing", "task" };
static const char *const lengths[MEETING_LENGTHS] = { "quarter", "hour", "half-day", "day" };
static const int minutes[MEETING_LENGTHS] = { 15, 60, 180, 360 };
static const char *const questions[QUESTIONS] = { "valuable", "strong", "problem", "hardest",
	"ability", "obstacles" };
static const char *const outcomes[TASK_OUTCOMES] = { "success", "mixed", "failure" };
static const char *const results[STEP_RESULTS] = { "done", "partly", "not" };

static bool find(const char *const *names, int count, const char *name, int *at)
{
	for (*at = 0; *at < count; (*at)++)
		if (text_same(names[*at], name))
			return true;
	return false;
}

/* *to stays as it was where the name is none. */
#define PARSE(names, count, name, to, type)                                                        \
	int at;                                                                                    \
	bool found = find((names), (count), (name), &at);                                          \
	if (found)                                                                                 \
		*(to) = (enum type)at;                                                             \
	return found

const char *meeting_kind_name(enum meeting_kind k)
{
	return kinds[k];
}

bool meeting_kind_parse(const char *name, enum meeting_kind *k)
{
	PARSE(kinds, MEETING_KINDS, name, k, meeting_kind);
}

const char *meeting_length_name(enum meeting_length l)
{
	return lengths[l];
}

bool meeting_length_parse(const char *name, enum meeting_length *l)
{
	PARSE(lengths, MEETING_LENGTHS, name, l, meeting_length);
}

int meeting_length_minutes(enum meeting_length l)
{
	return minutes[l];
}

const char *question_name(enum question q)
{
	return questions[q];
}

bool question_parse(const char *name, enum question *q)
{
	PARSE(questions, QUESTIONS, name, q, question);
}

const char *task_outcome_name(enum task_outcome o)
{
	return outcomes[o];
}

bool task_outcome_parse(const char *name, enum task_outcome *o)
{
	PARSE(outcomes, TASK_OUTCOMES, name, o, task_outcome);
}

const char *step_result_name(enum step_result r)
{
	return results[r];
}

bool step_result_parse(const char *name, enum step_result *r)
{
	PARSE(results, STEP_RESULTS, name, r, step_result);
}
