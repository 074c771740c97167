#include "me.h"

static const char *const zones[] = { "Asia/Shanghai", "Asia/Urumqi", "Asia/Hong_Kong",
	"Asia/Taipei", "Asia/Singapore", "Asia/Tokyo", "Asia/Seoul", "Asia/Bangkok", "Asia/Jakarta",
	"Asia/Kolkata", "Asia/Dubai", "Europe/Moscow", "Europe/Berlin", "Europe/London",
	"America/Sao_Paulo", "America/New_York", "America/Chicago", "America/Los_Angeles",
	"Australia/Sydney", "UTC" };

const struct me_zones me_zones = { zones, sizeof zones / sizeof *zones };
