#include "remark_kind.h"

#include <string.h>

static const struct {
	const char *name, *deed;
} kinds[REMARK_KINDS] = {
	[REMARK_COMMENT] = { "comment", "commented" },
	[REMARK_WHY] = { "why", "asked" },
	[REMARK_ANSWER] = { "answer", "explained" },
	[REMARK_ADVICE] = { "advice", "advised" },
};

const char *remark_kind_name(enum remark_kind k)
{
	return kinds[k].name;
}

const char *remark_kind_deed(enum remark_kind k)
{
	return kinds[k].deed;
}

bool remark_kind_parse(const char *name, enum remark_kind *k)
{
	for (int i = 0; i < REMARK_KINDS; i++)
		if (strcmp(kinds[i].name, name) == 0) {
			*k = (enum remark_kind)i;
			return true;
		}
	return false;
}
