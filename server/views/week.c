#include "week.h"

#include "doors/i18n.h"

const char *week_words(struct arena *a, struct week w)
{
	int year, number;
	week_year(w, &year, &number);
	/* Translators: week, then year. */
	return arena_format(a, _("week %1$d of %2$d"), number, year);
}

const char *week_short(struct arena *a, struct week w)
{
	int year, number;
	week_year(w, &year, &number);
	return arena_format(a, _("week %d"), number);
}

const char *week_days_words(struct arena *a, struct week w)
{
	struct local monday, sunday;
	week_days(w, &monday, &sunday);
	/* Translators: month and day of Monday, month and day of Sunday. */
	return arena_format(
		a, _("%d/%d – %d/%d"), monday.month, monday.day, sunday.month, sunday.day);
}
