/* reach: how far a point or a story has come, and so who sees it (DESIGN §2). */
#ifndef BASE_REACH_H
#define BASE_REACH_H

enum reach {
	REACH_AUTHOR, /* draft, or withdrawn */
	REACH_TEAM,   /* submitted: the author's team and its manager */
	REACH_BRANCH, /* the team's roll-up closed: also the branch's managers */
	REACH_HQ,     /* the branch's roll-up closed: also headquarters and trainers */
	REACH_ALL,    /* in a bulletin or the playbook: everybody */
};

static inline const char *reach_name(enum reach reach)
{
	static const char *const names[] = { "author", "team", "branch", "hq", "all" };
	return names[reach];
}

#endif
