/* token: a person's API tokens as their page and the administrator's show them. */
#ifndef WEB_TOKEN_H
#define WEB_TOKEN_H

#include "views/person.h"
#include "visit.h"

/* The valid ones first, then those that were revoked. */
struct person_tokens token_lines(struct visit *v, struct person_id person);

#endif
