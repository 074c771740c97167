#include "effect.h"

#include "text.h"

static const struct {
	const char *name;
	double success;
} effects[EFFECTS] = {
	[EFFECT_WORKED] = { "worked", 1 },
	[EFFECT_PARTLY] = { "partly", 0.5 },
	[EFFECT_FAILED] = { "failed", 0 },
};

const char *effect_name(enum effect e)
{
	return effects[e].name;
}

bool effect_parse(const char *name, enum effect *e)
{
	for (int i = 0; i < EFFECTS; i++)
		if (text_same(effects[i].name, name)) {
			*e = (enum effect)i;
			return true;
		}
	return false;
}

double effect_success(enum effect e)
{
	return effects[e].success;
}
