#include "agenda.h"

#include "doors/i18n.h"

/* Of a hundred. */
static const int shares[MEETING_KINDS][AGENDA_PARTS] = {
	[MEETING_MORNING] = { [AGENDA_AGREED] = 20,
		[AGENDA_DEEP] = 35,
		[AGENDA_QUESTIONS] = 15,
		[AGENDA_ASKS] = 20,
		[AGENDA_CLOSING] = 10 },
	[MEETING_WEEKLY] = { [AGENDA_AGREED] = 10,
		[AGENDA_POINTS] = 15,
		[AGENDA_DEEP] = 40,
		[AGENDA_QUESTIONS] = 20,
		[AGENDA_ASKS] = 10,
		[AGENDA_CLOSING] = 5 },
	[MEETING_SHARING] = { [AGENDA_AGREED] = 5,
		[AGENDA_POINTS] = 15,
		[AGENDA_DEEP] = 60,
		[AGENDA_QUESTIONS] = 15,
		[AGENDA_CLOSING] = 5 },
	[MEETING_TASK] = { [AGENDA_AGREED] = 5,
		[AGENDA_TASK] = 30,
		[AGENDA_POINTS] = 10,
		[AGENDA_DEEP] = 25,
		[AGENDA_QUESTIONS] = 20,
		[AGENDA_ASKS] = 5,
		[AGENDA_CLOSING] = 5 },
};
static const int breaks[MEETING_LENGTHS] = { [LENGTH_HALF_DAY] = 15, [LENGTH_DAY] = 90 };
static const int grain[MEETING_LENGTHS] = { 1, 5, 5, 10 };

static const char *const words[AGENDA_PARTS] = {
	[AGENDA_AGREED] = N_("What was agreed last time"),
	[AGENDA_TASK] = N_("The task: plan, course, outcome"),
	[AGENDA_POINTS] = N_("The week's points"),
	[AGENDA_DEEP] = N_("In depth"),
	[AGENDA_QUESTIONS] = N_("The questions"),
	[AGENDA_ASKS] = N_("Open asks"),
	[AGENDA_BREAK] = N_("Break"),
	[AGENDA_CLOSING] = N_("Who does what until when"),
};

struct agenda agenda_of(
	enum meeting_kind kind, enum meeting_length length, const bool there[AGENDA_PARTS])
{
	struct agenda a = { 0 };
	int whole = 0, total = meeting_length_minutes(length) - breaks[length], left = total;
	size_t longest = 0;
	for (int i = 0; i < AGENDA_PARTS; i++)
		whole += there[i] ? shares[kind][i] : 0;
	for (int i = 0; i < AGENDA_PARTS; i++) {
		int minutes = there[i] && shares[kind][i] ? total * shares[kind][i] / whole : 0;
		minutes -= minutes % grain[length];
		if (i == AGENDA_BREAK && breaks[length])
			a.items[a.count++] = (struct agenda_item){ AGENDA_BREAK, breaks[length] };
		if (!there[i] || !shares[kind][i])
			continue;
		minutes = minutes ? minutes : grain[length];
		left -= minutes;
		a.items[a.count++] = (struct agenda_item){ (enum agenda_part)i, minutes };
		if (minutes > a.items[longest].minutes || a.items[longest].part == AGENDA_BREAK)
			longest = a.count - 1;
	}
	if (a.count)
		a.items[longest].minutes += left;
	return a;
}

bool agenda_asks(enum meeting_kind kind, enum meeting_length length, enum question q)
{
	if (length >= LENGTH_HALF_DAY || (kind == MEETING_WEEKLY && length == LENGTH_HOUR))
		return true;
	if (kind == MEETING_SHARING)
		return q == QUESTION_VALUABLE || q == QUESTION_STRONG || q == QUESTION_ABILITY;
	if (kind == MEETING_TASK)
		return q == QUESTION_VALUABLE || q == QUESTION_HARDEST || q == QUESTION_OBSTACLES;
	return q == QUESTION_PROBLEM || (length == LENGTH_HOUR && q == QUESTION_HARDEST);
}

const char *agenda_word(enum agenda_part part)
{
	return _(words[part]);
}
