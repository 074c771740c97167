/* canary_search: the canary is searched for in every way that tells something: hits, some of the
 * words, a slip of the finger, the beginning of a word, all but it, the newest, a narrower one. */
#ifndef CANARY_SEARCH_H
#define CANARY_SEARCH_H

static const char *const canary_searches[] = { "/search?q=%s", "/api/search?q=%s",
	"/topics/suggest?q=%s", "/api/search?q=%s+%%E5%%AE%%A2%%E6%%88%%B7",
	"/search?q=%s+%%E4%%B9%%8B%%E5%%90%%8E", "/api/search?q=x%s", "/search?q=-%s&sort=new",
	"/api/search?q=-%s&kind=experience", "/search?q=%%22%s%%22",
	"/search?q=%%E7%%BB%%8F%%E8%%BF%%87", "/api/search?q=%%E7%%BB%%8F%%E8%%BF%%87&sort=new",
	"/search?q=%%23%s", "/api/search?q=%s+OR+%%E5%%85%%88" };

#endif
