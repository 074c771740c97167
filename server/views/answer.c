#include "answer.h"

const char *answer_wait_words(struct arena *a, int64_t seconds)
{
	long hours = (long)((seconds + 1800) / 3600), days = (hours + 12) / 24;
	if (hours < 1)
		return _("within the hour");
	if (hours < 48)
		return arena_format(a, n_("%ld hour", "%ld hours", hours), hours);
	return arena_format(a, n_("%ld day", "%ld days", days), days);
}
