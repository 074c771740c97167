/*
 * export_talk: remarks, asks with their paths, the clocks of answers and deputies as tables; daily
 * reports and answers for all as Markdown, a file each:
 *
 *	reports/2026-11-24/wanglei.md      answers-for-all/3.md
 */
#ifndef RULES_EXPORT_TALK_H
#define RULES_EXPORT_TALK_H

#include "export_tables.h"

bool export_talk(struct export *e);

#endif
