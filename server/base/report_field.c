#include "report_field.h"

#include <string.h>
#include <strings.h>

#include "text.h"

static const struct {
	const char *name, *heading, *others[4];
	bool required;
} fields[REPORT_FIELDS] = {
	[REPORT_BACKGROUND] = { "background", "背景", { "Background" }, false },
	[REPORT_COURSE] = { "course", "经过", { "經過", "What happened", "Course" }, true },
	[REPORT_KEY] = { "key", "关键方面", { "關鍵方面", "关键", "What mattered", "Key" }, false },
	[REPORT_PROBLEM] = { "problem", "问题", { "問題", "Problem", "Problems" }, true },
	[REPORT_COUNTERMEASURE] = { "countermeasure", "对策", { "對策", "Countermeasure" }, false },
	[REPORT_EFFECT] = { "effect", "效果", { "Effect" }, false },
	[REPORT_IMPROVEMENT] = { "improvement", "改进", { "改進", "Improvement" }, false },
	[REPORT_OUTLOOK] = { "outlook", "风险或机会", { "風險或機會", "Risk or chance" }, false },
	[REPORT_NEXT] = { "next", "下一步", { "Next step", "Next" }, true },
	[REPORT_DECISION] = { "decision", "请示", { "請示", "Decision" }, false },
	[REPORT_HELP] = { "help", "求助", { "Ask", "Help" }, false },
};

static const struct {
	const char *name, *word;
} gifts[REPORT_GIFTS] = {
	[GIFT_INFORMATION] = { "information", "信息" },
	[GIFT_KNOWLEDGE] = { "knowledge", "知识" },
	[GIFT_EXPERIENCE] = { "experience", "经验" },
	[GIFT_COUNTERMEASURE] = { "countermeasure", "对策" },
	[GIFT_BELIEF] = { "belief", "信念" },
};

static const char *const uses[REPORT_USES] = {
	[REPORT_OFF] = "off",
	[REPORT_FIELD_DAYS] = "field",
	[REPORT_DAILY] = "daily",
};

const char *report_field_name(enum report_field f)
{
	return fields[f].name;
}

const char *report_field_heading(enum report_field f)
{
	return fields[f].heading;
}

bool report_field_required(enum report_field f)
{
	return fields[f].required;
}

/* Case aside, and without a colon at the end. */
static bool is_heading(const char *words, const char *heading)
{
	size_t len = strlen(heading);
	if (strncasecmp(words, heading, len) != 0)
		return false;
	const char *rest = words + len;
	return !*rest || text_same(rest, ":") || text_same(rest, "：");
}

bool report_field_of_heading(const char *words, enum report_field *f)
{
	for (int i = 0; i < REPORT_FIELDS; i++) {
		bool found = is_heading(words, fields[i].heading);
		for (size_t k = 0; k < 4 && fields[i].others[k]; k++)
			found |= is_heading(words, fields[i].others[k]);
		if (found) {
			*f = (enum report_field)i;
			return true;
		}
	}
	return false;
}

const char *report_gift_name(enum report_gift g)
{
	return gifts[g].name;
}

bool report_gift_parse(const char *name, enum report_gift *g)
{
	for (int i = 0; i < REPORT_GIFTS; i++)
		if (text_same(gifts[i].name, name) || text_same(gifts[i].word, name)) {
			*g = (enum report_gift)i;
			return true;
		}
	return false;
}

const char *report_use_name(enum report_use u)
{
	return uses[u];
}

bool report_use_parse(const char *name, enum report_use *u)
{
	for (int i = 0; i < REPORT_USES; i++)
		if (text_same(uses[i], name)) {
			*u = (enum report_use)i;
			return true;
		}
	return false;
}
