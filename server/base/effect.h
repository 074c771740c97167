/* effect: what came of using something: it worked, partly, or it failed. */
#ifndef BASE_EFFECT_H
#define BASE_EFFECT_H

#include <stdbool.h>

enum effect { EFFECT_WORKED, EFFECT_PARTLY, EFFECT_FAILED };
#define EFFECTS 3

const char *effect_name(enum effect e); /* "worked", "partly", "failed": in the API, in files */
bool effect_parse(const char *name, enum effect *e);
/* Of one trial, how much of it was a success: 1, a half, 0. */
double effect_success(enum effect e);

#endif
