#include "chrome.h"

#include <string.h>

#include "base/text.h"

bool chrome_is_at(const struct chrome *c, const char *part)
{
	if (!c->path)
		return false;
	size_t len = strlen(part);
	if (text_same(part, "/"))
		return text_same(c->path, "/");
	return strncmp(c->path, part, len) == 0 && (c->path[len] == 0 || c->path[len] == '/');
}

bool chrome_is_here(const struct chrome *c, const char *page)
{
	return c->path && text_same(c->path, page);
}

static const struct {
	const char *said, *text;
} notes[] = {
	{ "remarked", N_("It stands under the point, and its author is told.") },
	{ "used", N_("Thank you. It stands here now, and its author is told.") },
	{ "use-changed", N_("Changed. What it counts for follows.") },
	{ "use-withdrawn", N_("Withdrawn. It counts no more.") },
	{ "answered", N_("Answered. Its author is told.") },
	{ "taken", N_("It stands in the form now, as a draft. Say it so that others can use it.") },
	{ "reported", N_("Handed in. Your team and its manager can read it now.") },
	{ "submitted", N_("Handed in. Your team can read it now.") },
	{ "changed", N_("Handed in again. The version before is kept.") },
	{ "frozen", N_("The team's week is closed, so the words stay as they are. Ask your manager "
		       "to reopen it, or write it into this week.") },
	{ "kept", N_("Nothing was changed: this is what is handed in.") },
	{ "discarded", N_("The draft is thrown away.") },
	{ "withdrawn", N_("Withdrawn. Nobody else sees it any more.") },
	{ "closed", N_("The week is closed. Its points have risen.") },
	{ "reopened", N_("The week is open again.") },
	{ "saved", N_("Saved.") },
	{ "met", N_("Made. Its people find it under Meetings.") },
	{ "called-off", N_("Called off.") },
	{ "discussed", N_("Kept. It is part of the point's way now.") },
	{ "to-write",
		N_("Whoever said it finds it in the weekly form, to be said and handed in.") },
	{ "wanted",
		N_("Asked for. Whoever owes the answer is told; without one it goes up a level.") },
	{ "opened", N_("Opened. Now say who takes part; they write about it under this name.") },
	{ "task-closed", N_("Closed. What was learnt stays here together.") },
	{ "reply-withdrawn", N_("Withdrawn. Only headquarters sees it now.") },
	{ "issued", N_("It is out: it waits on everybody's desk.") },
	{ "signed", N_("Signed for. Thank you for reading.") },
	{ "published", N_("Published: everybody can read it.") },
	{ "guide-saved", N_("Saved as a version. Everybody still reads what was given out.") },
	{ "guide-valid", N_("Noted: it is still valid. You are asked again in time.") },
	{ "guide-withdrawn", N_("Withdrawn. Only its owner, trainers and headquarters see it.") },
	{ "ticked", N_("Ticked off. Well read.") },
	{ "told", N_("Written down. Thank you for telling it.") },
	{ "taken-back", N_("It is a draft again: only its writers and trainers see it.") },
	{ "accepted",
		N_("Accepted: everybody sees the word in the map now. Who sees the points has not "
		   "changed.") },
	{ "topic-merged", N_("Merged. Everything that led to the other word leads here now.") },
	{ "topic-refused", N_("Refused. The points stay as they were.") },
	{ "signed-out", N_("You are signed out.") },
	{ "signed-out-everywhere", N_("All your sessions have ended.") },
	{ "begun", N_("Done. Now add branches and teams, or import them from a table.") },
	{ "added", N_("Added.") },
	{ "queued", N_("It is on its way. Look here again in a minute.") },
	{ "revoked", N_("Revoked. It does not work any more.") },
	{ "deactivated", N_("Deactivated. Sessions and tokens have ended.") },
	{ "reactivated", N_("Active again.") },
	{ "ended", N_("Signed out on all devices.") },
	{ "password", N_("Your password is changed. Other devices are signed out.") },
};

const char *chrome_note(const struct chrome *c)
{
	for (size_t i = 0; i < sizeof notes / sizeof *notes; i++)
		if (text_same(notes[i].said, c->said))
			return _(notes[i].text);
	return NULL;
}
