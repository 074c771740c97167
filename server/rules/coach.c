#include "coach.h"

#include <string.h>

#include "base/text.h"
#include "doors/i18n.h"

/* Any of these says it. Digits count as a time or an amount. */
static const char *const somebody[] = { "客户", "顾客", "老板", "经理", "采购", "师傅", "总",
	"先生", "女士", "小姐", "太太", "公司", "厂", "店", "他", "她", "同事", "司机", "老师",
	"家人", "customer", "client", "buyer", "owner", "manager", "she ", "he ", "they ", NULL };
static const char *const some_time[] = { "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "周",
	"天", "月", "上午", "下午", "早", "晚", "昨", "今", "那次", "上次", "第二", "之前", "以后",
	"年", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "day",
	"week", "month", "morning", "evening", "before", "after", NULL };
static const char *const next_time[] = { "下次", "以后", "今后", "下回", "再遇到", "应该", "要先",
	"先", "建议", "办法", "next time", "from now on", "should", "first", "instead", NULL };

static bool says(const char *text, const char *const *words)
{
	for (; *words; words++)
		if (strcasestr(text, *words))
			return true;
	return false;
}

struct strings coach_hints(struct arena *a, const struct point_text *p)
{
	struct strings hints = { 0 };
	const char *story = point_text_shown(a, p->body);
	const char *all = arena_format(a, "%s\n%s", p->headline, story);
	if (text_runes(story) < COACH_SHORT)
		*LIST_ADD(a, &hints) = _("Two or three sentences more and others can do the same: "
					 "which customer, what did you do, how did it end?");
	else if (!says(all, somebody))
		*LIST_ADD(a, &hints) = _("Who was it about? A customer, a colleague: say who, "
					 "without private data.");
	else if (!says(all, some_time))
		*LIST_ADD(a, &hints) =
			_("When was it, or how many? A day or a number makes it real.");
	if (p->kind == LESSON && hints.count < 2 && !says(all, next_time))
		*LIST_ADD(a, &hints) = _("What will you do next time? One sentence is enough.");
	return hints;
}
