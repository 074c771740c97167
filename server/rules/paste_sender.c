#include "paste_sender.h"

#include <string.h>

#include "base/text.h"

#define LONGEST 40 /* characters of a line with a name and a time */

static bool digit(const char *p, const char *end)
{
	return p < end && *p >= '0' && *p <= '9';
}

static size_t digits(const char *p, const char *end)
{
	size_t n = 0;
	while (digit(p + n, end))
		n++;
	return n;
}

/* What a line says of a date: 2026/11/20, 11-20, 11月20日, 昨天, 星期三, 下午. Returns where it
 * ends, or p. */
static const char *skip_date(const char *p, const char *end)
{
	static const char *const words[] = { "昨天", "今天", "前天", "星期一", "星期二", "星期三",
		"星期四", "星期五", "星期六", "星期日", "星期天", "周一", "周二", "周三", "周四",
		"周五", "周六", "周日", "上午", "下午", "晚上", "凌晨", "早上", "中午", "傍晚",
		"AM", "PM" };
	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		size_t n = strlen(words[i]);
		if ((size_t)(end - p) >= n && memcmp(p, words[i], n) == 0)
			return p + n;
	}
	const char *q = p;
	int numbers = 0;
	for (size_t n; (n = digits(q, end)) > 0 && n <= 4; numbers++) {
		const char *mark = q + n;
		static const char *const between[] = { "年", "月", "日", "-", "/", "." };
		size_t size = 0;
		for (size_t i = 0; i < sizeof between / sizeof *between && !size; i++)
			if ((size_t)(end - mark) >= strlen(between[i]) &&
				memcmp(mark, between[i], strlen(between[i])) == 0)
				size = strlen(between[i]);
		q = mark + size;
		if (!size) {
			numbers++;
			break;
		}
	}
	return numbers >= 2 ? q : p;
}

static const char *skip_time(const char *p, const char *end)
{
	size_t hour = digits(p, end);
	if (hour == 0 || hour > 2 || p + hour == end || p[hour] != ':')
		return p;
	const char *q = p + hour + 1;
	if (digits(q, end) != 2)
		return p;
	q += 2;
	if (q < end && *q == ':' && digits(q + 1, end) == 2)
		q += 3;
	return q;
}

static const char *skip_space(const char *p, const char *end)
{
	while (p < end && (*p == ' ' || *p == '\t' || *p == '[' || *p == ']' || *p == '-'))
		p++;
	for (size_t n = strlen("—"); (size_t)(end - p) >= n && memcmp(p, "—", n) == 0;)
		p += n;
	return p < end && *p == ' ' ? skip_space(p, end) : p;
}

static bool fits(const char *line, const char *end)
{
	size_t runes = 0;
	for (const char *p = line; p < end; runes++) {
		int rune = text_rune(&p, end);
		if (rune_is_cjk_punct(rune) && rune != 0x2014 && rune != 0x00B7)
			return false;
	}
	return runes <= LONGEST;
}

bool paste_sender_is(const char *line, const char *end, bool alone)
{
	bool date = false, time = false;
	if (!fits(line, end))
		return false;
	while (end > line && (end[-1] == ' ' || end[-1] == '\t'))
		end--;
	const char *p = skip_space(line, end);
	bool ruled = text_starts(line, "——") || text_starts(line, "--");
	while (p < end) {
		const char *day = skip_date(p, end), *hour = skip_time(p, end);
		if (day == p && hour == p) {
			if (date || time) /* the name may come last: `[10:32] 王强:` */
				return time && end[-1] == ':';
			text_rune(&p, end);
			continue;
		}
		time |= hour > p;
		date |= hour == p;
		p = skip_space(hour > p ? hour : day, end);
	}
	return (time && (alone || date)) || (date && ruled);
}
