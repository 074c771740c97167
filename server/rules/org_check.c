#include "org_check.h"

#include <string.h>

#include "base/text.h"

bool org_check_login(const char *login)
{
	size_t len = strlen(login);
	return len >= 2 && len <= 40 &&
	       strspn(login, "abcdefghijklmnopqrstuvwxyz0123456789._-") == len;
}

bool org_check_code(const char *code)
{
	size_t runes = text_runes(code);
	for (const char *p = code, *end = code + strlen(code); p < end;) {
		int rune = text_rune(&p, end);
		bool ascii = (rune >= '0' && rune <= '9') ||
			     ((rune | 32) >= 'a' && (rune | 32) <= 'z') || rune == '.' ||
			     rune == '_' || rune == '-';
		if (rune < 128 ? !ascii
			       : rune_is_space(rune) || rune_is_private(rune) ||
					 rune_is_cjk_punct(rune))
			return false;
	}
	return runes >= 1 && runes <= 40 && strspn(code, ".") != strlen(code);
}

bool org_check_email(const char *email)
{
	size_t len = strlen(email), before = strcspn(email, "@");
	if (len > 254 || before == 0 || before > 64 || before + 1 >= len)
		return false;
	for (const char *p = email; *p; p++) {
		if (*p <= ' ' || *p > '~' || strchr("\"(),:;<>[\\]", *p))
			return false;
	}
	const char *domain = email + before + 1;
	size_t n = strlen(domain);
	return strchr(domain, '.') && !strchr(domain, '@') && !strstr(email, "..") &&
	       domain[0] != '.' && domain[n - 1] != '.';
}
