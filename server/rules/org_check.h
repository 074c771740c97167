/* org_check: what may be a login, a unit's code, an e-mail address. */
#ifndef RULES_ORG_CHECK_H
#define RULES_ORG_CHECK_H

#include <stdbool.h>

bool org_check_login(const char *login); /* 2 to 40 of a-z 0-9 . _ - */
/* 1 to 40 letters of any script, digits . _ - and not dots alone: it stands in addresses. */
bool org_check_code(const char *code);
bool org_check_email(const char *email); /* plain ASCII, with a dot in the domain */

#endif
