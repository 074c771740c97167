#include "audit.h"

#include <string.h>

#include "base/list.h"
#include "base/text.h"

/* What of the detail may be shown. */
enum shows { NOTHING, DETAIL, CHANGES, WEEK };

/* {what} {unit} {detail} are filled in. */
static const struct act {
	const char *noun, *action, *sentence;
	enum shows shows;
} acts[] = {
	{ "rollup", "close", N_("closed {detail} of {unit}"), WEEK },
	{ "rollup", "reopen", N_("opened {detail} of {unit} again"), WEEK },
	{ "point", "classify", N_("classified point {what}"), NOTHING },
	{ "point", "merge", N_("merged point {what} under another"), NOTHING },
	{ "point", "unmerge", N_("took point {what} out of a merger"), NOTHING },
	{ "point", "highlight", N_("flagged point {what} as a highlight"), NOTHING },
	{ "point", "unhighlight", N_("took the highlight off point {what}"), NOTHING },
	{ "point", "leave", N_("left point {what} out of its branch's texts"), NOTHING },
	{ "point", "unleave", N_("took back why point {what} was left out"), NOTHING },
	{ "point", "pick", N_("chose point {what} at headquarters"), NOTHING },
	{ "point", "unpick", N_("took point {what} out of headquarters' choice"), NOTHING },
	{ "point", "redact", N_("redacted point {what}"), NOTHING },
	{ "text", "redact", N_("took a text out of everything people wrote"), NOTHING },
	{ "reflection", "redact", N_("redacted reflection {what}"), NOTHING },
	{ "reflection", "withdraw", N_("withdrew reflection {what}"), NOTHING },
	{ "person", "excuse", N_("excused {what} for {detail}"), WEEK },
	{ "person", "unexcuse", N_("took back the excuse of {what} for {detail}"), WEEK },
	{ "reply", "add", N_("made answer {what} for all"), NOTHING },
	{ "reply", "change", N_("changed answer {what} for all"), NOTHING },
	{ "reply", "take_back", N_("withdrew answer {what} for all"), NOTHING },
	{ "reply", "publish", N_("gave answer {what} for all again"), NOTHING },
	{ "guide", "saved", N_("wrote a version of the guide on topic {what}"), NOTHING },
	{ "guide", "published", N_("gave out the guide on topic {what}"), NOTHING },
	{ "guide", "confirmed", N_("confirmed the guide on topic {what}"), NOTHING },
	{ "guide", "withdrawn", N_("withdrew the guide on topic {what}"), NOTHING },
	{ "guide", "handed_over", N_("gave the guide on topic {what} to another owner"), NOTHING },
	{ "path", "change", N_("changed the reading path"), NOTHING },
	{ "script", "change", N_("changed the oral version of story {what}"), NOTHING },
	{ "story", "publish", N_("published story {what}"), NOTHING },
	{ "story", "take_back", N_("took story {what} back"), NOTHING },
	{ "topic", "add", N_("added topic {what}"), NOTHING },
	{ "topic", "change", N_("changed topic {what}"), NOTHING },
	{ "topic", "accept", N_("accepted topic {what}"), NOTHING },
	{ "topic", "refuse", N_("refused topic {what}"), NOTHING },
	{ "topic", "rename", N_("renamed topic {what}"), NOTHING },
	{ "topic", "order", N_("put topic {what} in another place"), NOTHING },
	{ "topic", "merge", N_("merged topic {what} into another"), NOTHING },
	{ "person", "add", N_("added {what} ({detail}) to {unit}"), DETAIL },
	{ "person", "change", N_("changed {what}"), CHANGES },
	{ "person", "deactivate", N_("deactivated {what}"), NOTHING },
	{ "person", "reactivate", N_("reactivated {what}"), NOTHING },
	{ "person", "reset_password", N_("reset the password of {what}"), NOTHING },
	{ "person", "change_password", N_("changed the own password"), NOTHING },
	{ "person", "sign_out_everywhere", N_("ended all sessions of {what}"), NOTHING },
	{ "person", "name_deputy", N_("named {what} as deputy in {unit}"), NOTHING },
	{ "person", "dismiss_deputy", N_("dismissed {what} as deputy in {unit}"), NOTHING },
	{ "token", "add_token", N_("made an API token for {what}: {detail}"), DETAIL },
	{ "token", "revoke_token", N_("revoked an API token of {what}"), NOTHING },
	{ "person", "make_feed", N_("made a secret feed address for {what}"), NOTHING },
	{ "person", "revoke_feed", N_("revoked the secret feed address of {what}"), NOTHING },
	{ "destination", "add", N_("added destination {detail}"), DETAIL },
	{ "destination", "change", N_("changed destination {detail}"), DETAIL },
	{ "destination", "pause", N_("paused destination {detail}"), DETAIL },
	{ "destination", "resume", N_("sends to destination {detail} again"), DETAIL },
	{ "destination", "try", N_("sent a test message to destination {detail}"), DETAIL },
	{ "destination", "delete", N_("deleted destination {detail}"), DETAIL },
	{ "bulletin", "begin", N_("began bulletin {what}"), NOTHING },
	{ "bulletin", "discard", N_("threw away what was written of bulletin {what}"), NOTHING },
	{ "bulletin", "correct", N_("began to correct bulletin {what}"), NOTHING },
	{ "bulletin", "publish", N_("published bulletin {what}"), NOTHING },
	{ "unit", "add", N_("added unit {what} ({detail})"), DETAIL },
	{ "unit", "change", N_("changed unit {what}"), CHANGES },
	{ "unit", "close", N_("closed unit {what}"), NOTHING },
	{ "unit", "open", N_("opened unit {what} again"), NOTHING },
	{ "unit", "import", N_("imported a table of people and units: {detail}"), DETAIL },
	{ "unit", "set_up", N_("set up the organisation"), NOTHING },
	{ "unit", "reindex", N_("made the search index and all totals anew"), NOTHING },
	{ "setting", "change", N_("changed the settings"), CHANGES },
};

