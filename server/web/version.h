/* version: of something that two may edit: told by ETag, asked for by If-Match, refused with 412.
 */
#ifndef WEB_VERSION_H
#define WEB_VERSION_H

#include "visit.h"

void version_tell(struct visit *v, int64_t version); /* ETag: "3" */
/* The one that If-Match names: "3". Without it, or where any will do (*): `otherwise`. What is none
 * of ours equals no version that ever was. */
int64_t version_asked(const struct visit *v, int64_t otherwise);
/* 412 with both texts, so that a program can show them (DESIGN §8 "Input"). theirs NULL and version
 * 0: nothing is there. */
enum outcome version_stale(struct visit *v, int64_t version, const char *yours, const char *theirs);

#endif
