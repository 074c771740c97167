/* org: an import of the organisation, before and after: what it would change, in words. */
#ifndef VIEWS_ORG_H
#define VIEWS_ORG_H

#include "base/outcome.h"
#include "chrome.h"
#include "change.h"
#include "rules/org_apply.h"

struct org_import_view {
	const struct chrome *chrome;
	const char *pasted;
	struct faults faults;
};

struct org_plan_view {
	const struct chrome *chrome;
	const struct org_plan *plan;
	const char *file; /* as hidden field of the form that applies it */
	struct faults faults;
};

struct org_done_view {
	const struct chrome *chrome;
	const struct org_plan *plan;
	struct org_passwords passwords;
	const char *table; /* login,password lines */
};

const char *org_act_word(enum org_act act); /* added, changed … */
/* The kind of badge that shows it best: a class of the style sheet. */
const char *org_act_class(enum org_act act);
/* "team, Branch East", "sales rep, Team 1": what is behind the name of a step. */
const char *org_step_about(struct arena *a, const struct org_step *s);

/* The whole difference as lines of text: what the command line prints. */
void org_plan_print(struct out *o, const struct org_plan *plan);
void org_passwords_print(struct out *o, const struct org_passwords *passwords);

#endif
