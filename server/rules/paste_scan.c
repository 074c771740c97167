#include "paste_scan.h"

#include <string.h>

#include "base/text.h"

int paste_scan_peek(const char *p, const char *end)
{
	return p < end ? text_rune(&p, end) : 0;
}

const char *paste_scan_skip(const char *p, const char *end)
{
	if (p < end)
		text_rune(&p, end);
	return p;
}

const char *paste_scan_blanks(const char *p, const char *end)
{
	while (p < end && rune_is_space(paste_scan_peek(p, end)))
		p = paste_scan_skip(p, end);
	return p;
}

const char *paste_scan_word(const char *p, const char *end, const char *word)
{
	size_t n = strlen(word);
	return (size_t)(end - p) >= n && strncasecmp(p, word, n) == 0 ? p + n : NULL;
}

bool paste_scan_is_one_of(int rune, const char *set)
{
	const char *end = set + strlen(set);
	while (set < end)
		if (text_rune(&set, end) == rune)
			return rune != 0;
	return false;
}

static int digit_value(int rune)
{
	static const char han[] = "一二三四五六七八九十";
	if (rune >= '0' && rune <= '9')
		return rune - '0';
	const char *p = han, *end = han + sizeof han - 1;
	for (int n = 1; p < end; n++)
		if (text_rune(&p, end) == rune)
			return n;
	return -1;
}

/* One or two digits, or a Chinese number up to 十. */
const char *paste_scan_number(const char *p, const char *end, int *n)
{
	int rune = paste_scan_peek(p, end), value = digit_value(rune);
	if (value < 0)
		return p;
	*n = value;
	p = paste_scan_skip(p, end);
	int next = paste_scan_peek(p, end);
	if (rune < 0x80 && next >= '0' && next <= '9') {
		*n = value * 10 + next - '0';
		p++;
	}
	return p;
}
