#include "paste_marks.h"

#include <string.h>

#include "base/text.h"
#include "rules/paste_list.h"
#include "rules/paste_scan.h"

#define MOST_DECORATIONS 6 /* marks before a heading's word */
#define COUNT(table)     (sizeof(table) / sizeof *(table))

static const char *skip_any(const char *p, const char *end, const char *const *words, size_t n)
{
	for (size_t i = 0; i < n;) {
		const char *q = paste_scan_word(p, end, words[i]);
		i = q ? 0 : i + 1;
		p = q ? q : p;
	}
	return p;
}

bool paste_mark_may_follow(int rune)
{
	return rune_is_space(rune) || paste_scan_is_one_of(rune, "。；;！!？?：:，,、…】）)]");
}

static const struct {
	const char *word;
	enum kind kind;
	bool alone; /* a common word: a heading only on a line of its own, or in 【】 */
} names[] = {
	{ "经验教训", EXPERIENCE, true }, /* both: no heading of either; see below */
	{ "experiences", EXPERIENCE, false },
	{ "experience", EXPERIENCE, false },
	{ "what went well", EXPERIENCE, true },
	{ "lessons learned", LESSON, false },
	{ "lessons", LESSON, false },
	{ "lesson", LESSON, false },
	{ "成功经验", EXPERIENCE, false },
	{ "经验", EXPERIENCE, false },
	{ "經驗", EXPERIENCE, false },
	{ "做得好的", EXPERIENCE, false },
	{ "做的好的", EXPERIENCE, false },
	{ "做得好", EXPERIENCE, false },
	{ "亮点", EXPERIENCE, true },
	{ "心得", EXPERIENCE, true },
	{ "收获", EXPERIENCE, true },
	{ "教训", LESSON, false },
	{ "教訓", LESSON, false },
	{ "做得不好的", LESSON, false },
	{ "做的不好的", LESSON, false },
	{ "做得不好", LESSON, false },
	{ "做得不够的", LESSON, false },
	{ "没做好的", LESSON, false },
	{ "不足", LESSON, true },
	{ "失误", LESSON, true },
	{ "问题", LESSON, true },
	{ "待改进", LESSON, true },
	{ "反思", LESSON, true },
};

static const char *const before_name[] = { "本周", "这周", "上周", "今天", "今日", "我的", "主要",
	"工作", "三点", "两点", "一点", "几点", "三条", "两条", "几条", "3点", "2点", "3条", "2条",
	"的", " " };
static const char *const behind_name[] = { "总结", "分享", "如下", "方面", "的地方", "之处", "有",
	"三点", "两点", "几点", "一点", "三条", "两条", "3点", "2点", " " };

/* What decorates a heading: #, stars, brackets, emoji, a number. */
static const char *skip_decoration(const char *p, const char *end, bool *bracket)
{
	const char *was = NULL;
	for (int n = 0; was != p && n < MOST_DECORATIONS; n++) {
		was = p;
		struct paste_mark none = { 0 };
		p = paste_scan_blanks(p, end);
		while (p < end && (*p == '#' || *p == '*'))
			p++;
		if (paste_scan_is_one_of(paste_scan_peek(p, end), "【[「『《")) {
			*bracket = true;
			p = paste_scan_skip(p, end);
		} else if (paste_list_bullet(p, end, &none)) {
			p += none.len;
		} else if (paste_list_number(p, end, true, &none)) {
			p += none.len;
		}
	}
	return p;
}

/* What may follow the name: words, a number, the closing bracket, a colon. */
static const char *heading_end(
	const char *p, const char *end, bool bracket, bool line_start, bool alone, int *number)
{
	p = skip_any(p, end, behind_name, COUNT(behind_name));
	struct paste_mark m = { 0 };
	if (paste_list_closed(p, end, &m)) {
		*number = m.number;
		p += m.len;
	} else {
		p = paste_scan_number(p, end, number);
	}
	p = paste_scan_blanks(p, end);
	bool closed = false, colon = false;
	for (int rune;
		(rune = paste_scan_peek(p, end)) && paste_scan_is_one_of(rune, "】]」』》*:：#");
		p = paste_scan_skip(p, end)) {
		closed |= bracket && paste_scan_is_one_of(rune, "】]」』》");
		colon |= rune == ':' || rune == 0xFF1A;
	}
	if (*number && !colon && paste_scan_is_one_of(paste_scan_peek(p, end), "、.．，,")) {
		p = paste_scan_skip(p, end);
		colon = true;
	}
	p = paste_scan_blanks(p, end);
	bool own_line = line_start && p == end;
	return own_line || closed || (colon && !alone) ? p : NULL;
}

static bool heading_at(const char *p, const char *end, bool line_start, struct paste_mark *m)
{
	bool bracket = false;
	const char *q = line_start || paste_scan_is_one_of(paste_scan_peek(p, end), "【[")
				? skip_decoration(p, end, &bracket)
				: p;
	q = skip_any(q, end, before_name, COUNT(before_name));
	for (size_t i = 0; i < COUNT(names); i++) {
		const char *behind = paste_scan_word(q, end, names[i].word);
		if (!behind)
			continue;
		if (i == 0)
			return false;
		int number = 0;
		const char *stop =
			heading_end(behind, end, bracket, line_start, names[i].alone, &number);
		if (!stop)
			continue;
		*m = (struct paste_mark){ PASTE_HEADING, (size_t)(stop - p), number, 0, true,
			names[i].kind };
		return true;
	}
	return false;
}

bool paste_mark_at(const char *p, const char *end, bool line_start, struct paste_mark *m)
{
	*m = (struct paste_mark){ 0 };
	if (heading_at(p, end, line_start, m))
		return true;
	*m = (struct paste_mark){ 0 };
	if (!paste_list_number(p, end, line_start, m)) {
		*m = (struct paste_mark){ 0 };
		if (!line_start || !paste_list_bullet(p, end, m))
			return false;
	}
	m->len = (size_t)(paste_scan_blanks(p + m->len, end) - p);
	return true;
}
