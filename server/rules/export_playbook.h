/*
 * export_playbook: the playbook as files:
 *
 *	guides/报价.md, guides/drafts/报价.md   a guide as everybody reads it; what is not given out
 *	stories/scripts/3.md                   the oral version of a story
 *	path.csv, path_ticks.csv, tellings.csv the reading path, who has read what, who told what
 */
#ifndef RULES_EXPORT_PLAYBOOK_H
#define RULES_EXPORT_PLAYBOOK_H

#include "export_tables.h"

bool export_playbook(struct export *e);

#endif