static const struct act *act_of(const struct audit_entry *e)
{
	for (size_t i = 0; i < sizeof acts / sizeof *acts; i++)
		if (text_same(acts[i].noun, e->noun) && text_same(acts[i].action, e->action))
			return &acts[i];
	return NULL;
}

struct filling {
	const char *what, *unit, *detail;
};

static const char *fill(struct arena *a, const char *sentence, const struct filling *f)
{
	const struct {
		const char *key, *value;
	} keys[] = { { "{what}", f->what }, { "{unit}", f->unit }, { "{detail}", f->detail } };
	struct out o = out_new(a);
	while (*sentence) {
		size_t i = 0;
		while (i < 3 && !text_starts(sentence, keys[i].key))
			i++;
		if (i < 3)
			out_text(&o, keys[i].value);
		else
			out_char(&o, *sentence);
		sentence += i < 3 ? strlen(keys[i].key) : 1;
	}
	return out_string(&o);
}

/* The week at the head of a detail: "2026-W47: a reason that is nobody else's business". */
static const char *week_of_detail(struct arena *a, const char *detail)
{
	return arena_copy(a, detail, strcspn(detail, ":"));
}

struct audit_line audit_line_of(struct arena *a, const struct audit_entry *e)
{
	const struct act *act = act_of(e);
	const char *detail = e->detail ? e->detail : "–";
	struct filling f = { .what = e->name ? e->name : arena_format(a, "%ld", (long)e->noun_id),
		.unit = e->unit_name ? e->unit_name : "–",
		.detail = "–" };
	if (act && act->shows == DETAIL)
		f.detail = detail;
	if (act && act->shows == WEEK)
		f.detail = week_of_detail(a, detail);
	struct audit_line line = { .who = e->person_name ? e->person_name : _("The command line"),
		.person = e->person.n };
	line.sentence = act ? fill(a, _(act->sentence), &f)
			    : arena_format(a, "%s %s %s", e->action, e->noun, f.what);
	if (act && act->shows == CHANGES)
		line.changes = change_parse(a, e->detail);
	return line;
}

struct audit_choices audit_choices_of(struct arena *a, const char *chosen)
{
	static const struct filling gaps = { "…", "…", "…" };
	struct audit_choices list = { 0 };
	for (size_t i = 0; i < sizeof acts / sizeof *acts; i++) {
		const char *value = arena_format(a, "%s/%s", acts[i].noun, acts[i].action);
		*LIST_ADD(a, &list) = (struct audit_choice){ value,
			fill(a, _(acts[i].sentence), &gaps), text_same(value, chosen) };
	}
	return list;
}
