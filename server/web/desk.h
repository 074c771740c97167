/* desk: its parts. For web/desk*.c. */
#ifndef WEB_DESK_H
#define WEB_DESK_H

#include "views/desk.h"
#include "visit.h"

enum { DESK_WEEKS_BACK = 8 };

void desk_add_managing(struct visit *v, struct desk_view *view);

/* Guides of mine that are to be looked at again. */
void desk_add_playbook(struct visit *v, struct desk_view *view);

/* What waits for a signature, and what is to be issued. */
void desk_add_bulletins(struct visit *v, struct desk_view *view);

#endif
