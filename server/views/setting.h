/* setting: the organisation's settings as a form. */
#ifndef VIEWS_SETTING_H
#define VIEWS_SETTING_H

#include "base/outcome.h"
#include "chrome.h"
#include "rules/setting.h"

struct setting_line {
	const struct setting *setting;
	const char *value;
};
struct setting_lines {
	struct setting_line *items;
	size_t count, room;
};
struct setting_view {
	const struct chrome *chrome;
	struct setting_lines lines;
	struct faults faults;
};

#endif
