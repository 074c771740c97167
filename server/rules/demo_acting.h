/* demo_acting: who does an event of the sample, and what they do. For demo_act.c. */
#ifndef RULES_DEMO_ACTING_H
#define RULES_DEMO_ACTING_H

#include "demo_event.h"

struct demo_acting {
	struct work work; /* at the event's moment, for the person who acts */
	struct demo_plan *plan;
};

typedef enum outcome demo_act(struct demo_acting *act, const struct demo_event *event);

void demo_acting_be(struct demo_acting *act, const struct demo_person *person);
/* Becomes the manager of a unit; a team without one is its branch manager's. */
void demo_acting_be_manager(struct demo_acting *act, size_t unit);
void demo_acting_be_first(struct demo_acting *act, enum role role); /* the first who holds it */

demo_act demo_write_entry, demo_write_draft; /* demo_write.c */
demo_act demo_distil_week;                   /* demo_distil.c */
demo_act demo_manage_excuse, demo_manage_classify, demo_manage_flag, demo_manage_distil,
	demo_manage_pick, demo_manage_close, demo_manage_leave;    /* demo_manage.c */
demo_act demo_report_choose, demo_report_write, demo_report_share; /* demo_report.c */
demo_act demo_say, demo_say_climb;                                 /* demo_say.c */
enum outcome demo_use_all(struct demo_acting *act);      /* demo_use.c: behind all events */
enum outcome demo_playbook_all(struct demo_acting *act); /* demo_playbook.c: likewise */
/* The first point made of the sample's of this key that who acts can see; 0: none. */
struct point_id demo_story_point(struct demo_acting *act, const char *key);
demo_act demo_issue;                                     /* demo_issue.c */
demo_act demo_story_write;                               /* demo_story.c */
demo_act demo_meet_hold, demo_meet_plan, demo_meet_task; /* demo_meet.c */
demo_act demo_meet_decide, demo_meet_thank;              /* demo_meet_ask.c */

#endif
