#include "wilson.h"

#include <assert.h>
#include <math.h>

int64_t wilson_lower(double successes, int64_t trials)
{
	const double z = 1.96, n = (double)trials;
	assert(trials >= 0 && successes >= 0 && successes <= n);
	if (!trials)
		return 0;
	double p = successes / n, middle = p + z * z / (2 * n);
	double spread = z * sqrt(p * (1 - p) / n + z * z / (4 * n * n));
	double lower = (middle - spread) / (1 + z * z / n);
	return lower > 0 ? (int64_t)(lower * WILSON_WHOLE) : 0;
}
