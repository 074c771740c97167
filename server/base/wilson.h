/*
 * wilson: how sure one may be that something works, from how often it did.
 *
 * The lower end of Wilson's score interval for a share: E. B. Wilson, "Probable Inference, the Law
 *of Succession, and Statistical Inference", Journal of the American Statistical Association 22
 *(158), 1927, pages 209-212; at 95 % (z = 1.96). With p the share that succeeded out of n trials it
 *is
 *
 *	(p + z²/2n − z·√(p(1−p)/n + z²/4n²)) / (1 + z²/n)
 *
 * A raw share would let one success of one (bound 0.21) stand above nine of ten (0.60).
 *
 * A trial may count in part (a half: it worked partly; a person's mean over several uses). The
 * interval stays on the safe side then: a trial's outcome between 0 and 1 with mean p varies by
 * p(1−p) at most, which is what the formula takes it to vary by.
 */
#ifndef BASE_WILSON_H
#define BASE_WILSON_H

#include <stdint.h>

#define WILSON_WHOLE 1000000 /* what stands for a certain success */

/* In millionths, rounded down; 0 for no trials. 0 <= successes <= trials. */
int64_t wilson_lower(double successes, int64_t trials);

#endif
